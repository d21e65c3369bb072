import type { EditorState } from '@codemirror/state'
import type { Bridge, JournalEntry, Reply } from '../../core/contract.ts'
import { rawText } from '../editor/line-ends.ts'
import { editBetween, evenText, type EvenText } from '../editor/raw-edit.ts'

/** Sends journal entries with the text of an article. */
export interface JournalWriter {
  /**
   * Sends an entry. Of a long text only what is different from what was written last; where that is not known, in
   * pieces between which the page can work, unless the page is being left. A newer write of the same article, or
   * `end`, ends an older one that is still under way, which then gives null.
   */
  write(entry: JournalEntry, state: EditorState, leaving: boolean): Promise<Reply<unknown> | null>
  /** Ends what is under way for an article and forgets it. */
  end(id: string): void
}

/** UTF-16 units sent in one go: a few milliseconds, also where a browser's tools look on. */
const PART = 65_536

/** What the services wrote last of a long article, and what they call it. */
interface Written {
  readonly text: EvenText
  readonly number: number
}

export function createJournalWriter({ call }: Pick<Bridge, 'call'>): JournalWriter {
  const turns = new Map<string, number>()
  const written = new Map<string, Written>()

  const begin = (id: string): number => {
    const turn = (turns.get(id) ?? 0) + 1
    turns.set(id, turn)
    written.delete(id)
    return turn
  }

  return {
    async write(entry, state, leaving) {
      const { id } = entry
      const before = written.get(id)
      const turn = begin(id)
      const isOver = (): boolean => turns.get(id) !== turn
      if (leaving || state.doc.length <= PART) {
        return call('recovery.write', { ...entry, text: rawText(state) })
      }
      const after = evenText(state)
      const keep = (reply: Reply<number | null>): Reply<unknown> => {
        if (reply.ok && reply.value !== null && after) written.set(id, { text: after, number: reply.value })
        return reply
      }

      const edit = before && after && editBetween(before.text, after)
      if (edit && edit.insert.length <= PART) {
        const reply = await call('recovery.edit', entry, before.number, edit)
        if (isOver()) return null
        // Without a number it was not written: the services have started anew.
        if (!reply.ok || reply.value !== null) return keep(reply)
      }

      const text = rawText(state)
      for (let at = 0; at < text.length; at += PART) {
        const reply = await call('recovery.part', id, at, text.slice(at, at + PART))
        if (isOver()) return null
        if (!reply.ok) return reply
      }
      const reply = await call('recovery.writeParts', entry, text.length)
      return isOver() ? reply : keep(reply)
    },
    end: (id) => void begin(id),
  }
}
