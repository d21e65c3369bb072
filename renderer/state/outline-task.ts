import type { EditorState, Text } from '@codemirror/state'
import type { Heading } from '../../core/article/outline/heading.ts'
import {
  outlineStart,
  scanOutline,
  type OutlineScan,
  type OutlineState,
} from '../../core/article/outline/outline.ts'
import type { Span } from '../../core/article/text-edit.ts'
import { findStrictEmphasis, type StrictEmphasis } from '../../core/checks/strict-emphasis.ts'
import { splitField } from '../editor/article-fields.ts'
import { bodyFormatFacet } from '../editor/body-format-facet.ts'
import { inBackground, type BackgroundWork } from './background.ts'

/** UTF-16 units read in one go: about a millisecond. */
const SLICE = 65_536

/** What the pieces of documents hold when read from a state; an edit leaves all pieces but a few as they were. */
const known = new WeakMap<Text, { readonly before: string; readonly scan: PieceScan }>()

/** A piece's headings, and its emphasis that strict readers do not set; all at offsets within the piece. */
interface PieceScan extends OutlineScan {
  readonly emphasis: readonly StrictEmphasis[]
}

function scanPiece(text: string, at: OutlineState): PieceScan {
  const emphasis = at.format === 'markdown' ? findStrictEmphasis(text, at.state.fence) : []
  return { ...scanOutline(text, at), emphasis }
}

/** The leaves of a document that end after `begin`, each with its offset. */
function* leaves(text: Text, from: number, begin: number): Generator<{ leaf: Text; from: number }> {
  if (from + text.length < begin) return
  if (text.children === null) {
    yield { leaf: text, from }
    return
  }
  let at = from
  for (const child of text.children) {
    yield* leaves(child, at, begin)
    at += child.length + 1
  }
}

/**
 * Finds the headings of the body of `state`, and its emphasis that strict readers do not set, while the page has nothing more pressing,
 * then calls `done` with them.
 * Reads only what no earlier search has read; `onRead` is told how many characters that was, for tests.
 */
export function startOutline(
  state: EditorState,
  done: (headings: readonly Heading[], emphasis: readonly StrictEmphasis[]) => void,
  onRead?: (characters: number) => void,
): BackgroundWork {
  const { from: begin } = state.field(splitField).body
  const waiting = leaves(state.doc, 0, begin)
  const headings: Heading[] = []
  const emphasis: StrictEmphasis[] = []
  let reading: OutlineState = outlineStart(state.facet(bodyFormatFacet))

  const scan = (leaf: Text, from: number): number => {
    const skipped = Math.max(0, begin - from)
    const before = JSON.stringify(reading)
    const found = skipped === 0 ? known.get(leaf) : undefined
    const fresh = found?.before !== before
    const result = fresh ? scanPiece(`${leaf.sliceString(skipped)}\n`, reading) : found.scan
    if (fresh && skipped === 0) known.set(leaf, { before, scan: result })
    const offset = from + skipped
    for (const one of result.headings) {
      headings.push({ ...one, from: one.from + offset, to: one.to + offset })
    }
    for (const { span, edits } of result.emphasis) {
      const shift = <S extends Span>(one: S): S => ({ ...one, from: one.from + offset, to: one.to + offset })
      emphasis.push({ span: shift(span), edits: edits?.map(shift) ?? null })
    }
    reading = result.state
    return fresh ? leaf.length : 0
  }
  return inBackground(() => {
    for (let read = 0; read < SLICE;) {
      const next = waiting.next()
      if (next.done === true) {
        done(headings, emphasis)
        return false
      }
      const characters = scan(next.value.leaf, next.value.from)
      onRead?.(characters)
      read += characters
    }
    return true
  })
}
