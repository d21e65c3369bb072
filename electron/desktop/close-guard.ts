import type { Events } from '../../core/contract.ts'

/** Keeps a window with unsaved articles open until the writer has been asked. */
export interface CloseGuard {
  /** The number of unsaved articles the page last told. */
  setUnsaved(count: number): void
  /** Everything is being closed, not only the window. */
  quitting(): void
  /** Whether the window may close now; if not, the page is asked to ask. */
  mayClose(): boolean
  /** The page has asked: the window may be closed. True when all was to be quit. */
  confirm(): boolean
  /** The page is gone or new: there is nobody to ask, and nothing unsaved that the journal does not hold. */
  reset(): void
}

export function createCloseGuard(ask: (request: Events['window.closeRequested']) => void): CloseGuard {
  let unsaved = 0
  let confirmed = false
  let reason: 'close' | 'quit' = 'close'
  let asked: 'close' | 'quit' = 'close'
  return {
    setUnsaved: (count) => void (unsaved = count),
    quitting: () => void (reason = 'quit'),
    mayClose() {
      if (confirmed || unsaved === 0) return true
      asked = reason
      // The writer may cancel, and later close only the window.
      reason = 'close'
      ask({ reason: asked })
      return false
    },
    confirm() {
      confirmed = true
      return asked === 'quit'
    },
    reset() {
      unsaved = 0
      confirmed = false
      reason = 'close'
      asked = 'close'
    },
  }
}
