import { AppError } from '../../../core/errors.ts'

/** Long texts that arrive in pieces, so that no sender has to stop for a whole one. */
export interface Parts {
  /** Takes the piece at `at`; throws `badRequest` when it does not continue what came before. */
  add(id: string, at: number, text: string): void
  /** Gives the whole text and forgets it; throws `badRequest` when it is not of this length. */
  take(id: string, length: number): string
  forget(id: string): void
}

export function createParts(): Parts {
  const waiting = new Map<string, string>()
  return {
    add(id, at, text) {
      const before = at === 0 ? '' : (waiting.get(id) ?? '')
      waiting.delete(id)
      if (before.length !== at) throw new AppError('badRequest', 'A piece of a text is missing.')
      waiting.set(id, before + text)
    },
    take(id, length) {
      const text = waiting.get(id) ?? ''
      waiting.delete(id)
      if (text.length !== length) throw new AppError('badRequest', 'A piece of a text is missing.')
      return text
    },
    forget: (id) => void waiting.delete(id),
  }
}
