import { join } from 'node:path'
import { AppError } from '../../core/errors.ts'
import { fileProblem } from './files/file-error.ts'
import { codeOf, type FileSystem } from './files/file-system.ts'
import { recoverInPlace, type BackupStore } from './files/in-place.ts'
import { enterOwner, type Owners } from './files/owners.ts'

/** This Galley's place among those that work on a user data folder. */
export interface Home {
  /** Who works on it, once writes that a crash cut off are ended; a folder that could not be used is tried anew. */
  enter(): Promise<Owners>
  backups(): Promise<BackupStore>
  dispose(): Promise<void>
}

/** Enters at once; a failure is for those who need it. */
export function createHome(fs: FileSystem, dataDir: string): Home {
  const backupFolder = join(dataDir, 'in-place')
  let entering: Promise<Owners> | null = null

  async function begin(): Promise<Owners> {
    const owners = await enterOwner(join(dataDir, 'owners'))
    try {
      await recoverInPlace(fs, backupFolder, (id) => owners.isAlive(id))
      return owners
    } catch (error) {
      await owners.dispose()
      throw error
    }
  }

  function enter(): Promise<Owners> {
    if (entering !== null) return entering
    const attempt = begin()
    entering = attempt
    attempt.catch(() => {
      entering = null
    })
    return attempt
  }

  void enter()
  return {
    enter,
    backups: async () => ({ folder: backupFolder, owner: (await enter()).self }),
    async dispose() {
      const owners = await entering?.catch(() => null)
      await owners?.dispose()
    },
  }
}

/** The `AppError` for a failed call on the user data folder; an `AppError` and errors of other kinds come back as they are. */
export function dataFolderError(error: unknown, dataDir: string): unknown {
  const reason = codeOf(error)
  if (error instanceof AppError || reason === '') return error
  return fileProblem('dataFolder', dataDir, `cannot be used (${reason})`, { reason })
}
