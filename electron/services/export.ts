import { open, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileError, fileProblem } from './files/file-error.ts'
import { nodeFileSystem, syncFolder } from './files/file-system.ts'
import { temporaryName } from './files/temporary.ts'

async function exists(path: string): Promise<boolean> {
  return nodeFileSystem.realPath(path).then(
    () => true,
    () => false,
  )
}

/**
 * Writes an exported file whole and durably: what was there is replaced at once, or stays. Throws `alreadyExists`
 * without leave to overwrite, and the `AppError`s of writing.
 */
export async function writeExport(
  path: string,
  content: string | Uint8Array,
  overwrite: boolean,
): Promise<void> {
  if (!overwrite && (await exists(path))) throw fileProblem('alreadyExists', path, 'is there already')
  const temporary = join(dirname(path), temporaryName())
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    await syncFolder(nodeFileSystem, dirname(path))
  } catch (error) {
    // What cannot be removed is swept later; why the write failed matters more.
    await unlink(temporary).catch(() => undefined)
    throw fileError(error, path, 'saving')
  }
}
