import { useCallback, useEffect, useRef, useState } from 'react'
import type { FolderListing } from '../../core/contract.ts'
import type { Failure } from '../state/app-state.ts'
import { useApp } from '../state/use-app.ts'

export interface FolderState {
  /** The folder that is shown; null before the first one was read. */
  readonly listing: FolderListing | null
  /** Why the folder asked for last could not be shown; the one before it stays. */
  readonly failure: Failure | null
  readonly loading: boolean
  /** Shows a folder; gives whether that went well. A later call wins over an earlier one. */
  readonly go: (path: string) => Promise<boolean>
  readonly fail: (failure: Failure | null) => void
}

/** Reads folders through the shell, starting with one; when that is gone, with the home folder. */
export function useFolder(startFolder: string): FolderState {
  const app = useApp()
  const [listing, setListing] = useState<FolderListing | null>(null)
  const [failure, fail] = useState<Failure | null>(null)
  const [loading, setLoading] = useState(true)
  const latest = useRef(0)

  const read = useCallback(
    async (path: string) => {
      latest.current += 1
      const turn = latest.current
      const reply = await app.bridge.call('folder.list', path)
      if (turn !== latest.current) return false
      setLoading(false)
      if (reply.ok) setListing(reply.value)
      fail(reply.ok ? null : { code: reply.code, message: reply.message, details: reply.details })
      return reply.ok
    },
    [app],
  )
  const go = useCallback(
    (path: string) => {
      setLoading(true)
      return read(path)
    },
    [read],
  )

  useEffect(() => {
    const home = app.getState().info.homeFolder
    const start = async (): Promise<void> => {
      const shown = await read(startFolder || home)
      if (!shown && startFolder !== home && latest.current === 1) await read(home)
    }
    void start()
    return () => {
      latest.current = 0
    }
  }, [app, read, startFolder])

  return { listing, failure, loading, go, fail }
}
