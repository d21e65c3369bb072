import { pathOfArgument, readCommandLine } from '../command-line.ts'

/** What the desktop app was asked on its command line, or a sentence that says what is wrong with it. */
export type Asked =
  | { readonly kind: 'open'; readonly paths: readonly string[]; readonly newWindow: boolean }
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'problem'; readonly problem: string }

/**
 * Reads Electron's `process.argv`, with absolute paths. When the application is not packaged, the first argument
 * that is no option is the application's own folder.
 */
export function askedFor(argv: readonly string[], folder: string, packaged: boolean): Asked {
  const line = readCommandLine(argv.slice(1), 'ignore')
  if ('problem' in line) return { kind: 'problem', problem: line.problem }
  if (line.help) return { kind: 'help' }
  if (line.version) return { kind: 'version' }
  const paths = line.paths.filter((path) => path !== '').slice(packaged ? 0 : 1)
  return { kind: 'open', paths: paths.map((path) => pathOfArgument(path, folder)), newWindow: line.newWindow }
}

/** What a second instance handed over; nothing when it handed over something else. */
export function handedOver(data: unknown): {
  readonly paths: readonly string[]
  readonly newWindow: boolean
} {
  if (typeof data !== 'object' || data === null) return { paths: [], newWindow: false }
  const given: readonly unknown[] = 'paths' in data && Array.isArray(data.paths) ? data.paths : []
  return {
    paths: given.filter((path): path is string => typeof path === 'string' && path !== ''),
    newWindow: 'newWindow' in data && data.newWindow === true,
  }
}
