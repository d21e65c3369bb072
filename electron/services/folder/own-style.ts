import { realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { codeOf } from '../files/file-system.ts'
import { readOwn, type OwnFile } from './own-file.ts'

/**
 * The style sheet of the look `own`: the one that `galley.json` names as `x-css` (a path beside it, inside `root`, that
 * ends in `.css`), else `galley.css` in the first of `folders` that has one.
 */
export async function readOwnStyle(
  config: OwnFile | null,
  root: string,
  folders: readonly (string | null)[],
): Promise<OwnFile | null> {
  const named = config === null ? null : namedStyle(config.text)
  const path =
    config === null || named === null ? null : await inside(root, resolve(dirname(config.path), named))
  const found = path === null ? null : await readOwn(basename(path), [dirname(path)])
  return found ?? readOwn('galley.css', folders)
}

function namedStyle(configText: string): string | null {
  try {
    const config: unknown = JSON.parse(configText)
    if (typeof config !== 'object' || config === null || !('x-css' in config)) return null
    const name = config['x-css']
    return typeof name === 'string' && /\.css$/i.test(name) ? name : null
  } catch {
    return null // What is wrong with the file is said where it is read as a schema.
  }
}

/** The real path, links resolved, when it is inside `root`; else null. */
async function inside(root: string, path: string): Promise<string | null> {
  try {
    const real = await realpath(path)
    const way = relative(await realpath(root), real)
    return isAbsolute(way) || way.split(sep)[0] === '..' ? null : real
  } catch (error) {
    if (codeOf(error) === '') throw error
    return null
  }
}
