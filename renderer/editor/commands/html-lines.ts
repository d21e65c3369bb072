import type { ChangeSpec, EditorState, Line } from '@codemirror/state'
import type { Span } from '../../../core/article/text-edit.ts'
import { enclosingElement, type ElementTags } from './elements.ts'
import type { ListKind, NextLevel } from './markdown-lines.ts'

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const
const PARAGRAPH = /^(\s*)<p(?:\s[^>]*)?>([^]*)<\/p>(\s*)$/i
const ITEM =
  /^(\s*)<li(?:\s[^>]*)?>(?:<input type="checkbox"(?: checked)?(?: disabled)?> ?)?([^]*)<\/li>(\s*)$/i

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
    if (line.text.trim() === '' && lines.length > 1) return []
    const span = textOf(line)
    const tags = enclosingElement(state, span, ['p', ...HEADINGS])
    if (tags === null) {
      return [
        { from: span.from, insert: `<${nameOf(0)}>` },
        { from: span.to, insert: `</${nameOf(0)}>` },
      ]
    }
    if (seen.has(tags.open.from)) return []
    seen.add(tags.open.from)
    const at = HEADINGS.findIndex((name) => name === tags.name)
    return rename(tags, nameOf(at + 1))
  })
}

/** The change that takes an element's tag away, with its line when it stands alone on it. */
function dropTag(state: EditorState, tag: Span): ChangeSpec {
  const line = state.doc.lineAt(tag.from)
  const alone = tag.to <= line.to && line.text.trim() === state.sliceDoc(tag.from, tag.to)
  if (!alone) return { from: tag.from, to: tag.to }
  return line.to < state.doc.length
    ? { from: line.from, to: line.to + 1 }
    : { from: Math.max(0, line.from - 1), to: line.to }
}

/** `<blockquote>` around the lines, or away. */
export function toggleHtmlQuote(state: EditorState, lines: readonly Line[]): ChangeSpec[] {
  const first = lines[0]
  const last = lines.at(-1)
  if (first === undefined || last === undefined) return []
  const tags = enclosingElement(state, { from: textOf(first).from, to: textOf(last).to }, ['blockquote'])
  if (tags !== null) return [dropTag(state, tags.open), dropTag(state, tags.close)]
  return [
    { from: first.from, insert: '<blockquote>\n' },
    { from: last.to, insert: '\n</blockquote>' },
  ]
}

/** A line as a list's item: a paragraph's or another item's content moves into it. */
function item(line: Line, task: boolean): ChangeSpec[] {
  if (line.text.trim() === '') return []
  const match = ITEM.exec(line.text) ?? PARAGRAPH.exec(line.text)
  const content = (match?.[2] ?? line.text).trim()
  const at = line.from + line.text.indexOf(content)
  const box = task ? '<input type="checkbox"> ' : ''
  return [
    { from: line.from, to: at, insert: `  <li>${box}` },
    { from: at + content.length, to: line.to, insert: '</li>' },
  ]
}

/** A line of a list without its item's tags. */
function plain(line: Line): ChangeSpec[] {
  const match = ITEM.exec(line.text)
  const content = match?.[2]
  if (content === undefined) return []
  const at = line.from + line.text.lastIndexOf(content, line.text.length - '</li>'.length)
  return [
    { from: line.from, to: at, insert: '<p>' },
    { from: at + content.length, to: line.to, insert: '</p>' },
  ]
}

function linesBetween(state: EditorState, tags: ElementTags): Line[] {
  const lines: Line[] = []
  const last = state.doc.lineAt(tags.close.from).number
  for (let number = state.doc.lineAt(tags.open.to).number; number <= last; number += 1) {
    lines.push(state.doc.line(number))
  }
  return lines
}

function isTaskList(lines: readonly Line[]): boolean {
  return lines.some((line) => /<li[^>]*><input type="checkbox"/i.test(line.text))
}

/** A list with one empty item, as what stands before and after the caret in it. */
export function emptyHtmlList(kind: ListKind): readonly [string, string] {
  const name = kind === 'ordered' ? 'ol' : 'ul'
  return [`<${name}>\n  <li>${kind === 'task' ? '<input type="checkbox"> ' : ''}`, `</li>\n</${name}>`]
}

/** `<ul>` or `<ol>` around the lines, each an item; another kind of list becomes this one; the same kind goes. */
export function toggleHtmlList(state: EditorState, lines: readonly Line[], kind: ListKind): ChangeSpec[] {
  const first = lines[0]
  const last = lines.at(-1)
  if (first === undefined || last === undefined) return []
  const name = kind === 'ordered' ? 'ol' : 'ul'
  const tags = enclosingElement(state, { from: textOf(first).from, to: textOf(last).to }, ['ul', 'ol'])
  if (tags === null) {
    const items = lines.flatMap((line) => item(line, kind === 'task'))
    return [{ from: first.from, insert: `<${name}>\n` }, ...items, { from: last.to, insert: `\n</${name}>` }]
  }
  const own = linesBetween(state, tags)
  const task = isTaskList(own)
  if (tags.name === name && task === (kind === 'task')) {
    return [dropTag(state, tags.open), ...own.flatMap(plain), dropTag(state, tags.close)]
  }
  const items = task === (kind === 'task') ? [] : own.filter((line) => ITEM.test(line.text))
  return [
    ...(tags.name === name ? [] : rename(tags, name)),
    ...items.flatMap((line) => item(line, kind === 'task')),
  ]
}
