import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pathOfArgument, readCommandLine, USAGE } from './command-line.ts'
import { dataFolder } from './data-folder.ts'
import { startBrowserShell, type BrowserShell } from './server/browser-shell.ts'
import { hasDisplay, openBrowser } from './server/open-browser.ts'

// Bundled to dist/electron/serve.js, beside dist/renderer and two folders below package.json.
const here = import.meta.dirname

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

function version(): string {
  const { version } = JSON.parse(readFileSync(join(here, '../../package.json'), 'utf8')) as {
    version: string
  }
  return version
}

function whyNotStarted(error: unknown, port: number): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program.`
  if (code === 'EACCES') return `This user may not listen on port ${port}.`
  return `Galley could not start: ${error instanceof Error ? error.message : String(error)}`
}

function endOnSignal(shell: BrowserShell): void {
  let asked = 0
  const end = (): void => {
    // npm and the terminal may both pass on one Ctrl+C; asked again after a second, it ends at once.
    if (asked > 0 && Date.now() - asked > 1_000) process.exit(1)
    if (asked > 0) return
    asked = Date.now()
    shell.close().then(
      () => process.exit(0),
      (error: unknown) => {
        say(error instanceof Error ? error.message : String(error))
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
}

async function main(): Promise<number | null> {
  const line = readCommandLine(process.argv.slice(2))
  if ('problem' in line) {
    say(`${line.problem}\n\n${USAGE}`)
    return 2
  }
  if (line.help) {
    process.stdout.write(USAGE)
    return 0
  }
  if (line.version) {
    process.stdout.write(`${version()}\n`)
    return 0
  }
  try {
    const shell = await startBrowserShell({
      port: line.port,
      openAtStart: line.paths.map((path) => pathOfArgument(path, process.cwd())),
      dataDir: dataFolder(process.env, process.platform, homedir()),
      rendererDir: join(here, '../renderer'),
      version: version(),
      log: say,
    })
    endOnSignal(shell)
    process.stdout.write(`Galley is ready at ${shell.url}\n`)
    if (line.open && hasDisplay(process.platform, process.env)) {
      openBrowser(shell.url, (reason) => say(`The browser could not be opened: ${reason}`))
    }
    return null
  } catch (error) {
    say(whyNotStarted(error, line.port))
    return 1
  }
}

const exitCode = await main()
if (exitCode !== null) process.exitCode = exitCode
