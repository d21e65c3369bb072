/** Knows whether a window may close without the writer having been asked. */
export interface CloseGuard {
  /** The number of unsaved articles the page last told. */
  setUnsaved(count: number): void
  /** Something is unsaved, and the writer has not decided what becomes of it. */
  needsAsking(): boolean
  /** The writer has decided. */
  confirm(): void
  /** The page is gone or new: there is nobody to ask, and nothing unsaved that the journal does not hold. */
  reset(): void
}

export function createCloseGuard(): CloseGuard {
  let unsaved = 0
  let confirmed = false
  return {
    setUnsaved: (count) => void (unsaved = count),
    needsAsking: () => !confirmed && unsaved > 0,
    confirm: () => void (confirmed = true),
    reset() {
      unsaved = 0
      confirmed = false
    },
  }
}
