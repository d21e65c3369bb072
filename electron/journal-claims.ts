import type { Handlers } from '../core/contract.ts'

type Claimed = Pick<
  Handlers,
  'recovery.list' | 'recovery.write' | 'recovery.writeParts' | 'recovery.remove' | 'recovery.release'
>

/** Which window of this Galley has which journal entries: an entry is offered to one window at a time. */
export interface JournalClaims {
  /** The journal as one more window sees it; after `left` what it had is offered to others. */
  join(): Claimed & { readonly left: () => void }
}

/** Makes several windows share one journal: a window is not offered what another one has open. */
export function createJournalClaims(journal: Omit<Claimed, 'recovery.release'>): JournalClaims {
  const windows = new Set<Set<string>>()
  return {
    join() {
      const own = new Set<string>()
      windows.add(own)
      const isElsewhere = (id: string): boolean => [...windows].some((ids) => ids !== own && ids.has(id))
      return {
        async 'recovery.list'() {
          const free = (await journal['recovery.list']()).filter(({ id }) => !isElsewhere(id))
          for (const { id } of free) own.add(id)
          return free
        },
        'recovery.write'(entry) {
          own.add(entry.id)
          return journal['recovery.write'](entry)
        },
        'recovery.writeParts'(entry, length) {
          own.add(entry.id)
          return journal['recovery.writeParts'](entry, length)
        },
        'recovery.remove'(id) {
          own.delete(id)
          return journal['recovery.remove'](id)
        },
        'recovery.release'(id) {
          own.delete(id)
          return Promise.resolve(null)
        },
        left: () => own.clear(),
      }
    },
  }
}
