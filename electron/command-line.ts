/** What Galley was asked on its command line. */
export interface CommandLine {
  /** 0: any free one. */
  readonly port: number
  /** Whether the browser shell opens the default browser. */
  readonly open: boolean
  readonly help: boolean
  readonly version: boolean
  /** Files and folders as given, in order. */
  readonly paths: readonly string[]
}

export const USAGE = `Usage: galley [options] [file or folder …]

  --port N    browser shell: listen on this port (0, the default: any free one)
  --no-open   browser shell: do not open the default browser
  --help      show this text
  --version   show the version
`

function portOf(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,5}$/.test(text)) return null
  const port = Number(text)
  return port <= 65_535 ? port : null
}

/** Reads the arguments after the program's name; a sentence says what is wrong with them. */
export function readCommandLine(args: readonly string[]): CommandLine | { readonly problem: string } {
  const paths: string[] = []
  let port = 0
  let open = true
  let help = false
  let version = false
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    if (arg === '--') {
      paths.push(...args.slice(at + 1))
      break
    }
    const [name, value] = arg.startsWith('--port=') ? ['--port', arg.slice('--port='.length)] : [arg, null]
    if (name === '--port') {
      const given = value ?? args[(at += 1)]
      const number = portOf(given)
      if (number === null) return { problem: `--port needs a number from 0 to 65535, not "${given ?? ''}".` }
      port = number
    } else if (name === '--no-open') open = false
    else if (name === '--help' || name === '-h') help = true
    else if (name === '--version' || name === '-v') version = true
    else if (arg === '') return { problem: 'An empty argument is not the name of a file.' }
    else if (arg.startsWith('-')) return { problem: `Galley does not know the option ${arg}.` }
    else paths.push(arg)
  }
  return { port, open, help, version, paths }
}
