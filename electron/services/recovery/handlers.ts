import type { Handlers } from '../../../core/contract.ts'
import type { Journal } from './journal.ts'
import { createParts } from './parts.ts'
import { createWrittenTexts } from './written-texts.ts'

/** The requests that are about the journal itself. */
export type JournalHandlers = Pick<
  Handlers,
  | 'recovery.list'
  | 'recovery.write'
  | 'recovery.part'
  | 'recovery.writeParts'
  | 'recovery.edit'
  | 'recovery.remove'
>

/** The requests about the journal. `inData` says of what fails in it that it is about the user data folder. */
export function createJournalHandlers(
  journal: Journal,
  inData: <T>(work: Promise<T>) => Promise<T>,
): JournalHandlers {
  const parts = createParts()
  const written = createWrittenTexts()
  return {
    'recovery.list': () => inData(journal.list()),
    'recovery.write': async (entry) => {
      written.forget(entry.id)
      await inData(journal.write(entry))
      return null
    },
    'recovery.part': (id, at, text) => {
      parts.add(id, at, text)
      return Promise.resolve(null)
    },
    'recovery.writeParts': async (entry, length) => {
      const text = parts.take(entry.id, length)
      await inData(journal.write({ ...entry, text }))
      return written.keep(entry.id, text)
    },
    'recovery.edit': async (entry, base, edit) => {
      const text = written.edited(entry.id, base, edit)
      if (text === null) return null
      await inData(journal.write({ ...entry, text }))
      return written.keep(entry.id, text)
    },
    'recovery.remove': async (id) => {
      parts.forget(id)
      written.forget(id)
      await inData(journal.remove(id))
      return null
    },
  }
}
