import { lineNumberAt } from '../../article/line-number.ts'
import type { Span } from '../../article/text-edit.ts'
import type { Problem } from '../../checks/problem.ts'
import type { FormatReading } from '../format.ts'
import type { Field, FieldKind, FieldStyle, FieldValue, PathSegments } from '../model.ts'
import { joinPath } from '../path.ts'
import { scanJson, type JsonError, type JsonMember, type JsonNode, type JsonScan } from './scan-json.ts'

/** Scans the content of a JSON block, whether its braces are written or not. */
export function scanContent(text: string, content: Span): JsonScan {
  const source = text.slice(content.from, content.to)
  return scanJson(text, content, !/^\s*[{[]/.test(source))
}

/** Reads JSON front matter; after an error, the members before it are still fields. */
export function readJson(text: string, content: Span): FormatReading {
  const { root, error } = scanContent(text, content)
  const problems: Problem[] = []
  if (error) problems.push(syntaxProblem(text, error))
  if (root !== null && root.kind !== 'object') {
    problems.push(notAMapping(text, root.span))
    return { fields: [], problems, complete: false }
  }
  const fields = (root?.members ?? []).map((member) => memberField(text, member, '', []))
  return { fields, problems, complete: problems.length === 0 }
}

function memberField(text: string, member: JsonMember, parent: string, segments: PathSegments): Field {
  const span = { from: member.keySpan.from, to: member.value.span.to }
  return toField(text, member.value, member.key, member.key, span, member.keySpan, parent, segments)
}

function toField(
  text: string,
  node: JsonNode,
  segment: string | number,
  key: string,
  span: Span,
  keySpan: Span | null,
  parent: string,
  parentSegments: PathSegments,
): Field {
  const path = joinPath(parent, segment)
  const segments = [...parentSegments, segment]
  const items =
    node.kind === 'object'
      ? node.members.map((member) => memberField(text, member, path, segments))
      : node.kind === 'array'
        ? node.items.map((item, index) => toField(text, item, index, '', item.span, null, path, segments))
        : []
  return {
    key,
    path,
    segments,
    kind: KINDS[node.kind],
    style: STYLES[node.kind],
    value: jsonValue(node),
    source: text.slice(node.span.from, node.span.to),
    span,
    keySpan,
    valueSpan: node.span,
    alias: false,
    items,
  }
}

const KINDS: Readonly<Record<JsonNode['kind'], FieldKind>> = {
  object: 'map',
  array: 'list',
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
}
const STYLES: Readonly<Record<JsonNode['kind'], FieldStyle>> = {
  object: 'flow',
  array: 'flow',
  string: 'double',
  number: 'plain',
  boolean: 'plain',
  null: 'plain',
}

/** The value a node stands for; of members with one key the last counts, as in `JSON.parse`. */
export function jsonValue(node: JsonNode): FieldValue {
  switch (node.kind) {
    case 'object': {
      const value = Object.create(null) as Record<string, FieldValue>
      for (const member of node.members) value[member.key] = jsonValue(member.value)
      return value
    }
    case 'array':
      return node.items.map(jsonValue)
    case 'null':
      return null
    case 'string':
    case 'number':
    case 'boolean':
      return node.value
  }
}

const SENTENCES: Readonly<Record<JsonError['reason'], string>> = {
  unexpected: 'Something stands here that JSON does not allow; keys and texts have to be in double quotes.',
  unclosed: 'The JSON ends before all its brackets and quotes are closed.',
  badString: 'This text is not closed on its line, or holds a backslash that is no escape.',
  missingComma: 'A comma is missing before this.',
  trailingComma: 'A comma stands after the last entry, which JSON does not allow.',
  tooDeep: 'The values are nested too deeply.',
}

function syntaxProblem(text: string, error: JsonError): Problem {
  const to = Math.min(error.at + 1, text.length)
  return {
    code: 'syntax',
    severity: 'error',
    span: { from: error.at, to },
    line: lineNumberAt(text, error.at),
    message: SENTENCES[error.reason],
    params: { reason: error.reason },
  }
}

function notAMapping(text: string, span: Span): Problem {
  return {
    code: 'notAMapping',
    severity: 'error',
    span,
    line: lineNumberAt(text, span.from),
    message: 'This is no object with keys and values, so there are no fields.',
  }
}
