import type { Bridge, JournalEntry, Reply } from '../../core/contract.ts'

/** UTF-16 units sent in one go: a few milliseconds, also where a browser's tools look on. */
const PART = 65_536

/**
 * Sends a journal entry with this text; a long one in pieces between which the page can work, unless the page is
 * being left. `turns` counts the writes of each article: a newer one ends an older one that is still under way,
 * which then gives null.
 */
export async function writeJournal(
  bridge: Pick<Bridge, 'call'>,
  entry: JournalEntry,
  text: string,
  turns: Map<string, number>,
  leaving: boolean,
): Promise<Reply<null> | null> {
  const { id } = entry
  const turn = (turns.get(id) ?? 0) + 1
  turns.set(id, turn)
  if (leaving || text.length <= PART) return bridge.call('recovery.write', { ...entry, text })
  for (let at = 0; at < text.length; at += PART) {
    const reply = await bridge.call('recovery.part', id, at, text.slice(at, at + PART))
    if (turns.get(id) !== turn) return null
    if (!reply.ok) return reply
  }
  return bridge.call('recovery.writeParts', entry, text.length)
}
