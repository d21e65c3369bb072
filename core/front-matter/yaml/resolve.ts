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

/** True for a tag that makes whatever follows text. */
export function isTextTag(tag: string | null): boolean {
  return tag === '!' || (tag !== null && coreTag(tag) === core('str'))
}

/** True when a node's tag is one of the core schema that does not fit it (`!!int x`, `!!str []`): js-yaml refuses it. */
export function contradictsTag(node: YamlNode): boolean {
  if (node.tag === null || node.tag === '!') return false
  const name = coreTag(node.tag)
  if (name === core('seq')) return node.kind !== 'list' && node.text !== ''
  if (name === core('map')) return node.kind !== 'map' && node.text !== ''
  const tag = scalarTag(node.tag)
  if (node.kind !== 'scalar') return tag !== undefined || name === core('str')
  return tag?.resolve(node.text, true, tag.tagName) === NOT_RESOLVED
}

/** A scalar's value: by its tag if that is one of the core schema, as text if quoted, else by its characters. */
export function resolveScalar(node: YamlNode): ScalarValue {
  if (node.tag === null) return node.style === 'plain' ? resolvePlain(node.text) : node.text
  const tag = scalarTag(node.tag)
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

function scalarTag(written: string): ScalarTagDefinition<ScalarValue> | undefined {
  const name = coreTag(written)
  return scalarTags.find((candidate) => candidate.tagName === name)
}

function core(name: string): string {
  return `tag:yaml.org,2002:${name}`
}

function coreTag(written: string): string {
  if (written.startsWith('!!')) return core(written.slice(2))
  return written.startsWith('!<') ? written.slice(2, -1) : written
}
