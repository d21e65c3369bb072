import { mkdir, open, readFile, rename, unlink, writeFile, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { codeOf, nodeFileSystem, syncFolder } from '../files/file-system.ts'
import { temporaryName } from '../files/temporary.ts'

/** Replaces a file of the user data folder whole, durably and readable by its owner only. */
export async function writePrivate(path: string, content: string | Buffer): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const temporary = join(folder, temporaryName())
  let file: FileHandle | null = await open(temporary, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
    await file.close()
    file = null
    await rename(temporary, path)
  } catch (error) {
    await file?.close()
    // What cannot be removed is swept at the next start; why the write failed matters more.
    await unlink(temporary).catch(() => undefined)
    throw error
  }
  await syncFolder(nodeFileSystem, folder)
}

/** The text of a file, or null when there is none. */
export async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/**
 * Copies `settings.json` to the first free `settings.invalid-<n>.json` beside it and returns that name; the name of
 * an earlier copy when one holds the same.
 */
export async function keepAside(path: string): Promise<string> {
  const stem = basename(path, '.json')
  const content = await readFile(path)
  for (let n = 1; ; n++) {
    const name = `${stem}.invalid-${n}.json`
    const copy = join(dirname(path), name)
    try {
      await writeFile(copy, content, { flag: 'wx', mode: 0o600 })
      return name
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
      if (content.equals(await readFile(copy))) return name
    }
  }
}
