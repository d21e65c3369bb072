import {
  boolCoreTag,
  floatCoreTag,
  intCoreTag,
  NOT_RESOLVED,
  nullCoreTag,
  type ScalarTagDefinition,
} from 'js-yaml'
import type { YamlNode } from './node.ts'

export type ScalarValue = string | number | boolean | null

const scalarTags = [
  nullCoreTag,
  boolCoreTag,
  intCoreTag,
  floatCoreTag,
] as readonly ScalarTagDefinition<ScalarValue>[]
/** What a null, boolean or number of the core schema may begin with: most text is told apart by one character. */
const mayResolve = /^(?:[-+.0-9nNtTfF~]|$)/

/** A plain scalar's value under the YAML 1.2 core schema (10.3.2), as js-yaml resolves it. */
export function resolvePlain(text: string): ScalarValue {
  return mayResolve.test(text) ? resolveAny(text) : text
}

/** A scalar's value: by its tag if that is one of the core schema, as text if quoted, else by its characters. */
export function resolveScalar(node: YamlNode): ScalarValue {
  if (node.tag === null) return node.style === 'plain' ? resolvePlain(node.text) : node.text
  const name = coreTag(node.tag)
  const tag = scalarTags.find((candidate) => candidate.tagName === name)
  if (!tag) return node.text
  const value = tag.resolve(node.text, true, tag.tagName)
  return value === NOT_RESOLVED ? node.text : value
}

function resolveAny(text: string): ScalarValue {
  for (const tag of scalarTags) {
    const value = tag.resolve(text, false, tag.tagName)
    if (value !== NOT_RESOLVED) return value
  }
  return text
}

function coreTag(written: string): string {
  if (written.startsWith('!!')) return `tag:yaml.org,2002:${written.slice(2)}`
  return written.startsWith('!<') ? written.slice(2, -1) : written
}
