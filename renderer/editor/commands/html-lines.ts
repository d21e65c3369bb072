import type { ChangeSpec, EditorState, Line } from '@codemirror/state'
import type { Span } from '../../../core/article/text-edit.ts'
import { enclosingElement, type ElementTags } from './elements.ts'
import { dropTag } from './html-lists.ts'
import type { NextLevel } from './markdown-lines.ts'
import { stretchesIn } from './stretches.ts'

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

function rename(tags: ElementTags, name: string): ChangeSpec[] {
  return [
    { from: tags.openName.from, to: tags.openName.to, insert: name },
    { from: tags.closeName.from, to: tags.closeName.to, insert: name },
  ]
}

/** The first text of a line: where an element around it is looked for. */
function textOf(line: Line): Span {
  const from = line.from + line.text.length - line.text.trimStart().length
  return { from, to: Math.max(from, line.from + line.text.trimEnd().length) }
}

/** Paragraphs, headings and bare lines as headings of another level; 0 is a paragraph. */
export function changeHtmlHeading(state: EditorState, lines: readonly Line[], next: NextLevel): ChangeSpec[] {
  const seen = new Set<number>()
  const nameOf = (level: number): string => HEADINGS[next(level) - 1] ?? 'p'
  return lines.flatMap((line): ChangeSpec[] => {
    if (line.text.trim() === '') return []
    const around = enclosingElement(state, textOf(line), ['p', 'pre', 'script', 'style', ...HEADINGS])
    const inside = around === null ? stretchesIn(state, line) : []
    const found =
      around !== null
        ? [around]
        : inside.map((one) => enclosingElement(state, one, ['p', 'pre', ...HEADINGS]) ?? one)
    return found.flatMap((one): ChangeSpec[] => {
      if (!('open' in one)) {
        return [
          { from: one.from, insert: `<${nameOf(0)}>` },
          { from: one.to, insert: `</${nameOf(0)}>` },
        ]
      }
      if (seen.has(one.open.from) || /^(?:pre|script|style)$/.test(one.name)) return []
      seen.add(one.open.from)
      return rename(one, nameOf(HEADINGS.findIndex((name) => name === one.name) + 1))
    })
  })
}

/** What cannot hold a quote, or would be torn apart by one around some of its lines. */
const WHOLE = ['p', 'ul', 'ol', 'dl', 'table', 'pre', ...HEADINGS]

/** `<blockquote>` around the lines, or away. */
export function toggleHtmlQuote(state: EditorState, lines: readonly Line[]): ChangeSpec[] {
  const first = lines[0]
  const last = lines.at(-1)
  if (first === undefined || last === undefined) return []
  const tags = enclosingElement(state, { from: textOf(first).from, to: textOf(last).to }, ['blockquote'])
  if (tags !== null) return [dropTag(state, tags.open), dropTag(state, tags.close)]
  const start = enclosingElement(state, textOf(first), WHOLE)?.open.from
  const end = enclosingElement(state, textOf(last), WHOLE)?.close.to
  const from = start === undefined ? first.from : Math.min(first.from, state.doc.lineAt(start).from)
  const to = end === undefined ? last.to : Math.max(last.to, state.doc.lineAt(end).to)
  return [
    { from, insert: '<blockquote>\n' },
    { from: to, insert: '\n</blockquote>' },
  ]
}
