import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../files/file-system.ts'

const MAX_CONFIG = 1024 * 1024

/** A file of Galley's that a writer has put into a folder. */
export interface OwnFile {
  readonly path: string
  readonly text: string
}

/** The first of `folders` that has a file of this name counts. */
export async function readOwn(name: string, folders: readonly (string | null)[]): Promise<OwnFile | null> {
  for (const folder of folders) {
    if (folder === null) continue
    const path = join(folder, name)
    try {
      const info = await stat(path)
      if (info.isFile() && info.size <= MAX_CONFIG) return { path, text: await readFile(path, 'utf8') }
    } catch (error) {
      if (codeOf(error) === '') throw error
      // Not there or not readable: the next place counts.
    }
  }
  return null
}
