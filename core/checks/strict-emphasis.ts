import type { Span, TextEdit } from '../article/text-edit.ts'

/** Emphasis that CommonMark leaves as asterisks and only CJK-friendly readers set. */
export interface StrictEmphasis {
  /** With its marks. */
  readonly span: Span
  /** Edits after which every reader sets it, with the same text on the page; null where there are none. */
  readonly edits: readonly TextEdit[] | null
}

const EMPHASIS = /(?<![\\*])(\*{1,3})(?![*\s])([^*\n]*?[^*\s\\])\1(?!\*)/g
const PUNCTUATION = /^[\p{P}\p{S}]$/u
const SPACE = /^\s?$/u
const CJK =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\u3000-\u303f\u2018-\u201d\u2026\u2014\uff00-\uffef]$/u
/** Ends of sentences and clauses: bold or not, they look the same. */
const STOPS = /[。，、；：！？．…,.;:!?]+$/u
const PAIRS: ReadonlyMap<string, string> = new Map(
  Array.from('“”‘’「」『』《》〈〉（）【】〔〕()[]').flatMap((sign, at, all) =>
    at % 2 === 0 ? [[sign, all[at + 1] ?? ''] as const] : [],
  ),
)
const FENCE = /^ {0,3}(`{3,}|~{3,})/
const CODE = /(`+)(?!`)[^\n]*?[^`]\1(?!`)|<[^<>\n]*>/g

const firstOf = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 32)
const lastOf = (text: string): string => Array.from(text.slice(-2)).at(-1) ?? ''

/** Whether marks around this content, between these characters, open and close emphasis (CommonMark 6.2). */
function isStrict(before: string, content: string, after: string): boolean {
  const outside = (sign: string): boolean => SPACE.test(sign) || PUNCTUATION.test(sign)
  const opens = !PUNCTUATION.test(firstOf(content)) || outside(before)
  return opens && (!PUNCTUATION.test(lastOf(content)) || outside(after))
}

/** The edits that move stops behind the marks, or a pair of brackets or quotes around them. */
function mend(before: string, mark: string, content: string, from: number): TextEdit[] | null {
  const start = from + mark.length
  const end = start + content.length
  const close = PAIRS.get(firstOf(content))
  const inner = content.slice(firstOf(content).length, -1)
  if (close !== undefined && content.endsWith(close) && inner !== '' && !inner.includes(close)) {
    const opening = firstOf(content)
    if (!isStrict(opening, inner, close)) return null
    return [
      { from, to: start + opening.length, insert: opening + mark },
      { from: end - close.length, to: end + mark.length, insert: mark + close },
    ]
  }
  const stops = STOPS.exec(content)?.[0] ?? ''
  const rest = content.slice(0, content.length - stops.length)
  if (stops === '' || rest === '' || !isStrict(before, rest, firstOf(stops))) return null
  return [{ from: end - stops.length, to: end + mark.length, insert: mark + stops }]
}

function inLine(line: string, offset: number): StrictEmphasis[] {
  const text = line.replace(CODE, (code) => 'x'.repeat(code.length))
  return [...text.matchAll(EMPHASIS)].flatMap((match): StrictEmphasis[] => {
    const [whole, mark = '', content = ''] = match
    const before = lastOf(text.slice(0, match.index))
    const after =
      match.index + whole.length < text.length ? firstOf(text.slice(match.index + whole.length)) : ''
    const beside = [before, firstOf(content), lastOf(content), after]
    if (isStrict(before, content, after) || !beside.some((sign) => CJK.test(sign))) return []
    const from = offset + match.index
    const edits = mend(before, mark, content, from)
    return [{ span: { from, to: from + whole.length }, edits }]
  })
}

/** The emphasis of whole lines of Markdown that strict readers would not set; `fence`: the code fence they begin in. */
export function findStrictEmphasis(
  lines: string,
  fence: { readonly sign: string; readonly length: number } | null = null,
): readonly StrictEmphasis[] {
  const found: StrictEmphasis[] = []
  if (!lines.includes('*')) return found
  let open = fence
  let offset = 0
  for (const line of lines.split('\n')) {
    const run = FENCE.exec(line)?.[1]
    if (open !== null) {
      if (run?.startsWith(open.sign) === true && run.length >= open.length && line.trim() === run) open = null
    } else if (run !== undefined) open = { sign: run.charAt(0), length: run.length }
    else if (line.includes('*') && !/^(?: {4}|\t)/.test(line)) found.push(...inLine(line, offset))
    offset += line.length + 1
  }
  return found
}
