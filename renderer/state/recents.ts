import type { RecentArticle } from '../../core/contract.ts'
import type { Runtime } from './runtime.ts'
import { fileName } from './opening.ts'

/** The list of recent articles, from which nothing goes without a way back. */
export interface Recents {
  /** Takes an article off the list, and offers to put it back. */
  readonly remove: (path: string) => Promise<void>
  /** Empties the list, and offers to put it back. */
  readonly clear: () => Promise<void>
}

const GROUP = 'recents'

export function createRecents(runtime: Runtime): Recents {
  const { store, t } = runtime
  /** What the offer that stands would put back: all that went since it stands. */
  let gone: readonly RecentArticle[] = []

  const restore = async (list: readonly RecentArticle[]): Promise<void> => {
    const recents = await runtime.request('recent.restore', list)
    if (recents) store.patch({ recents })
  }

  const follow = async (asked: Promise<readonly RecentArticle[] | null>): Promise<void> => {
    const before = store.get().recents
    const recents = await asked
    if (!recents) return
    store.patch({ recents })
    const left = new Set(recents.map(({ path }) => path))
    const offered = store.get().notices.some(({ group }) => group === GROUP) ? gone : []
    const all = [...offered, ...before].filter(({ path }) => !left.has(path))
    const [first] = all
    if (!first) return
    gone = all
    const text =
      all.length === 1
        ? t('state.recentRemoved', { name: first.title || fileName(first.path) })
        : t('state.recentsRemoved', { n: all.length })
    runtime.notify('info', text, { label: t('command.edit.undo'), run: () => void restore(all) }, GROUP)
  }

  return {
    remove: (path) => follow(runtime.request('recent.remove', path)),
    clear: () => follow(runtime.request('recent.clear')),
  }
}
