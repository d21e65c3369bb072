import { parse, TomlError } from 'smol-toml'
import { lineNumberAt } from '../../article/line-number.ts'
import type { Span } from '../../article/text-edit.ts'
import type { Problem } from '../../checks/problem.ts'
import type { FormatReading } from '../format.ts'
import type { Field, FieldKind, FieldValue, PathSegments } from '../model.ts'
import { joinPath } from '../path.ts'
import { scanToml } from './scan-toml.ts'
import type { TomlValue } from './scan-value.ts'
import { tomlReason, tomlSentence, unknownReason, type TomlReason } from './syntax-reason.ts'
import { buildTree, type TomlEntry, type TomlMap } from './toml-tree.ts'

/** Reads TOML front matter; smol-toml judges it, and after an error the statements before it are still fields. */
export function readToml(text: string, content: Span): FormatReading {
  const scan = scanToml(text, content)
  const error = validate(text, content)
  const problem =
    error ?? (scan.errorAt === null ? null : syntaxProblem(text, content, scan.errorAt, unknownReason))
  const end = problem === null ? content.to : lineStart(text, problem.span.from)
  const statements = scan.statements.filter((statement) => statement.span.to <= end)
  const fields = mapFields(text, buildTree(statements), '', [])
  return { fields, problems: problem === null ? [] : [problem], complete: problem === null }
}

/** Null when smol-toml takes it. */
function validate(text: string, content: Span): Problem | null {
  try {
    parse(text.slice(content.from, content.to), { integersAsBigInt: 'asNeeded', maxDepth: 100 })
    return null
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const at = Math.min(offsetOf(text, content.from, error.line, error.column), content.to)
    const duplicate = /redefin|already (?:been )?defined|duplicate/i.test(error.message)
    return syntaxProblem(
      text,
      content,
      at,
      duplicate ? 'duplicateKey' : tomlReason(error.message, lineAt(text, content, at)),
    )
  }
}

function syntaxProblem(text: string, content: Span, at: number, what: TomlReason | 'duplicateKey'): Problem {
  const from = lineStart(text, Math.min(at, content.to - 1))
  const line = lineAt(text, content, at)
  const key = line.split(/[=\]]/)[0]?.replace(/[[\s]/g, '') ?? ''
  const number = lineNumberAt(text, from)
  const duplicate = what === 'duplicateKey'
  return {
    code: duplicate ? 'duplicateKey' : 'syntax',
    severity: 'error',
    span: {
      from: duplicate ? from : Math.max(from, Math.min(at, from + line.length)),
      to: from + line.length,
    },
    line: number,
    message: duplicate ? `“${key}” stands twice in the front matter.` : tomlSentence(what),
    params: duplicate ? { key, line: number } : { reason: what },
  }
}

function lineAt(text: string, content: Span, at: number): string {
  return /[^\r\n]*/.exec(text.slice(lineStart(text, Math.min(at, content.to - 1))))?.[0] ?? ''
}

function offsetOf(text: string, from: number, line: number, column: number): number {
  let at = from
  for (let left = line - 1; left > 0; left--) {
    const next = text.indexOf('\n', at)
    if (next < 0) return text.length
    at = next + 1
  }
  return at + Math.max(column - 1, 0)
}

function lineStart(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1
}

type Rest = Pick<Field, 'kind' | 'style' | 'value' | 'valueSpan' | 'items'>

function makeField(
  text: string,
  segment: string | number,
  keySpan: Span | null,
  span: Span,
  parent: string,
  parentSegments: PathSegments,
  rest: (path: string, segments: PathSegments) => Rest,
): Field {
  const path = joinPath(parent, segment)
  const segments = [...parentSegments, segment]
  const made = rest(path, segments)
  return {
    key: typeof segment === 'string' ? segment : '',
    path,
    segments,
    source: text.slice(made.valueSpan.from, made.valueSpan.to),
    span,
    keySpan,
    alias: false,
    ...made,
  }
}

function mapFields(text: string, map: TomlMap, path: string, segments: PathSegments): readonly Field[] {
  return map.entries.map((entry) => entryField(text, entry, path, segments))
}

function entryField(text: string, { part, node }: TomlEntry, parent: string, parents: PathSegments): Field {
  const span = node.kind === 'pair' ? { from: part.span.from, to: node.span.to } : node.span
  return makeField(text, part.name, part.span, span, parent, parents, (path, segments) => {
    if (node.kind === 'pair') return valueField(text, node.value, path, segments)
    if (node.kind === 'map') return tableField(text, node, path, segments)
    const items = node.elements.map((element, index) =>
      makeField(text, index, null, element.span, path, segments, (inner, deeper) =>
        tableField(text, element, inner, deeper),
      ),
    )
    return {
      kind: 'list',
      style: 'block',
      value: items.map((item) => item.value),
      valueSpan: node.span,
      items,
    }
  })
}

function tableField(text: string, map: TomlMap, path: string, segments: PathSegments): Rest {
  const items = mapFields(text, map, path, segments)
  const from = map.header?.span.from === map.span.from ? map.header.span.to : map.span.from
  return { kind: 'map', style: 'block', value: record(items), valueSpan: { from, to: map.span.to }, items }
}

function valueField(text: string, value: TomlValue, path: string, segments: PathSegments): Rest {
  if (value.kind === 'scalar') {
    const kind: FieldKind = value.type === 'string' || value.type === 'date' ? 'text' : value.type
    return { kind, style: value.style, value: value.value, valueSpan: value.span, items: [] }
  }
  if (value.kind === 'array') {
    const items = value.items.map((item, index) =>
      makeField(text, index, null, item.span, path, segments, (inner, deeper) =>
        valueField(text, item, inner, deeper),
      ),
    )
    return {
      kind: 'list',
      style: 'flow',
      value: items.map((item) => item.value),
      valueSpan: value.span,
      items,
    }
  }
  const pairs = value.members.map((member) => ({ ...member, kind: 'pair' as const }))
  const items = mapFields(text, buildTree(pairs), path, segments)
  return { kind: 'map', style: 'flow', value: record(items), valueSpan: value.span, items }
}

function record(items: readonly Field[]): FieldValue {
  const value = Object.create(null) as Record<string, FieldValue>
  for (const item of items) value[item.key] = item.value
  return value
}

/** The value as a field of `value` would have it. */
export function tomlValue(value: TomlValue): FieldValue {
  return valueField('', value, '', []).value
}
