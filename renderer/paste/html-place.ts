import type { EditorState } from '@codemirror/state'
import type { Span } from '../../core/article/text-edit.ts'
import { enclosingElement } from '../editor/commands/elements.ts'
import type { PasteChange } from './insertion.ts'
import type { PastedText } from './pasted-text.ts'

/** Elements that hold a line of text: what is pasted into them needs no paragraph of its own. */
const LINES = (
  'p h1 h2 h3 h4 h5 h6 li td th dt dd figcaption caption summary a b strong i em del s u span small sub sup kbd mark q ' +
  'cite abbr label'
).split(' ')
/** Elements that cannot hold blocks, and end where one begins. */
const PARAGRAPHS = ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']

/** Lines after the first begin like the line they go into; those of preformatted text stay as they are. */
function indented(text: string, indent: string): string {
  let verbatim = false
  return text
    .split('\n')
    .map((line, i) => {
      const own = verbatim || i === 0 ? line : indent + line
      if (/<pre[\s>]/i.test(line)) verbatim = true
      if (/<\/pre>/i.test(line)) verbatim = false
      return own
    })
    .join('\n')
}

/** A pasted text in an HTML body. */
export function htmlPlace(state: EditorState, range: Span, pasted: PastedText): PasteChange {
  const line = state.doc.lineAt(range.from)
  const last = state.doc.lineAt(range.to)
  const indent = /^[ \t]*/.exec(line.text)?.[0] ?? ''
  const before = line.text.slice(0, range.from - line.from).trim()
  const after = last.text.slice(range.to - last.from).trim()
  const one = (from: number, to: number, head: string, text: string, tail: string): PasteChange => ({
    changes: [{ from, to, insert: head + text + tail }],
    caret: { change: 0, at: head.length + text.length },
  })
  if (pasted.kind === 'plain') return one(range.from, range.to, '', pasted.text, '')
  if (pasted.kind === 'line') {
    const own = before === '' && after === '' && enclosingElement(state, range, LINES) === null
    return own
      ? one(range.from, range.to, '<p>', pasted.text, '</p>')
      : one(range.from, range.to, '', pasted.text, '')
  }
  const text = indented(pasted.text, indent)
  const paragraph = enclosingElement(state, range, PARAGRAPHS)
  if (paragraph === null)
    return one(
      range.from,
      range.to,
      before === '' ? '' : `\n${indent}`,
      text,
      after === '' ? '' : `\n${indent}`,
    )
  const { open, close } = paragraph
  const startsIt = state.sliceDoc(open.to, range.from).trim() === ''
  const endsIt = state.sliceDoc(range.to, close.from).trim() === ''
  if (startsIt && endsIt) return one(open.from, close.to, '', text, '')
  if (endsIt) {
    const cut = { from: range.from, to: range.to, insert: '' }
    const added = { from: close.to, to: close.to, insert: `\n${indent}${text}` }
    return { changes: [cut, added], caret: { change: 1, at: added.insert.length } }
  }
  if (startsIt) {
    const added = { from: open.from, to: open.from, insert: `${text}\n${indent}` }
    const cut = { from: range.from, to: range.to, insert: '' }
    return { changes: [added, cut], caret: { change: 0, at: text.length } }
  }
  const tags = [state.sliceDoc(close.from, close.to), state.sliceDoc(open.from, open.to)]
  return one(range.from, range.to, `${tags[0]}\n${indent}`, text, `\n${indent}${tags[1]}`)
}
