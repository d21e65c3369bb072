import type { Handlers } from '../core/contract.ts'

type Watch = Handlers['article.watch' | 'folder.watch']

/** The files, or the folders, each of several pages watches, as one list for the one watching service. */
export interface WatchUnion {
  /** `article.watch` or `folder.watch` of one more page; `left` ends its part, until it watches again. */
  join(): { readonly watch: Watch; readonly left: () => void }
}

/** Makes several pages' lists of watched files one: `watch` gets their union at each change. */
export function createWatchUnion(watch: Watch, log: (error: unknown) => void): WatchUnion {
  const lists = new Set<{ paths: readonly string[] }>()
  const union = (): readonly string[] => [...new Set([...lists].flatMap((it) => it.paths))]
  return {
    join() {
      const own = { paths: [] as readonly string[] }
      lists.add(own)
      return {
        watch(paths) {
          lists.add(own)
          own.paths = paths
          return watch(union())
        },
        left() {
          lists.delete(own)
          const had = own.paths.length > 0
          own.paths = []
          if (had) watch(union()).catch(log)
        },
      }
    },
  }
}
