import { fileProblem } from './file-error.ts'
import type { FileInfo, FileSystem } from './file-system.ts'
import type { Handles } from './handles.ts'
import { refuseOddFiles } from './read-file.ts'
import { beginsWith } from './same-content.ts'

/**
 * Opens the file of this name anew and compares it, byte by byte, with what was written. Gives what the file was
 * before its first byte was read, so that whatever is written into it later has other times. Throws `notSaved`.
 */
export async function readBack(
  fs: FileSystem,
  { path, realPath }: { readonly path: string; readonly realPath: string },
  bytes: Buffer,
  handles: Handles,
): Promise<FileInfo> {
  const file = await handles.keep(fs.open(realPath, 'read'))
  const info = await file.info()
  refuseOddFiles(info, path)
  if (info.size === bytes.length && (await beginsWith(file, bytes))) return info
  throw fileProblem('notSaved', path, 'was read back and is not what was written')
}
