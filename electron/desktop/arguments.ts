import { resolve } from 'node:path'

/**
 * The files and folders of a command line as absolute paths. What begins with `-` is for Electron or Chromium;
 * when the application is not packaged, the first other argument is the application's own folder.
 */
export function pathsIn(argv: readonly string[], folder: string, packaged: boolean): readonly string[] {
  const words = argv.slice(1).filter((arg) => arg !== '' && !arg.startsWith('-'))
  return words.slice(packaged ? 0 : 1).map((path) => resolve(folder, path))
}

/** The paths a second instance handed over, or none when it handed over something else. */
export function pathsHandedOver(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null || !('paths' in data) || !Array.isArray(data.paths)) return []
  return data.paths.filter((path): path is string => typeof path === 'string' && path !== '')
}
