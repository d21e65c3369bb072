import {
  EditorSelection,
  type ChangeSpec,
  type EditorState,
  type SelectionRange,
  type StateCommand,
} from '@codemirror/state'
import type { SyntaxNode } from '@lezer/common'
import type { Span } from '../../../core/article/text-edit.ts'
import { bodyFormatFacet } from '../body-format-facet.ts'
import { enclosingElement, escapeHtml } from './elements.ts'
import { isProse, oneStretch, proseWordAt, trimmed, type Stretch } from './stretches.ts'
import { enclosing, isInBody, wordAround } from './targets.ts'

interface Result {
  readonly changes: readonly ChangeSpec[]
  readonly range: SelectionRange
}

/** An address as a whole: what a pasted or selected text must be to become a link's target. */
const URL_TEXT = /^(?:(?:https?|ftp):\/\/[^\s<>"]+|mailto:[^\s<>"]+@[^\s<>"]+)$/i

/** Whether a text is nothing but an address. */
export function isUrl(text: string): boolean {
  return URL_TEXT.test(text.trim())
}

/** An address as a Markdown destination: in angle brackets when its parentheses do not match (CommonMark 6.3). */
function destination(url: string): string {
  let depth = 0
  for (const sign of url) {
    if (sign === '(') depth += 1
    else if (sign === ')') depth -= 1
    if (depth < 0) break
  }
  return depth === 0 ? url : `<${url}>`
}

const attribute = (url: string): string => escapeHtml(url).replaceAll('"', '&quot;')

/** Removes the marks of a link and leaves its text. */
function unlink(state: EditorState, range: SelectionRange): Result | null {
  const tags = enclosingElement(state, range, ['a'])
  const node = tags === null ? enclosing(state, range, (one) => one.name === 'Link') : null
  const marks = node?.getChildren('LinkMark') ?? []
  const [open, middle] = marks
  const changes =
    tags !== null
      ? [tags.open, tags.close].map(({ from, to }) => ({ from, to }))
      : node !== null && open !== undefined && middle !== undefined
        ? [
            { from: open.from, to: open.to },
            { from: middle.from, to: node.to },
          ]
        : null
  return changes === null ? null : { changes, range: range.map(state.changes(changes)) }
}

/** A text in square brackets ends at a bracket without a partner, unless that is escaped (CommonMark 6.3). */
function linkText(text: string): string {
  const open: number[] = []
  const alone = new Set<number>()
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '[') open.push(at)
    else if (text[at] === ']' && open.pop() === undefined) alone.add(at)
  }
  for (const at of open) alone.add(at)
  return Array.from({ length: text.length }, (_, at) =>
    alone.has(at) ? `\\${text[at] ?? ''}` : text[at],
  ).join('')
}

/** Where something is written, and whether as elements. */
type Target = Span & Pick<Stretch, 'html'>

/** Writes `text` and `url` around or in place of a stretch; the caret goes where something is missing. */
function insertLink(at: Target, image: boolean, text: string, url: string): Result {
  const { html } = at
  const [before, between, after] = html
    ? image
      ? [`<img src="`, `" alt="`, `">`]
      : [`<a href="`, `">`, `</a>`]
    : [image ? '![' : '[', '](', ')']
  const address = html ? attribute(url) : url === '' ? '' : destination(url)
  const shown = html ? (image ? text.replaceAll('"', '&quot;') : text) : linkText(text)
  const [first, second] = html ? [address, shown] : [shown, address]
  const insert = before + first + between + second + after
  const firstAt = at.from + before.length
  const secondAt = firstAt + first.length + between.length
  const textAt = html ? secondAt : firstAt
  const urlAt = html ? firstAt : secondAt
  const caret = url !== '' && text !== '' ? at.from + insert.length : text === '' ? textAt : urlAt
  return { changes: [{ from: at.from, to: at.to, insert }], range: EditorSelection.cursor(caret) }
}

