import type { BodyFormat } from '../../core/article/body-format.ts'
import { shownText, TEX, type ShownText } from './shown-text.ts'
import { alignTexts, type Alignment } from './text-alignment.ts'

/** A block that is on the page, and its source. */
export interface BlockOnPage {
  readonly element: HTMLElement
  readonly source: string
  readonly format: BodyFormat
}

/** Where a block's lines stand: its source's, from 0 to their number, by offset and by height in CSS pixels. */
interface Lines {
  /** Where each line of the source begins (UTF-16), and last where the source ends. */
  readonly starts: readonly number[]
  /** How far down the element a line is shown; null when that cannot be told. */
  topOf(line: number): number | null
}

/** Lines of longer blocks are told in proportion, unless they are code. */
const MOST_ALIGNED = 20_000
/** How far a line's first character is looked for. */
const REACH = 200
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/

const aligned = new WeakMap<HTMLElement, { source: string; text: string; alignment: Alignment }>()

/**
 * How far down a block's element (CSS pixels) the place `at` of its source is shown: line by line where its lines can be
 * told apart, inside a line in proportion.
 */
export function heightAt(block: BlockOnPage, at: number): number {
  const { height } = block.element.getBoundingClientRect()
  const inProportion = (at / Math.max(1, block.source.length)) * height
  const lines = linesOf(block, height)
  if (!lines) return inProportion
  const line = lastWhere(lines.starts.length - 2, (it) => (lines.starts[it] ?? 0) <= at)
  const [from, to] = [lines.starts[line] ?? 0, lines.starts[line + 1] ?? block.source.length]
  const [top, bottom] = [lines.topOf(line), lines.topOf(line + 1)]
  if (top === null || bottom === null) return inProportion
  return top + Math.max(0, bottom - top) * ((at - from) / Math.max(1, to - from))
}

/** The place of a block's source that is shown so far down its element, or is nearest; the inverse of `heightAt`. */
export function placeAtHeight(block: BlockOnPage, pixels: number): number {
  const { height } = block.element.getBoundingClientRect()
  const down = Math.max(0, pixels)
  const part = height > 0 ? Math.min(1, down / height) : 0
  const inProportion = Math.round(part * block.source.length)
  const lines = linesOf(block, height)
  if (!lines) return inProportion
  const line = lastWhere(lines.starts.length - 2, (it) => (lines.topOf(it) ?? 0) <= down)
  const [from, to] = [lines.starts[line] ?? 0, lines.starts[line + 1] ?? block.source.length]
  const [top, bottom] = [lines.topOf(line), lines.topOf(line + 1)]
  if (top === null || bottom === null) return inProportion
  return from + Math.round(Math.min(1, (down - top) / Math.max(1, bottom - top)) * (to - from))
}

/** The last of 0 … `most` for which it is true; 0 when it is of none. True for one, it is true for all before. */
function lastWhere(most: number, isTrue: (it: number) => boolean): number {
  let low = 0
  for (let high = most; low < high;) {
    const middle = (low + high + 1) >> 1
    if (isTrue(middle)) low = middle
    else high = middle - 1
  }
  return low
}

function linesOf(block: BlockOnPage, height: number): Lines | null {
  const { element, source } = block
  const starts = lineStarts(source)
  if (starts.length < 3 || height === 0) return null
  const shown = shownText(element)
  const code = isCode(block)
  const textAt = code ? codeLines(block, shown.text) : alignedLines(block, starts, shown.text)
  if (!textAt) return null
  const last = starts.length - 1
  return {
    starts,
    topOf(line) {
      if (line <= 0) return 0
      return line >= last ? height : topOfText(block, shown, textAt(line), height, code)
    },
  }
}

/** Where the lines of a text begin; last where it ends. */
function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0 && at + 1 < text.length; at = text.indexOf('\n', at + 1))
    starts.push(at + 1)
  starts.push(text.length)
  return starts
}

function isCode({ element, format }: BlockOnPage): boolean {
  return format === 'markdown' && element.firstElementChild?.localName === 'pre'
}

/** Code has every line of its source, behind that of its fence, which is shown only where the block is plain text. */
function codeLines({ element, source }: BlockOnPage, text: string): (line: number) => number {
  const starts = lineStarts(text)
  const before = FENCE.test(source) && !element.querySelector(':scope > .galley-plain') ? 1 : 0
  return (line) => starts[Math.max(0, line - before)] ?? text.length
}

function alignedLines(
  { element, source, format }: BlockOnPage,
  starts: readonly number[],
  text: string,
): ((line: number) => number) | null {
  // A formula's lines are not those of its source.
  if (source.length > MOST_ALIGNED || element.querySelector(`[${TEX}*='\\a ']`)) return null
  let known = aligned.get(element)
  if (known?.source !== source || known.text !== text) {
    known = { source, text, alignment: alignTexts(source, text, format) }
    aligned.set(element, known)
  }
  const { alignment } = known
  return (line) => alignment.textAt(starts[line] ?? source.length, 'start')
}

/** How far down what stands at `at` of the block's text is shown; of white space that is not `kept`, what follows it. */
function topOfText(
  { element }: BlockOnPage,
  shown: ShownText,
  at: number,
  height: number,
  kept: boolean,
): number | null {
  let seen = at
  while (!kept && seen < at + REACH && /\s/.test(shown.text.charAt(seen))) seen++
  if (seen >= shown.text.length) return height
  const [rect] = shown.range(seen, seen + 1)?.getClientRects() ?? []
  if (!rect || rect.height === 0) return null
  return Math.min(height, Math.max(0, rect.top - element.getBoundingClientRect().top))
}
