import { nextTag, type Tag } from './html-tags.ts'

/** Where the closing tag of an opening one stands. */
interface Closing {
  readonly from: number
  readonly to: number
}

/**
 * Finds where elements of a text end, by counting tags of their name. All are matched in one pass at the first
 * question: however deeply elements stand in one another, a text costs what its length costs. A tag that this pass
 * took for something else (part of a value that was cut) has another pass begin, which is remembered, too.
 */
export function tagEnds(text: string): (open: Tag) => Closing | null {
  const ends = new Map<number, Closing | null>()
  return (open) => {
    if (!ends.has(open.from)) matchFrom(text, open, ends)
    return ends.get(open.from) ?? null
  }
}

/** Adds what elements from `first` on end with; what is known already stays. */
function matchFrom(text: string, first: Tag, ends: Map<number, Closing | null>): void {
  const fresh = new Set<number>()
  const waiting = new Map<string, number[]>()
  for (let tag: Tag | null = first; tag; tag = nextTag(text, tag.to)) {
    if (tag.kind === 'open') {
      if (!ends.has(tag.from)) {
        fresh.add(tag.from)
        ends.set(tag.from, null)
      }
      const same = waiting.get(tag.name)
      if (same) same.push(tag.from)
      else waiting.set(tag.name, [tag.from])
    } else if (tag.kind === 'close') {
      const at = waiting.get(tag.name)?.pop()
      if (at !== undefined && fresh.has(at)) ends.set(at, { from: tag.from, to: tag.to })
    }
  }
}
