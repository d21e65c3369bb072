import type { Handlers } from '../core/contract.ts'

type Claimed = Pick<
  Handlers,
  'recovery.list' | 'recovery.write' | 'recovery.writeParts' | 'recovery.remove' | 'recovery.release'
>

/** Which page of this Galley has which journal entries: an entry is offered to one page at a time. */
export interface JournalClaims {
  /** The journal as one more page sees it; after `left` what it had is offered to others. */
  join(): Claimed & { readonly left: () => void }
}

/**
 * Makes several pages share one journal: a page is not offered what another one has open. `leaving` is how long a
 * page that starts waits for one that is just going, as the same page loaded anew does, in milliseconds.
 */
export function createJournalClaims(journal: Omit<Claimed, 'recovery.release'>, leaving = 0): JournalClaims {
  const pages = new Set<Set<string>>()
  const waiting = new Set<() => void>()

  /** Resolves when a page gives something up, or after this time. */
  const change = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer)
        waiting.delete(done)
        resolve()
      }
      const timer = setTimeout(done, milliseconds)
      waiting.add(done)
    })
  const tell = (): void => {
    for (const done of [...waiting]) done()
  }

  return {
    join() {
      const own = new Set<string>()
      /** How often the page has left: what it asked for before is not for it any more. */
      let stays = 0
      pages.add(own)
      const isElsewhere = (id: string): boolean => [...pages].some((ids) => ids !== own && ids.has(id))
      return {
        async 'recovery.list'() {
          const stay = stays
          const until = Date.now() + leaving
          let all = await journal['recovery.list']()
          for (
            let left = leaving;
            left > 0 && all.some(({ id }) => isElsewhere(id));
            left = until - Date.now()
          ) {
            await change(left)
            all = await journal['recovery.list']()
          }
          const free = all.filter(({ id }) => !isElsewhere(id))
          if (stay === stays) for (const { id } of free) own.add(id)
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
          tell()
          return Promise.resolve(null)
        },
        left() {
          stays += 1
          own.clear()
          tell()
        },
      }
    },
  }
}
