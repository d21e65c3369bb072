import { codeOf, type FileSystem } from './file-system.ts'

const REFUSALS = new Set(['EACCES', 'EPERM', 'EROFS', 'ETXTBSY'])

/** True when a file could not be opened because it may not be written. */
export function isRefusal(error: unknown): boolean {
  return REFUSALS.has(codeOf(error))
}

/**
 * True when this process may write into the file. It is opened to find out: permission bits do not tell for an
 * administrator, on a read-only mount or with access lists.
 */
export async function canWrite(fs: FileSystem, realPath: string): Promise<boolean> {
  try {
    const file = await fs.open(realPath, 'update')
    await file.close()
    return true
  } catch (error) {
    if (isRefusal(error)) return false
    throw error
  }
}
