import type { Span } from '../../article/text-edit.ts'
import type { Problem } from '../../checks/problem.ts'
import { problem, singleQuoted, type CheckCode } from './check.ts'
import { yamlLines, type YamlLine } from './yaml-lines.ts'

const KEY = String.raw`[\p{L}_$][\p{L}\p{N}_$./-]*`
const FULL_WIDTH_COLON = new RegExp(String.raw`^(${KEY})([ \t]*\uff1a[ \t\u3000]*)(.*)$`, 'u')
const NO_SPACE = new RegExp(String.raw`^(${KEY}):((?!//)[^\s:].*)$`, 'u')
const ENTRY = new RegExp(String.raw`^((?:${KEY}|'[^']*'|"[^"]*")[ \t]*:[ \t]+)(\S.*)$`, 'u')
const COLON_INSIDE = /:(?:\s|$)/
/** Values that begin like something else and go on as text: `[Repost] Title`, `"Quoted" words`, `@name`. */
const LOOKS_LIKE_SYNTAX =
  /^(?:[@`%]|\*\S*[\s*]|\*[^\s\w]|&\S+\s+\S|!\S*\s|\[[^\]]*\]\s*[^\s#,\]]|\{[^}]*\}\s*[^\s#,}]|"(?:[^"\\]|\\.)*"\s*[^\s#]|'(?:[^']|'')*'\s*[^\s#'])/

/**
 * Slips that keep YAML from being read, found line by line where a parser only knows that something is wrong:
 * tabs, full-width colons, a missing space after a colon, values that need quotes. Meant for front matter that does
 * not parse; in front matter that does, the same characters may be text.
 */
export function likelyCauses(text: string, content: Span): readonly Problem<CheckCode>[] {
  return yamlLines(text, content).flatMap((line) => {
    const found = [tabIndentation(text, line), slip(text, line)]
    return found.filter((candidate) => candidate !== null)
  })
}

function tabIndentation(text: string, line: YamlLine): Problem<CheckCode> | null {
  if (!line.indent.includes('\t')) return null
  const span = { from: line.span.from, to: line.span.from + line.indent.length }
  return problem(text, {
    code: 'tabIndentation',
    severity: 'error',
    span,
    message: 'This line is indented with a tab, where YAML allows only spaces.',
    edits: [{ ...span, insert: line.indent.replaceAll('\t', '  ') }],
  })
}

/** The first of the other slips, for one fix at a time per line. */
function slip(text: string, line: YamlLine): Problem<CheckCode> | null {
  return fullWidthColon(text, line) ?? missingSpace(text, line) ?? unquoted(text, line)
}

function fullWidthColon(text: string, line: YamlLine): Problem<CheckCode> | null {
  const match = FULL_WIDTH_COLON.exec(line.content)
  if (!match || line.item) return null
  const [, key = '', colon = '', value = ''] = match
  const from = line.contentFrom + key.length
  const to = from + colon.length
  const edits = [{ from, to, insert: value === '' ? ':' : ': ' }, ...quoteEdits(to, value)]
  return problem(text, {
    code: 'fullWidthColon',
    severity: 'error',
    span: { from, to: from + colon.trimEnd().length },
    message: `A full-width colon stands after “${key}”, where “:” and a space are needed.`,
    params: { key },
    edits,
  })
}

function missingSpace(text: string, line: YamlLine): Problem<CheckCode> | null {
  const match = NO_SPACE.exec(line.content)
  if (!match || line.item) return null
  const [, key = '', value = ''] = match
  const at = line.contentFrom + key.length + 1
  return problem(text, {
    code: 'missingSpaceAfterColon',
    severity: 'error',
    span: { from: at - 1, to: at },
    message: `A space is missing after the colon of “${key}”.`,
    params: { key },
    edits: [{ from: at, to: at, insert: ' ' }, ...quoteEdits(at, value)],
  })
}

function unquoted(text: string, line: YamlLine): Problem<CheckCode> | null {
  const match = ENTRY.exec(line.content)
  const head = match?.[1] ?? ''
  const value = withoutComment(match?.[2] ?? (line.item ? line.content : ''))
  const code =
    match && hasColon(value) ? 'unquotedColon' : LOOKS_LIKE_SYNTAX.test(value) ? 'unquotedValue' : null
  if (code === null) return null
  const from = line.contentFrom + head.length
  const span = { from, to: from + value.length }
  return problem(text, {
    code,
    severity: 'error',
    span,
    message:
      code === 'unquotedColon'
        ? 'This value holds a colon and has to stand in quotes.'
        : 'This value begins with a character that has a meaning in YAML, so it has to stand in quotes.',
    params: { value },
    edits: [{ ...span, insert: singleQuoted(value) }],
  })
}

function withoutComment(value: string): string {
  return value.replace(/\s#.*$/, '').trimEnd()
}

function hasColon(value: string): boolean {
  return !/^["'[{|>&*!]/.test(value) && COLON_INSIDE.test(value)
}

/** Quotes `value`, which begins at `from`, when it could not stand plain. */
function quoteEdits(from: number, value: string): readonly { from: number; to: number; insert: string }[] {
  const bare = withoutComment(value)
  if (!hasColon(bare) && !LOOKS_LIKE_SYNTAX.test(bare)) return []
  return [{ from, to: from + bare.length, insert: singleQuoted(bare) }]
}
