import type { DiskVersion } from '../../../core/contract.ts'

/** What Galley itself last saw or wrote of each file, by real path: the watch reports only what differs. */
export interface KnownVersions {
  get(realPath: string): DiskVersion | null
  set(realPath: string, version: DiskVersion | null): void
  /** While a save of this file runs its changes are not reported. Returns how to end that. */
  beginSave(realPath: string): () => void
  isSaving(realPath: string): boolean
  /** Grows with every save that begins or ends: what was seen of the disk across such a moment is not to be trusted. */
  revision(): number
}

export function createKnownVersions(): KnownVersions {
  const versions = new Map<string, DiskVersion>()
  const saving = new Map<string, number>()
  let revision = 0
  const count = (realPath: string, by: number): void => {
    revision++
    const n = (saving.get(realPath) ?? 0) + by
    if (n > 0) saving.set(realPath, n)
    else saving.delete(realPath)
  }
  return {
    get: (realPath) => versions.get(realPath) ?? null,
    set(realPath, version) {
      if (version === null) versions.delete(realPath)
      else versions.set(realPath, version)
    },
    beginSave(realPath) {
      count(realPath, 1)
      return () => count(realPath, -1)
    },
    isSaving: (realPath) => saving.has(realPath),
    revision: () => revision,
  }
}
