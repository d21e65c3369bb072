import type { BlockPlace } from './frame-events.ts'
import type { PreviewSource } from './preview-api.ts'
import { alignTexts, type Side } from './text-alignment.ts'

/** The offset in an article's whole text of a place in one of its rendered blocks. */
export function sourceOffset(
  { doc, format }: PreviewSource,
  { from, to, place }: BlockPlace,
  side: Side = 'start',
): number {
  const text = doc.sliceString(from, to)
  return Math.min(to, from + alignTexts(text, place.text, format).sourceAt(place.at, side))
}