/** The address of the image around a range, to be selected. */
function imageAddress(state: EditorState, range: Span): Span | null {
  const node = enclosing(state, range, (one) => one.name === 'Image' || isImageTag(state, one))
  if (node === null) return null
  if (node.name === 'Image') return node.getChild('URL')
  for (const one of node.getChildren('Attribute')) {
    const value = one.getChild('AttributeValue')
    const name = one.getChild('AttributeName')
    if (name === null || value === null || state.sliceDoc(name.from, name.to).toLowerCase() !== 'src')
      continue
    const quoted = /^["']/.test(state.sliceDoc(value.from, value.to))
    return quoted ? { from: value.from + 1, to: value.to - 1 } : value
  }
  return null
}

function isImageTag(state: EditorState, node: SyntaxNode): boolean {
  const name = node.getChild('TagName')
  return name !== null && state.sliceDoc(name.from, name.to).toLowerCase() === 'img'
}

function linkCommand(image: boolean): StateCommand {
  return ({ state, dispatch }) => {
    const done: Span[] = []
    const spec = state.changeByRange((range) => {
      const { changes, range: next } = onRange(state, range, image)
      const set = state.changes([...changes])
      const touched: Span[] = []
      set.iterChangedRanges((from, to) => touched.push({ from, to }))
      if (touched.some((one) => done.some((other) => one.from < other.to && other.from < one.to)))
        return { range }
      done.push(...touched)
      return { changes: [...changes], range: next }
    })
    if (spec.changes.empty && spec.selection.eq(state.selection)) return false
    dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input.format' }))
    return true
  }
}

function onRange(state: EditorState, range: SelectionRange, image: boolean): Result {
  const nothing: Result = { changes: [], range }
  if (!isInBody(state, range)) return nothing
  if (image) {
    const address = imageAddress(state, range)
    if (address !== null) return { changes: [], range: EditorSelection.range(address.from, address.to) }
  } else {
    const off = unlink(state, range)
    if (off !== null) return off
  }
  const found = range.empty ? (image ? null : wordOrAddress(state, range.head)) : oneStretch(state, range)
  if (found === null) {
    // A caret that is in text but beside no word; a selection that is nothing but spaces.
    const blank = trimmed(state, range) === null
    const unworded = image || wordAround(state, range.head) === null
    if (!blank || (range.empty && !unworded) || !isProse(state, range.head)) return nothing
    return insertLink({ ...caretOf(range), html: isHtmlAt(state, range) }, image, '', '')
  }
  const holdsLink = found.nodes.some(
    (one) => /^(?:Link|a)$/.test(one.name) && one.from < found.to && one.to > found.from,
  )
  if (holdsLink && !image) return nothing
  const address = addressIn(state, found)
  if (address !== null) return insertLink(found, image, '', address)
  return insertLink(found, image, state.sliceDoc(found.from, found.to), '')
}

/** The address a caret is in, else the word. */
function wordOrAddress(state: EditorState, pos: number): Stretch | null {
  const word = proseWordAt(state, pos)
  const line = state.doc.lineAt(pos)
  for (const { index, 0: text } of line.text.matchAll(/\b(?:https?|ftp):\/\/[^\s<>"]+/gi)) {
    const from = line.from + index
    if (word !== null && from <= word.from && word.to <= from + text.length)
      return oneStretch(state, { from, to: from + text.length })
  }
  return word
}

const caretOf = (range: SelectionRange): Span => ({ from: range.head, to: range.head })

/** Whether markup is written as elements at a place: in HTML bodies and in HTML blocks of Markdown. */
function isHtmlAt(state: EditorState, range: Span): boolean {
  if (state.facet(bodyFormatFacet) === 'html') return true
  return enclosing(state, range, (one) => one.name === 'HTMLBlock') !== null
}

/** The address that a stretch is, also one in angle brackets. */
function addressIn(state: EditorState, { from, to }: Span): string | null {
  const text = state.sliceDoc(from, to).replace(/^<(.*)>$/, '$1')
  return isUrl(text) ? text.trim() : null
}

/** A link around the selection or word, or its marks away when there is one. */
export const toggleLink = linkCommand(false)

/** An image with the selection as its description; inside an image, its address is selected. */
export const insertImage = linkCommand(true)

/** Makes every selected text a link to `url`; does nothing where a link or code stands, or without a selection. */
export function linkTo(url: string): StateCommand {
  return ({ state, dispatch }) => {
    const fits = (range: SelectionRange): boolean =>
      !range.empty &&
      isInBody(state, range) &&
      state.doc.lineAt(range.from).to >= range.to &&
      trimmed(state, range) !== null &&
      !isUrl(state.sliceDoc(range.from, range.to)) &&
      enclosing(state, range, (one) =>
        /^(?:Link|Image|InlineCode|FencedCode|CodeBlock|Attribute)$/.test(one.name),
      ) === null &&
      enclosingElement(state, range, ['a', 'code', 'pre', 'script', 'style']) === null
    if (!state.selection.ranges.every(fits)) return false
    const spec = state.changeByRange((range) => {
      const at = { ...(trimmed(state, range) ?? range), html: isHtmlAt(state, range) }
      const result = insertLink(at, false, state.sliceDoc(at.from, at.to), url.trim())
      return { changes: [...result.changes], range: result.range }
    })
    dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input.paste' }))
    return true
  }
}
