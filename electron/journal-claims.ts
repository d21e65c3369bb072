import { randomUUID } from 'node:crypto'
import type { Handlers } from '../core/contract.ts'
import type { JournalHandlers } from './services/recovery/handlers.ts'

type Claimed = JournalHandlers & Pick<Handlers, 'recovery.release'>

/** Which page of this Galley has which journal entries: an entry is offered to one page at a time. */
export interface JournalClaims {
  /**
   * The journal as one more page sees it. After `left` what the page had is offered to others; after `lost`, when
   * its connection broke, only if a page of the same `key` does not join again within `leaving` milliseconds.
   */
  join(key?: string): {
    readonly handlers: Claimed
    readonly left: () => void
    readonly lost: () => void
  }
}

interface Page {
  /** The entries it has, by their ids in the journal. */
  readonly own: Set<string>
  /** Where the journal has an entry under another id than the page knows: another page has the entry of that id. */
  readonly names: Map<string, string>
  connections: number
  /** Ends the wait for a page whose connection broke. */
  missing: ReturnType<typeof setTimeout> | null
}

/**
 * Makes several pages share one journal: a page is not offered what another one has open, and never writes over or
 * removes it, even where both know it by one id. `leaving` is how long a page that starts waits for one that is just
 * going, as the same page loaded anew does, in milliseconds.
 */
export function createJournalClaims(journal: JournalHandlers, leaving = 0): JournalClaims {
  const pages = new Set<Page>()
  const byKey = new Map<string, Page>()
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

  function pageOf(key: string | undefined): Page {
    const known = key === undefined ? undefined : byKey.get(key)
    const page = known ?? { own: new Set(), names: new Map(), connections: 0, missing: null }
    if (page.missing !== null) clearTimeout(page.missing)
    page.missing = null
    page.connections += 1
    if (key !== undefined) byKey.set(key, page)
    return page
  }

  return {
    join(key) {
      const page = pageOf(key)
      const { own, names } = page
      /** How often the page has left: what it asked for before is not for it any more. */
      let stays = 0
      const isElsewhere = (id: string): boolean => [...pages].some((it) => it !== page && it.own.has(id))

      /** Where the journal has what the page writes under this id: where no other page has anything. */
      const claim = (id: string): string => {
        const named = names.get(id) ?? id
        const free = isElsewhere(named) ? randomUUID() : named
        if (free !== id) names.set(id, free)
        own.add(free)
        pages.add(page)
        return free
      }
      /** Ends the claim; null when another page has the entry. */
      const giveUp = (id: string): string | null => {
        const named = names.get(id) ?? id
        if (isElsewhere(named)) return null
        own.delete(named)
        names.delete(id)
        return named
      }
      const giveUpAll = (): void => {
        own.clear()
        pages.delete(page)
        tell()
      }
      /** True when that was the page's last connection. */
      const disconnect = (): boolean => {
        stays += 1
        page.connections = Math.max(0, page.connections - 1)
        return page.connections === 0
      }

      const handlers: Claimed = {
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
          if (stay !== stays) return free
          pages.add(page)
          for (const { id } of free) own.add(id)
          return free
        },
        'recovery.write': (entry) => journal['recovery.write']({ ...entry, id: claim(entry.id) }),
        'recovery.part': (id, at, text) => journal['recovery.part'](claim(id), at, text),
        'recovery.writeParts': (entry, length) =>
          journal['recovery.writeParts']({ ...entry, id: claim(entry.id) }, length),
        'recovery.edit': (entry, base, edit) =>
          journal['recovery.edit']({ ...entry, id: claim(entry.id) }, base, edit),
        'recovery.remove'(id) {
          const named = giveUp(id)
          return named === null ? Promise.resolve(null) : journal['recovery.remove'](named)
        },
        'recovery.release'(id) {
          giveUp(id)
          tell()
          return Promise.resolve(null)
        },
      }
      return {
        handlers,
        left() {
          if (!disconnect()) return
          if (key !== undefined) byKey.delete(key)
          names.clear()
          giveUpAll()
        },
        lost() {
          if (!disconnect()) return
          if (key === undefined) giveUpAll()
          else page.missing = setTimeout(giveUpAll, leaving)
        },
      }
    },
  }
}
