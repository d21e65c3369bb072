import { applyEdits, type TextEdit } from '../../../core/article/text-edit.ts'
import { AppError } from '../../../core/errors.ts'

/** Long texts as they were last written, so that of the next one only what is different has to be sent. */
export interface WrittenTexts {
  /** Remembers what an entry's text is now; gives a number that no other text has had. */
  keep(id: string, text: string): number
  /**
   * The text of this number with the edit made in it; it is forgotten. Null when it is not what the entry was last
   * written with. Throws `badRequest` for an edit outside the text.
   */
  edited(id: string, number: number, edit: TextEdit): string | null
  forget(id: string): void
}

/** How many texts are remembered: those of the articles written last. */
const MOST = 4

export function createWrittenTexts(): WrittenTexts {
  const texts = new Map<string, { readonly number: number; readonly text: string }>()
  // A page that was connected to an earlier Galley may still speak of a text that one had.
  let last = Date.now()
  return {
    keep(id, text) {
      last += 1
      texts.delete(id)
      texts.set(id, { number: last, text })
      const [oldest] = texts.keys()
      if (oldest !== undefined && texts.size > MOST) texts.delete(oldest)
      return last
    },
    edited(id, number, edit) {
      const written = texts.get(id)
      texts.delete(id)
      if (written?.number !== number) return null
      try {
        return applyEdits(written.text, [edit])
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        throw new AppError('badRequest', 'An edit lies outside the text it is for.')
      }
    },
    forget: (id) => void texts.delete(id),
  }
}
