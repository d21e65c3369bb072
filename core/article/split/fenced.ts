import type { FrontMatterFormat } from '../../front-matter/model.ts'
import type { Problem } from '../../checks/problem.ts'
import { lineNumberAt } from '../line-number.ts'
import type { Span } from '../text-edit.ts'
import { afterLineEnd, neverClosed, type Found } from './found.ts'

const opening = /(-{3,}|\+{3}|;{3,})[ \t]*(?:\r\n|\n|\r|$)/y
/** A line that holds an entry, or the beginning of one: a colon or equals sign, one word alone, a brace. */
const entryLike = /(?:^|[\r\n])(?:[:：]|[^\s#<][^\r\n]*?[:：=]|[^\s#<]+[ \t]*(?:[\r\n]|$)|\{)/
const entry = /(?:^|[\r\n])(?:[^\s#<:][^\s:]*|"[^"\r\n]*"|'[^'\r\n]*')[ \t]*[:=](?:[ \t\r\n]|$)/
const onlyComments = /^(?:[ \t]*(?:#[^\r\n]*)?(?:[\r\n]|$))*$/

/**
 * Front matter between two fences: `---` (three or more dashes, closed by as many or by `...`), `;;;`, `+++`.
 * `start` is the first offset after a byte order mark, `head` that of the first line that is not blank.
 * A first fence with no entry at all before the next one is a rule of the body.
 */
export function findFenced(text: string, start: number, head: number): Found | null {
  opening.lastIndex = head
  const mark = opening.exec(text)?.[1]
  if (mark === undefined) return null
  const openFence = { from: head, to: head + mark.length }
  const close = closing(mark)
  close.lastIndex = openFence.to
  const match = close.exec(text)
  const contentFrom = opening.lastIndex
  if (!match) {
    const next = text.slice(contentFrom, contentFrom + 2000)
    const meant = onlyComments.test(next) || entry.test(next)
    return meant && head === start ? neverClosed(text, openFence) : null
  }
  const closeFrom = afterLineEnd(text, match.index)
  const closeTo = closeFrom + (match[1]?.length ?? 0)
  const content = { from: contentFrom, to: closeFrom }
  const inside = text.slice(content.from, content.to)
  const isFrontMatter =
    head === start ? onlyComments.test(inside) || entryLike.test(inside) : entry.test(inside)
  if (!isFrontMatter) return null
  const format = formatOf(mark)
  return {
    block: {
      format,
      form: 'fenced',
      span: { from: head, to: afterLineEnd(text, close.lastIndex) },
      content,
      openFence,
      closeFence: { from: closeFrom, to: closeTo },
    },
    problems: head > start && format !== 'toml' ? [leadingBlankLine(text, { from: start, to: head })] : [],
  }
}

function formatOf(mark: string): FrontMatterFormat {
  if (mark.startsWith('-')) return 'yaml'
  return mark.startsWith('+') ? 'toml' : 'json'
}

/** The next line that closes what `mark` opened, from the line end before it to that line's own end. */
function closing(mark: string): RegExp {
  const same = mark.startsWith('+') ? '\\+{3}' : `${mark.charAt(0)}{${mark.length}}`
  const marks = mark.startsWith('-') ? `${same}|\\.\\.\\.` : same
  return new RegExp(`(?:\\r\\n|\\n|\\r)(${marks})[ \\t]*(?=[\\r\\n]|$)`, 'g')
}

/** Generators look for the fence in the very first line and see no front matter at all otherwise. */
function leadingBlankLine(text: string, blank: Span): Problem {
  return {
    code: 'leadingBlankLine',
    severity: 'warning',
    span: blank,
    line: lineNumberAt(text, blank.from),
    message: 'Blank lines stand before the front matter, so site generators do not see it.',
    fix: { edits: [{ ...blank, insert: '' }], safe: true },
  }
}
