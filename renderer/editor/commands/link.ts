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

/** Writes `text` and `url` around or in place of a stretch; the caret goes where something is missing. */
function insertLink(state: EditorState, at: Span, image: boolean, text: string, url: string): Result {
  const html = state.facet(bodyFormatFacet) === 'html'
  const [before, between, after] = html
    ? image
      ? [`<img src="`, `" alt="`, `">`]
      : [`<a href="`, `">`, `</a>`]
    : [image ? '![' : '[', '](', ')']
  const address = html ? attribute(url) : url === '' ? '' : destination(url)
  const first = html ? address : text
  const second = html ? (image ? text.replaceAll('"', '&quot;') : text) : address
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
    const spec = state.changeByRange((range) => {
      const result = onRange(state, range, image)
      return { changes: [...result.changes], range: result.range }
    })
    if (spec.changes.empty && spec.selection.eq(state.selection)) return false
    dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input.format' }))
    return true
  }
}

function onRange(state: EditorState, range: SelectionRange, image: boolean): Result {
  if (!isInBody(state, range)) return { changes: [], range }
  if (image) {
    const address = imageAddress(state, range)
    if (address !== null) return { changes: [], range: EditorSelection.range(address.from, address.to) }
  } else {
    const off = unlink(state, range)
    if (off !== null) return off
  }
  const at = range.empty ? (image ? range : (wordAround(state, range.head) ?? range)) : range
  const text = state.sliceDoc(at.from, at.to)
  return isUrl(text) ? insertLink(state, at, image, '', text.trim()) : insertLink(state, at, image, text, '')
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
      !isUrl(state.sliceDoc(range.from, range.to)) &&
      enclosing(state, range, (one) =>
        /^(?:Link|Image|InlineCode|FencedCode|CodeBlock|Attribute)$/.test(one.name),
      ) === null &&
      enclosingElement(state, range, ['a', 'code', 'pre', 'script', 'style']) === null
    if (!state.selection.ranges.every(fits)) return false
    const spec = state.changeByRange((range) => {
      const result = insertLink(state, range, false, state.sliceDoc(range.from, range.to), url.trim())
      return { changes: [...result.changes], range: result.range }
    })
    dispatch(state.update(spec, { scrollIntoView: true, userEvent: 'input.paste' }))
    return true
  }
}
