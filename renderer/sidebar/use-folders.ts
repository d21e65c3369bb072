import { useCallback, useEffect, useRef, useState } from 'react'
import type { FolderEntry } from '../../core/contract.ts'
import type { Failure } from '../state/app-state.ts'
import { shownEntries } from '../state/folder-entries.ts'
import { useApp } from '../state/use-app.ts'

/** What is known of a folder: what it holds, or why that cannot be said. */
export type FolderContents =
  | { readonly kind: 'entries'; readonly entries: readonly FolderEntry[] }
  | { readonly kind: 'failed'; readonly failure: Failure }

export interface Folders {
  /** By path; a folder that is being read has no entry yet. */
  readonly contents: ReadonlyMap<string, FolderContents>
  readonly expanded: ReadonlySet<string>
  readonly setExpanded: (paths: ReadonlySet<string>) => void
}

/** The workspace's folder and those opened in it, read when they are opened and again when they change on disk. */
export function useFolders(root: string): Folders {
  const app = useApp()
  const [contents, setContents] = useState<ReadonlyMap<string, FolderContents>>(new Map())
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set())
  const asked = useRef(new Map<string, number>())
  const isHere = useRef(true)

  const read = useCallback(
    async (path: string) => {
      const turn = (asked.current.get(path) ?? 0) + 1
      asked.current.set(path, turn)
      const reply = await app.bridge.call('folder.list', path)
      if (!isHere.current || asked.current.get(path) !== turn) return
      const found: FolderContents = reply.ok
        ? { kind: 'entries', entries: shownEntries(reply.value.entries) }
        : { kind: 'failed', failure: { code: reply.code, message: reply.message, details: reply.details } }
      setContents((before) => new Map(before).set(path, found))
    },
    [app],
  )

  useEffect(() => {
    isHere.current = true
    const stop = app.bridge.on('folder.changed', ({ path }) => {
      if (asked.current.has(path)) void read(path)
    })
    return () => {
      isHere.current = false
      stop()
      void app.bridge.call('folder.watch', [])
    }
  }, [app, read])

  useEffect(() => {
    const wanted = [root, ...expanded]
    for (const path of wanted) if (!asked.current.has(path)) void read(path)
    void app.bridge.call('folder.watch', wanted)
  }, [app, read, root, expanded])

  return { contents, expanded, setExpanded }
}
