import type { DiskVersion, SaveReceipt, SaveRequest } from '../../../core/contract.ts'
import { encodeLossless } from '../encodings/unencodable.ts'
import { fileError } from './file-error.ts'
import type { KnownContent } from './former-file.ts'
import type { FileSystem } from './file-system.ts'
import type { BackupStore } from './in-place.ts'
import type { KnownDisks } from './known-disks.ts'
import type { KnownVersions } from './known-versions.ts'
import type { ReadFile } from './read-file.ts'
import type { Machine } from './replace-file.ts'
import { saveFile } from './save-file.ts'
import type { Serial } from './serial.ts'
import { checkName, findTarget, type Target } from './target.ts'

/** What was saved, for the history of the article. */
export interface SavedArticle {
  readonly request: SaveRequest
  readonly receipt: SaveReceipt
  readonly bytes: Buffer
  readonly former: ReadFile | null
  /** Why the file's tags are gone; null when they are not. */
  readonly attributesLost: string | null
}

export interface Saver {
  /** Saves of one file run in the order they were asked for; none is dropped. */
  save(request: SaveRequest): Promise<SaveReceipt>
}

export interface SaverOptions {
  readonly fs: FileSystem
  readonly machine: Machine
  readonly known: KnownVersions
  readonly disks: KnownDisks
  readonly serial: Serial
  /** Asked for only when a file has to be written in place. */
  backups(): Promise<BackupStore>
  /** Called after each save, before it is answered. */
  saved(article: SavedArticle): void
}

/** Hashes a waiting save may be based on: its predecessors in the queue have replaced them by the last one. */
interface Lineage {
  readonly bases: Set<string>
  last: string | null
  /** Saves of this file that run or wait. */
  waiting: number
}

export function createSaver(options: SaverOptions): Saver {
  const { fs, machine, known, disks, serial } = options
  const lineages = new Map<string, Lineage>()

  /** The content of the latest save of all: mostly the next one is of the same article. */
  let last: (KnownContent & { readonly realPath: string }) | null = null
  const rememberedOf = (realPath: string, base: DiskVersion | null): KnownContent | null =>
    last?.realPath === realPath && last.sha256 === base?.sha256 ? last : null

  async function saveNow(
    request: SaveRequest,
    bytes: Buffer,
    target: Target,
    lineage: Lineage,
  ): Promise<SaveReceipt> {
    const { path, base, overwrite } = request
    const { realPath } = target
    const endSave = known.beginSave(realPath)
    try {
      const inherits = base !== null && lineage.bases.has(base.sha256)
      if (base === null) await disks.refuseOther(path, target)
      const descendsFrom = (sha256: string): boolean => inherits && lineage.last === sha256
      const result = await saveFile(
        fs,
        { path, target, bytes, base, overwrite, remembered: rememberedOf(realPath, base), descendsFrom },
        () => options.backups(),
        machine,
      )
      if (base !== null) lineage.bases.add(base.sha256)
      lineage.last = result.version.sha256
      last = { realPath, sha256: result.version.sha256, bytes }
      known.set(realPath, result.version)
      const receipt = { path, realPath, version: result.version }
      void serial.run(realPath, () => result.closing)
      options.saved({ request, receipt, bytes, former: result.former, attributesLost: result.attributesLost })
      return receipt
    } finally {
      endSave()
    }
  }

  function enqueue(target: Target, request: SaveRequest, bytes: Buffer): Promise<SaveReceipt> {
    const { realPath } = target
    const lineage = lineages.get(realPath) ?? { bases: new Set<string>(), last: null, waiting: 0 }
    lineages.set(realPath, lineage)
    const isFirst = lineage.waiting === 0
    lineage.waiting++
    return serial
      .run(realPath, async () => {
        // What another save has replaced meanwhile is another file.
        const now = isFirst ? target : await findTarget(fs, request.path)
        return saveNow(request, bytes, now, lineage)
      })
      .finally(() => {
        lineage.waiting--
        if (lineage.waiting === 0) lineages.delete(realPath)
      })
  }

  return {
    async save(request) {
      try {
        checkName(request.path, machine.platform)
        const bytes = encodeLossless(request.text, request.encoding)
        // Following links takes unequal times: requests for one path take their places one after the other.
        const place = await serial.run(`arrival ${request.path}`, async () => {
          const target = await findTarget(fs, request.path)
          return { receipt: enqueue(target, request, bytes) }
        })
        return await place.receipt
      } catch (error) {
        throw fileError(error, request.path, 'saving')
      }
    },
  }
}
