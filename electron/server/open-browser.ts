import { spawn } from 'node:child_process'

type Env = Readonly<Record<string, string | undefined>>

/** True where a window can be shown: on Linux and the like only with an X11 or Wayland display. */
export function hasDisplay(platform: string, env: Env): boolean {
  return platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY)
}

/** The program, with its arguments, that opens an address in the default browser. */
export function browserCommand(platform: string, url: string): readonly [string, readonly string[]] {
  if (platform === 'darwin') return ['open', [url]]
  // `start` would be a shell's word, with the shell's reading of the address; this is a program.
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]]
  return ['xdg-open', [url]]
}

/** Opens an address in the default browser; `failed` is told why when it cannot, which ends nothing. */
export function openBrowser(url: string, failed: (reason: string) => void): void {
  const [program, args] = browserCommand(process.platform, url)
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.on('error', (error) => failed(error.message))
  child.unref()
}
