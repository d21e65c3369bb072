import { bare, keepsHead, type Piece, type Scan, type Scanner } from './block.ts'
import { nextTag, type Tag } from './html-tags.ts'
import { longWords, type Stretch } from './long-words.ts'
import { tagEnds } from './tag-ends.ts'

/** Containers longer than this are opened up: their children become blocks of their own. */
const SPLIT = 16_000
/** Longest block; a longer element is cut. */
const LIMIT = 256_000
/** A run of text is cut at the first line break after this many characters, and after the second number anywhere. */
const RUN = 2000
const LONG_RUN = 16_000

const TRANSPARENT = new Set('div section article main center header footer aside body html'.split(' '))
const INLINE = new Set(
  (
    'a abbr acronym audio b bdi bdo big br button canvas cite code data datalist del dfn em embed font i iframe img ' +
    'input ins kbd label map mark math meter nobr object output picture progress q rp rt ruby s samp select small ' +
    'span strike strong sub sup svg textarea time tt u var video wbr'
  ).split(' '),
)
const SPACE = /[ \t\n\r\f]+/y

/** A text as its pieces are looked for. */
interface Source {
  readonly text: string
  /** The body ends where the text does. */
  readonly final: boolean
  readonly split: number
  readonly endOf: ReturnType<typeof tagEnds>
}

/**
 * Cuts an HTML body into top-level elements, comments and runs of text, by its tags alone. A container that holds
 * everything (at the head) or is longer than `split` is not a block but an `open` piece, its children and a `close`.
 * Words too long to be text (data in addresses) count for nothing: no tag is cut because of them.
 */
export function htmlScanner(split = SPLIT): Scanner {
  return {
    reach: split,
    scan(text, final, head) {
      const words = longWords(text)
      if (words.length === 0) return scanHtml(text, final, head, split)
      const short = words.map((word, i) => text.slice(words[i - 1]?.to ?? 0, word.from)).join('')
      const scan = scanHtml(short + text.slice(words.at(-1)?.to), final, head, split)
      if (scan.pieces.length === 0) return { pieces: [bare('html', text.length)], trusted: final ? 1 : 0 }
      return { ...scan, pieces: lengthened(scan.pieces, words) }
    },
  }
}

/** Pieces of a text without these words as pieces of the text with them. */
function lengthened(pieces: readonly Piece[], words: readonly Stretch[]): readonly Piece[] {
  let next = 0
  let to = 0
  return pieces.map((piece, i) => {
    to += piece.length
    let { length } = piece
    for (let word = words[next]; word && (word.from < to || i === pieces.length - 1); word = words[next]) {
      length += word.to - word.from
      to += word.to - word.from
      next++
    }
    return length === piece.length ? piece : { ...piece, length }
  })
}

function scanHtml(text: string, final: boolean, startsAtHead: boolean, split: number): Scan {
  const source: Source = { text, final, split, endOf: tagEnds(text) }
  const pieces: Piece[] = []
  let trusted = Infinity
  let head = startsAtHead
  for (let at = 0; at < text.length;) {
    const piece = pieceAt(source, at, head)
    const to = at + piece.length
    if (!final && (to >= text.length || piece.length === 0)) {
      trusted = Math.min(trusted, pieces.length)
      pieces.push(bare(piece.length === 0 ? 'html' : piece.type, text.length - at, piece.opens))
      break
    }
    head &&= keepsHead(piece)
    pieces.push(piece)
    at = to
  }
  return { pieces, trusted: Math.min(trusted, pieces.length) }
}

/** The piece at `at`; one of length 0 when only more text can tell where it ends. */
function pieceAt(source: Source, at: number, head: boolean): Piece {
  const { text, final } = source
  SPACE.lastIndex = at
  const space = SPACE.exec(text)
  if (space) return bare('space', space[0].length)
  const tag = text[at] === '<' ? nextTag(text, at) : null
  if (tag?.from !== at) return run(source, at)
  if (tag.kind === 'other') return bare('comment', tag.to - at)
  if (tag.kind === 'close') return bare('close', tag.to - at)
  if (INLINE.has(tag.name)) return run(source, at)
  if (tag.kind === 'void') return bare('html', tag.to - at)
  if (TRANSPARENT.has(tag.name)) return container(source, tag, head)
  const end = endOfElement(source, tag, at + LIMIT)
  if (end !== null) return bare('html', end - at)
  if (text.length - at > LIMIT) return bare('html', LIMIT)
  return bare('html', final ? text.length - at : 0)
}

function container(source: Source, tag: Tag, head: boolean): Piece {
  const { text, final, split } = source
  const at = tag.from
  if (head) return bare('open', tag.to - at)
  const end = endOfElement(source, tag, at + split)
  if (end !== null && end - at <= split) return bare('html', end - at)
  if (end !== null || text.length - at > split) return bare('open', tag.to - at, true)
  return bare('html', final ? text.length - at : 0)
}

/** Text and inline elements up to the next block element, comment or stray closing tag. */
function run(source: Source, from: number): Piece {
  const { text, final, split } = source
  let at = from
  let opens = false
  while (at < text.length) {
    const tag = nextTag(text, at)
    if (!tag || tag.from - from > LONG_RUN) break
    if (tag.from > from && (tag.kind === 'other' || tag.kind === 'close' || !INLINE.has(tag.name))) {
      return bare('html', tag.from - from, opens)
    }
    at = tag.to
    if (tag.kind === 'open') {
      const end = endOfElement(source, tag, tag.from + split)
      const found = end !== null && end - tag.from <= split
      if (found) at = end
      else if (!final && text.length - tag.from <= split) return bare('html', 0)
      else opens = true
    }
    if (at - from > RUN && tag.name === 'br') return bare('html', at - from, opens)
    if (at - from > LONG_RUN) return bare('html', at - from, opens)
  }
  if (!final && text.length - from <= LONG_RUN) return bare('html', 0)
  return bare('html', Math.min(LONG_RUN, text.length - from), opens)
}

/**
 * Where the element of an opening tag ends, by counting tags of its name; a paragraph also ends before the next
 * block element (HTML 13.1.2.4). Null when that is not before `limit` or the text's end.
 */
function endOfElement({ text, endOf }: Source, open: Tag, limit: number): number | null {
  if (open.name !== 'p') {
    const close = endOf(open)
    return close && close.from < limit ? close.to : null
  }
  for (let tag = nextTag(text, open.to); tag && tag.from < limit; tag = nextTag(text, tag.to)) {
    if (tag.name === 'p') return tag.kind === 'close' ? tag.to : tag.from
    if (tag.name !== '' && !INLINE.has(tag.name)) return tag.from
  }
  return null
}
