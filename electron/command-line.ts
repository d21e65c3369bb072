import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What Galley was asked on its command line. */
export interface CommandLine {
  /** 0: any free one. */
  readonly port: number
  /** Whether the browser shell opens the default browser. */
  readonly open: boolean
  /** Whether the desktop app opens another window when it runs already. */
  readonly newWindow: boolean
  readonly help: boolean
  readonly version: boolean
  /** Files and folders as given, in order. */
  readonly paths: readonly string[]
}

export const USAGE = `Usage: galley [options] [file or folder …]

  --new-window  desktop app: open another window
  --port N      browser shell: listen on this port (0, the default: any free one)
  --no-open     browser shell: do not open the default browser
  --help        show this text
  --version     show the version
`

type Flags = Partial<Pick<CommandLine, 'open' | 'newWindow' | 'help' | 'version'>>

const FLAGS: Readonly<Record<string, Flags>> = {
  '--no-open': { open: false },
  '--new-window': { newWindow: true },
  '--help': { help: true },
  '-h': { help: true },
  '--version': { version: true },
  '-v': { version: true },
}

function portOf(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,5}$/.test(text)) return null
  const port = Number(text)
  return port <= 65_535 ? port : null
}

/**
 * Reads the arguments after the program's name; a sentence says what is wrong with them. With `others: 'ignore'`
 * an option Galley does not know is left to whom it is for: Electron, Chromium and macOS have theirs.
 */
export function readCommandLine(
  args: readonly string[],
  others: 'refuse' | 'ignore' = 'refuse',
): CommandLine | { readonly problem: string } {
  const paths: string[] = []
  let line = { port: 0, open: true, newWindow: false, help: false, version: false }
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    if (arg === '--') {
      paths.push(...args.slice(at + 1))
      break
    }
    const [name, value] = arg.startsWith('--port=') ? ['--port', arg.slice('--port='.length)] : [arg, null]
    if (name === '--port') {
      const given = value ?? args[(at += 1)]
      const port = portOf(given)
      if (port === null) return { problem: `--port needs a number from 0 to 65535, not "${given ?? ''}".` }
      line = { ...line, port }
    } else if (Object.hasOwn(FLAGS, name)) line = { ...line, ...FLAGS[name] }
    else if (arg !== '' && !arg.startsWith('-')) paths.push(arg)
    else if (others === 'ignore') continue
    else if (arg === '') return { problem: 'An empty argument is not the name of a file.' }
    else return { problem: `Galley does not know the option ${arg}.` }
  }
  return { ...line, paths }
}

/**
 * The absolute path an argument means in `folder`. Desktops may hand over a `file:` address for a file (Desktop Entry
 * Specification, `%u` and `%U`); what only looks like one is a name.
 */
export function pathOfArgument(argument: string, folder: string): string {
  if (/^file:\/\//i.test(argument) && URL.canParse(argument)) {
    try {
      return fileURLToPath(argument)
    } catch {
      // On another host, or no path: the name is told in the failure to open it.
    }
  }
  return resolve(folder, argument)
}
