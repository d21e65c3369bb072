import { join } from 'node:path'
import type { SaveRequest } from '../../../core/contract.ts'
import type { FileSystem } from '../../../electron/services/files/file-system.ts'
import { nodeFileSystem } from '../../../electron/services/files/file-system.ts'
import { createKnownDisks, type KnownDisks } from '../../../electron/services/files/known-disks.ts'
import { createKnownVersions } from '../../../electron/services/files/known-versions.ts'
import { openArticle } from '../../../electron/services/files/open-article.ts'
import { createSaver, type SavedArticle, type Saver } from '../../../electron/services/files/save-article.ts'
import { createSerial, type Serial } from '../../../electron/services/files/serial.ts'

export interface SaverSetup {
  readonly fs?: FileSystem
  readonly platform?: NodeJS.Platform
  readonly waits?: number[]
  readonly saved?: SavedArticle[]
  readonly serial?: Serial
  readonly disks?: KnownDisks
}

export const OWNER = '0123456789abcdef'
export const backupsIn = (folder: string): string => join(folder, 'backups')

/** A saver on this file system whose backups lie in `<folder>/backups`. */
export function saverIn(folder: string, setup: SaverSetup = {}): Saver {
  return createSaver({
    fs: setup.fs ?? nodeFileSystem,
    machine: {
      platform: setup.platform ?? process.platform,
      wait: (milliseconds) => {
        setup.waits?.push(milliseconds)
        return Promise.resolve()
      },
    },
    known: createKnownVersions(),
    disks: setup.disks ?? createKnownDisks(setup.fs ?? nodeFileSystem),
    serial: setup.serial ?? createSerial(),
    backups: () => Promise.resolve({ folder: backupsIn(folder), owner: OWNER }),
    saved: (article) => setup.saved?.push(article),
  })
}

export const open = (path: string) => openArticle(nodeFileSystem, path, { chosen: null, remembered: null })

/** A request to save `text` over the file as it is now. */
export async function requestFor(path: string, text: string): Promise<SaveRequest> {
  const { encoding, version } = await open(path)
  return { path, text, encoding, base: version, overwrite: false }
}

/** A request to create a file. */
export const newFile = (path: string, text: string): SaveRequest => ({
  path,
  text,
  encoding: 'utf-8',
  base: null,
  overwrite: false,
})
