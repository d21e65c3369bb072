import { lineNumberAt } from '../../article/line-number.ts'
import type { Problem } from '../../checks/problem.ts'
import { jsonValue } from '../json/read-json.ts'
import { scanJson, type JsonMember, type JsonNode, type JsonObject } from '../json/scan-json.ts'
import { join, member, shown, type ConfigCode, type ConfigReport } from './config-report.ts'
import { kindOfProperty } from './property-kind.ts'
import type { KnownField, SchemaConfig } from './schema.ts'

const BASES = ['folder', 'none', 'hexo', 'jekyll', 'hugo', 'astro', 'general'] as const
/** Keys of JSON Schema that say nothing a form could use. */
const SILENT = new Set(['$schema', '$id', '$comment', 'title', 'description', 'type', 'default', 'examples'])

/**
 * Reads a folder's `galley.json`: a JSON Schema (draft 2020-12) of the front matter, of which `properties`, `required`
 * and, for each property, `type`, `enum`, `format` (`date`, `date-time`, `uri`), `items`, `title`, `description`,
 * nested `properties` and `required` count. Two keys of Galley's own are `x-base` at the root (the built-in schema it
 * extends: `folder`, the default, is the one of the folder's generator; `none` replaces it) and `x-control` at a
 * property (`text`, `longText`, `number`, `toggle`, `date`, `choice`, `tags`, `image`). Never throws: what cannot be
 * used is a problem, the rest counts.
 */
export function readSchemaConfig(jsonText: string): {
  readonly config: SchemaConfig | null
  readonly problems: readonly Problem<ConfigCode>[]
} {
  const problems: Problem<ConfigCode>[] = []
  const report: ConfigReport = (code, span, params, severity = 'error') => {
    problems.push({
      code,
      severity,
      span,
      line: lineNumberAt(jsonText, span.from),
      message: sentence(code, params),
      params,
    })
  }
  const from = jsonText.charCodeAt(0) === 0xfeff ? 1 : 0
  const { root, error } = scanJson(jsonText, { from, to: jsonText.length })
  if (error) {
    report('configSyntax', { from: error.at, to: Math.min(error.at + 1, jsonText.length) }, {})
    return { config: null, problems }
  }
  if (root?.kind !== 'object') {
    report('configShape', { from, to: jsonText.length }, { path: 'galley.json', expected: '{ … }' })
    return { config: null, problems }
  }
  const fields = readProperties(root, '', report)
  let base: SchemaConfig['base'] = 'folder'
  for (const { key, keySpan, value } of root.members) {
    if (key === 'x-base') base = readBase(value, report)
    else if (
      key !== 'properties' &&
      key !== 'x-images' &&
      key !== 'x-css' &&
      key !== 'required' &&
      !SILENT.has(key) &&
      key !== 'additionalProperties'
    ) {
      report('configUnknownKey', keySpan, { path: key }, 'info')
    }
  }
  return { config: { base, fields }, problems }
}

function readBase(value: JsonNode, report: ConfigReport): SchemaConfig['base'] {
  const written = jsonValue(value)
  const base = BASES.find((candidate) => candidate === written)
  if (base === undefined) {
    report('configUnknownValue', value.span, { path: 'x-base', value: shown(value) })
  }
  return base ?? 'folder'
}

/** The fields that the `properties` and `required` of a schema object make. */
function readProperties(schema: JsonObject, path: string, report: ConfigReport): readonly KnownField[] {
  const properties = member(schema, 'properties')
  if (properties !== null && properties.kind !== 'object') {
    report('configShape', properties.span, { path: join(path, 'properties'), expected: '{ … }' })
    return []
  }
  const members = properties?.members ?? []
  const required = readRequired(schema, members, path, report)
  return members.flatMap(({ key, value }) => {
    const place = join(path, key)
    if (value.kind === 'object') return [readProperty(key, value, required.has(key), place, report)]
    report('configShape', value.span, { path: place, expected: '{ … }' })
    return []
  })
}

function readRequired(
  schema: JsonObject,
  members: readonly JsonMember[],
  path: string,
  report: ConfigReport,
): ReadonlySet<string> {
  const required = member(schema, 'required')
  if (required === null) return new Set()
  const keys = required.kind === 'array' ? required.items : []
  if (required.kind !== 'array' || keys.some((key) => key.kind !== 'string')) {
    report('configShape', required.span, { path: join(path, 'required'), expected: '["…"]' })
  }
  const found = new Set<string>()
  for (const key of keys) {
    if (key.kind !== 'string') continue
    if (members.some((candidate) => candidate.key === key.value)) found.add(key.value)
    else report('configRequiredUnknown', key.span, { key: key.value }, 'warning')
  }
  return found
}

function readProperty(
  key: string,
  schema: JsonObject,
  required: boolean,
  path: string,
  report: ConfigReport,
): KnownField {
  const { kind, choices } = kindOfProperty(schema, path, report)
  const fields = kind === 'object' ? readProperties(schema, path, report) : []
  const text = (name: string) => {
    const node = member(schema, name)
    if (node === null || node.kind === 'string') return node?.value ?? null
    report('configShape', node.span, { path: join(path, name), expected: '"…"' })
    return null
  }
  const title = text('title')
  const description = text('description')
  return { key, kind, required, choices, messageKey: null, title, description, fields }
}

function sentence(code: ConfigCode, params: Readonly<Record<string, string>>): string {
  const { path = '', expected = '', value = '', key = '' } = params
  switch (code) {
    case 'configSyntax':
      return 'galley.json is no valid JSON, so it is not used.'
    case 'configShape':
      return `In galley.json, “${path}” has to be ${expected}; this part is not used.`
    case 'configUnknownValue':
      return `In galley.json, “${value}” is no value Galley knows for “${path}”; this part is not used.`
    case 'configUnknownKey':
      return `In galley.json, “${path}” is not a key Galley knows; it is ignored.`
    case 'configRequiredUnknown':
      return `In galley.json, “${key}” is required but stands in no “properties”.`
  }
}
