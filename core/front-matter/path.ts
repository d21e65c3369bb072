import type { Field, PathSegments } from './model.ts'

const needsBrackets = /^$|[.[\]"]/

/** One more segment on a written path: `author` + `name` is `author.name`, `tags` + 2 is `tags[2]`. */
export function joinPath(parent: string, segment: string | number): string {
  if (typeof segment === 'number') return `${parent}[${segment}]`
  if (needsBrackets.test(segment)) return `${parent}[${JSON.stringify(segment)}]`
  return parent === '' ? segment : `${parent}.${segment}`
}

/** Writes a path as `Field.path` has it. */
export function formatPath(segments: PathSegments): string {
  return segments.reduce<string>(joinPath, '')
}

/** Reads a written path (`author.name`, `tags[2]`, `["a.b"].c`); null when it is none. */
export function parsePath(path: string): PathSegments | null {
  const segments: (string | number)[] = []
  const step = /\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|(\.?)([^.[\]"]+)/y
  while (step.lastIndex < path.length) {
    const first = step.lastIndex === 0
    const match = step.exec(path)
    if (match === null) return null
    const [, index, quoted, dot, key] = match
    if (index !== undefined) segments.push(Number(index))
    else if (quoted !== undefined) {
      const read = unquote(quoted)
      if (read === null) return null
      segments.push(read)
    } else if (key !== undefined && (dot === '') === first) segments.push(key)
    else return null
  }
  return segments.length === 0 ? null : segments
}

function unquote(quoted: string): string | null {
  try {
    const read: unknown = JSON.parse(quoted)
    return typeof read === 'string' ? read : null
  } catch {
    return null
  }
}

/**
 * The field a path leads to; null when there is none. A string that equals a top-level key means that key, even
 * when it could be read as a path. Of duplicate keys the first is meant.
 */
export function findField(fields: readonly Field[], path: string | PathSegments): Field | null {
  if (typeof path === 'string') {
    const whole = fields.find((field) => field.key === path)
    if (whole) return whole
  }
  const segments = typeof path === 'string' ? parsePath(path) : path
  if (segments === null) return null
  let level = fields
  let found: Field | null = null
  for (const segment of segments) {
    const next: Field | undefined = level.find((field) => field.segments.at(-1) === segment)
    if (next === undefined) return null
    found = next
    level = next.items
  }
  return found
}

/** The list or map that holds `field`, found by identity; null for a field at the top. */
export function parentOf(fields: readonly Field[], field: Field): Field | null {
  for (const candidate of fields) {
    if (candidate.items.includes(field)) return candidate
    const inside = parentOf(candidate.items, field)
    if (inside) return inside
  }
  return null
}
