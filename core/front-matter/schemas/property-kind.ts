import type { JsonNode, JsonObject } from '../json/scan-json.ts'
import { isImageKey, isLongTextKey } from './key-meaning.ts'
import { join, member, shown, type ConfigReport } from './config-report.ts'
import type { SchemaKind } from './schema.ts'

interface PropertyKind {
  readonly kind: SchemaKind
  readonly choices: readonly string[]
}

const CONTROLS = ['text', 'longText', 'number', 'toggle', 'date', 'choice', 'tags', 'image'] as const
const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'] as const
type JsonType = (typeof TYPES)[number]

/**
 * What a property of `galley.json` holds: by `x-control`, else by `enum`, `format` and `type`. A list is `tags` only
 * when its items are texts (or nothing is said of them); a `string` under a key such as `cover` is an image.
 */
export function kindOfProperty(schema: JsonObject, path: string, report: ConfigReport): PropertyKind {
  const choices = readChoices(schema, path, report)
  const control = readControl(schema, path, report)
  if (control === 'choice' && choices.length === 0) return { kind: 'text', choices: [] }
  if (control !== null) return { kind: control, choices: control === 'choice' ? choices : [] }
  if (choices.length > 0) return { kind: 'choice', choices }
  const types = readTypes(schema, path, report).filter((type) => type !== 'null')
  const [type] = types
  if (types.length > 1 || type === undefined) return { kind: 'any', choices: [] }
  return { kind: kindOfType(type, schema, path.slice(path.lastIndexOf('.') + 1)), choices: [] }
}

function kindOfType(type: JsonType, schema: JsonObject, key: string): SchemaKind {
  switch (type) {
    case 'string': {
      const format = member(schema, 'format')
      const name = format?.kind === 'string' ? format.value : ''
      if (name === 'date' || name === 'date-time') return 'date'
      if (isImageKey(key)) return 'image'
      return isLongTextKey(key) ? 'longText' : 'text'
    }
    case 'number':
    case 'integer':
      return 'number'
    case 'boolean':
      return 'toggle'
    case 'array': {
      const items = member(schema, 'items')
      const itemType = items?.kind === 'object' ? member(items, 'type') : null
      return itemType === null || (itemType.kind === 'string' && itemType.value === 'string') ? 'tags' : 'any'
    }
    case 'object':
      return 'object'
    case 'null':
      return 'any'
  }
}

function readControl(schema: JsonObject, path: string, report: ConfigReport): SchemaKind | null {
  const node = member(schema, 'x-control')
  if (node === null) return null
  const control = CONTROLS.find((candidate) => node.kind === 'string' && candidate === node.value)
  if (control === undefined) unknown(node, join(path, 'x-control'), report)
  return control ?? null
}

function readTypes(schema: JsonObject, path: string, report: ConfigReport): readonly JsonType[] {
  const node = member(schema, 'type')
  if (node === null) return []
  return (node.kind === 'array' ? node.items : [node]).flatMap((item) => {
    const type = TYPES.find((candidate) => item.kind === 'string' && candidate === item.value)
    if (type === undefined) unknown(item, join(path, 'type'), report)
    return type ?? []
  })
}

/** The texts among the values of `enum`; null there only says that the field may be empty. */
function readChoices(schema: JsonObject, path: string, report: ConfigReport): readonly string[] {
  const node = member(schema, 'enum')
  if (node === null) return []
  if (node.kind !== 'array') {
    report('configShape', node.span, { path: join(path, 'enum'), expected: '["…"]' })
    return []
  }
  return node.items.flatMap((item) => {
    if (item.kind === 'string') return [item.value]
    if (item.kind !== 'null') unknown(item, join(path, 'enum'), report)
    return []
  })
}

function unknown(node: JsonNode, path: string, report: ConfigReport): void {
  report('configUnknownValue', node.span, { path, value: shown(node) })
}
