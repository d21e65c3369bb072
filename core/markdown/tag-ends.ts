import { nextTag, type Tag } from './html-tags.ts'

/** Where the closing tag of an opening one stands. */
interface Closing {
  readonly from: number
  readonly to: number
}

/**
 * Finds where elements of a text end, by counting tags of their name. All are matched in one pass at the first
 * question: however deeply elements stand in one another, a text costs what its length costs.
 */
export function tagEnds(text: string): (open: Tag) => Closing | null {
  let known: { readonly from: number; readonly ends: ReadonlyMap<number, Closing | null> } | null = null
  return (open) => {
    if (!known || open.from < known.from) known = { from: open.from, ends: matchFrom(text, open) }
    const found = known.ends.get(open.from)
    return found === undefined ? (matchFrom(text, open).get(open.from) ?? null) : found
  }
}

function matchFrom(text: string, first: Tag): Map<number, Closing | null> {
  const ends = new Map<number, Closing | null>()
  const waiting = new Map<string, number[]>()
  for (let tag: Tag | null = first; tag; tag = nextTag(text, tag.to)) {
    if (tag.kind === 'open') {
      ends.set(tag.from, null)
      const same = waiting.get(tag.name)
      if (same) same.push(tag.from)
      else waiting.set(tag.name, [tag.from])
    } else if (tag.kind === 'close') {
      const at = waiting.get(tag.name)?.pop()
      if (at !== undefined) ends.set(at, { from: tag.from, to: tag.to })
    }
  }
  return ends
}
