import { EditorSelection, type ChangeSpec, type EditorState, type StateCommand } from '@codemirror/state'
import type { Span } from '../../../core/article/text-edit.ts'
import { splitField } from '../article-fields.ts'
import { bodyFormatFacet } from '../body-format-facet.ts'
import { enclosingElement } from './elements.ts'
import { isProse } from './stretches.ts'
import { isInBody } from './targets.ts'

/** How a format writes footnotes. */
interface Notation {
  /** Numbers in use; the first group is the number. */
  readonly used: RegExp
  readonly reference: (number: number) => string
  /** Where the definitions go and what stands around them. */
  readonly place: (body: string) => { readonly at: number; readonly before: string; readonly after: string }
  /** A definition as what stands before and after the caret in it. */
  readonly definition: (number: number) => readonly [string, string]
}

const markdown: Notation = {
  used: /\[\^(\d{1,6})\]/g,
  reference: (number) => `[^${String(number)}]`,
  place(body) {
    const text = body.trimEnd()
    const last = text.slice(text.lastIndexOf('\n') + 1)
    const gap = text === '' ? '' : /^ {0,3}\[\^[^\]\s]+\]:/.test(last) ? '\n' : '\n\n'
    return { at: text.length, before: gap, after: text.length === body.length ? '\n' : '' }
  },
  definition: (number) => [`[^${String(number)}]: `, ''],
}

const html: Notation = {
  used: /\bid\s*=\s*["']?fn(?:ref)?[-:]?(\d{1,6})\b/gi,
  reference: (number) => {
    const n = String(number)
    return `<sup class="footnote-ref"><a href="#fn-${n}" id="fnref-${n}">${n}</a></sup>`
  },
  place(body) {
    const section = /<(section|div)\b[^>]*class\s*=\s*["'][^"']*\bfootnotes\b[^>]*>/i.exec(body)
    const end = section === null ? -1 : body.indexOf('</ol>', section.index)
    if (end >= 0) return { at: body.slice(0, end).trimEnd().length, before: '\n', after: '' }
    const { length } = body.trimEnd()
    const gap = length === 0 ? '' : '\n'
    return { at: length, before: `${gap}<section class="footnotes">\n<ol>\n`, after: '\n</ol>\n</section>' }
  },
  definition: (number) => {
    const n = String(number)
    return [`<li id="fn-${n}">`, ` <a href="#fnref-${n}">↩</a></li>`]
  },
}

/** The definition of the footnote that a caret is in the reference of; in a definition's label, its first reference. */
function counterpart(state: EditorState, pos: number): Span | null {
  const line = state.doc.lineAt(pos)
  const found = [...line.text.matchAll(/\[\^([^\]\s]+)\]/g)].find(
    ({ index, 0: whole }) => line.from + index < pos && pos <= line.from + index + whole.length,
  )
  if (found === undefined) return null
  const { from } = state.field(splitField).body
  const body = state.sliceDoc(from)
  const label = found[0].replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  const defines = found.index < 4 && /^ {0,3}\[\^[^\]\s]+\]:/.test(line.text)
  const target = defines
    ? new RegExp(`${label}(?!:)`, 'i').exec(body)
    : new RegExp(`^ {0,3}${label}:[ \\t]*`, 'im').exec(body)
  if (target === null) return null
  const at = from + target.index + target[0].length
  return { from: at, to: at }
}

/** Whether a place is inside the brackets of a reference: another one there would break it. */
function isInLabel(state: EditorState, pos: number): boolean {
  const line = state.doc.lineAt(pos)
  return [...line.text.matchAll(/\[\^[^\]\s]+\]/g)].some(
    ({ index, 0: whole }) => line.from + index < pos && pos < line.from + index + whole.length,
  )
}

/** In HTML, where the link of a reference leads, or the link back from its note. */
function htmlCounterpart(state: EditorState, pos: number): Span | null {
  const link = enclosingElement(state, { from: pos, to: pos }, ['a'])
  if (link === null || pos <= link.open.from || pos >= link.close.to) return null
  const href = /\bhref\s*=\s*["']#(fn(?:ref)?[-:]?[^"'\s]+)["']/i.exec(
    state.sliceDoc(link.open.from, link.open.to),
  )
  if (href?.[1] === undefined) return null
  const { from } = state.field(splitField).body
  const id = href[1].replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  const target = new RegExp(`<[a-z][a-z0-9]*\\b[^<>]*\\bid\\s*=\\s*["']${id}["'][^<>]*>`, 'i').exec(
    state.sliceDoc(from),
  )
  if (target === null) return null
  const at = from + target.index + target[0].length
  return { from: at, to: at }
}

/**
 * A reference after each selection, with the next free number, and its definition at the end of the body, where the
 * caret goes on. In a reference the caret goes to its definition, and from there back.
 */
export const insertFootnote: StateCommand = ({ state, dispatch }) => {
  const isHtml = state.facet(bodyFormatFacet) === 'html'
  const { ranges, main } = state.selection
  if (!ranges.every((range) => isInBody(state, range))) return false
  const other =
    ranges.length > 1 ? null : isHtml ? htmlCounterpart(state, main.head) : counterpart(state, main.head)
  if (other !== null) {
    dispatch(state.update({ selection: { anchor: other.from }, scrollIntoView: true, userEvent: 'select' }))
    return true
  }
  if (
    !ranges.every((range) => isProse(state, range.to)) ||
    ranges.some((range) => isInLabel(state, range.to))
  ) {
    return false
  }
  const notation = isHtml ? html : markdown
  const { from: bodyFrom } = state.field(splitField).body
  const body = state.sliceDoc(bodyFrom)
  const highest = [...body.matchAll(notation.used)].reduce((most, [, n]) => Math.max(most, Number(n)), 0)
  const changes: ChangeSpec[] = ranges.map((range, at) => ({
    from: range.to,
    insert: notation.reference(highest + 1 + at),
  }))
  const { at, before, after } = notation.place(body)
  const definitions = ranges.map((_, n) => notation.definition(highest + 1 + n))
  const insert = before + definitions.map((parts) => parts.join('')).join('\n') + after
  // A caret behind the last text stays before the definitions: both are put at one place, the reference first.
  const place = Math.max(bodyFrom + at, ...ranges.map((range) => (range.to > bodyFrom + at ? range.to : 0)))
  const set = state.changes([...changes, { from: place, insert }])
  let offset = set.mapPos(place, 1) - insert.length + before.length
  const carets = definitions.map(([start, end]) => {
    const caret = offset + start.length
    offset = caret + end.length + 1
    return EditorSelection.cursor(caret)
  })
  dispatch(
    state.update({
      changes: set,
      selection: EditorSelection.create(carets, state.selection.mainIndex),
      scrollIntoView: true,
      userEvent: 'input.format',
    }),
  )
  return true
}
