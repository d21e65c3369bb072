import type { Span } from '../../article/text-edit.ts'
import type { Severity } from '../../checks/problem.ts'
import type { JsonNode, JsonObject } from '../json/scan-json.ts'

/** Every problem `galley.json` can have; `problem.<code>` in the catalogue. */
export type ConfigCode =
  'configSyntax' | 'configShape' | 'configUnknownValue' | 'configUnknownKey' | 'configRequiredUnknown'

/** What a part of `galley.json` could not be used for; offsets are into its text. */
export type ConfigReport = (
  code: ConfigCode,
  span: Span,
  params: Readonly<Record<string, string>>,
  severity?: Severity,
) => void

/** The value of a key of an object, the last one where it stands twice; null when it does not stand there. */
export function member(object: JsonObject, key: string): JsonNode | null {
  return object.members.findLast((candidate) => candidate.key === key)?.value ?? null
}

/** A path inside `galley.json` as its problems name it. */
export function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

/** A value as a problem shows it, shortened. */
export function shown(node: JsonNode): string {
  if (node.kind === 'object') return '{ … }'
  if (node.kind === 'array') return '[ … ]'
  return node.kind === 'null' ? 'null' : String(node.value).slice(0, 40)
}
