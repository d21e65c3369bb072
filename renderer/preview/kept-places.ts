import type { ChangeSet } from '@codemirror/state'

/** Where each article was last scrolled to, as an offset into its whole text. */
export interface KeptPlaces {
  /** 0 for an article that was never scrolled. */
  of(key: string): number
  keep(key: string, offset: number): void
  follow(key: string, changes: ChangeSet): void
  forget(key: string): void
}

/** Keeps places by the articles' keys. */
export function createKeptPlaces(): KeptPlaces {
  const places = new Map<string, number>()
  return {
    of: (key) => places.get(key) ?? 0,
    keep: (key, offset) => void places.set(key, offset),
    follow(key, changes) {
      const place = places.get(key)
      if (place !== undefined && place <= changes.length) places.set(key, changes.mapPos(place))
    },
    forget: (key) => void places.delete(key),
  }
}
