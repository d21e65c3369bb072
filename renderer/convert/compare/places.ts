import type { Span } from '../../../core/article/text-edit.ts'
import { nextTag } from '../../../core/markdown/html-tags.ts'
import type { PlaceOf } from './dom-tokens.ts'
import { parseInert } from './parse-inert.ts'

const MARK = 'data-galley-at'
/** Elements looked at between two pauses. */
const BATCH = 500
/** How far from its element a text is looked for, in UTF-16 units. */
const REACH = 4000
/** How much of a text is looked for. */
const HEAD = 24

/** A piece of HTML and the stretch of the source it was made from; null: the piece is the source. */
export interface Sourced {
  readonly html: string
  readonly span: Span | null
}

/**
 * Says where in the source the nodes of `root` come from, which was parsed from `pieces` joined. Elements are found
 * by parsing once more with every tag marked; a text is looked for behind its element. Offsets count from `base`.
 * Pauses now and then.
 */
export function* placesIn(
  root: ParentNode,
  source: string,
  pieces: readonly Sourced[],
  base: number,
): Generator<undefined, PlaceOf> {
  const spans: Span[] = []
  const parts: string[] = []
  for (const piece of pieces) parts.push(yield* mark(piece, spans))
  const marked = parseInert(parts.join(''))
  yield
  const elements = [...root.querySelectorAll('*')]
  const twins = [...marked.querySelectorAll('*')]
  const alike =
    elements.length === twins.length && elements.every((it, i) => it.localName === twins[i]?.localName)
  const places = new Map<Element, Span>()
  if (alike) {
    for (const [i, element] of elements.entries()) {
      if (i % BATCH === BATCH - 1) yield
      const span = spans[Number(twins[i]?.getAttribute(MARK) ?? -1)]
      if (span) places.set(element, span)
    }
  }
  let at = 0
  return (node) => {
    if (node.nodeType === 1) {
      const span = places.get(node as Element)
      if (!span) return null
      at = pieces.length === 1 && pieces[0]?.span === null ? span.to : Math.max(at, span.from)
      return { from: base + span.from, to: base + span.to }
    }
    const text = (node as CharacterData).data.trim().slice(0, HEAD)
    if (text === '') return null
    const found = source.slice(at, at + REACH).indexOf(text)
    if (found < 0) return { from: base + at, to: base + at }
    at += found + text.length
    return { from: base + at - text.length, to: base + at }
  }
}

/** The piece with a number in each tag, under which its span is noted. */
function* mark({ html, span }: Sourced, spans: Span[]): Generator<undefined, string> {
  let marked = ''
  let at = 0
  for (let tag = nextTag(html, 0); tag; tag = nextTag(html, tag.to)) {
    if (tag.kind === 'close' || tag.kind === 'other') continue
    const after = tag.from + 1 + tag.name.length
    marked += `${html.slice(at, after)} ${MARK}="${spans.length}"`
    if (spans.push(span ?? { from: tag.from, to: tag.to }) % BATCH === 0) yield
    at = after
  }
  return marked + html.slice(at)
}
