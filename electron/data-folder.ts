import { isAbsolute, join, resolve } from 'node:path'

/**
 * The user data folder: `GALLEY_DATA_DIR`, else where the platform keeps such things (the XDG base directory
 * specification, Application Support, AppData); the same as Electron's `userData` for this application.
 */
export function dataFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
  home: string,
): string {
  if (env.GALLEY_DATA_DIR) return resolve(env.GALLEY_DATA_DIR)
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Galley')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Galley')
  const named = env.XDG_CONFIG_HOME ?? ''
  return join(isAbsolute(named) ? named : join(home, '.config'), 'Galley')
}
