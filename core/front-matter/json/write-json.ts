import type { ListHabits } from '../comma-list.ts'
import { FrontMatterEditError } from '../edit-error.ts'
import type { FieldValue } from '../model.ts'
import type { JsonNode } from './scan-json.ts'

/** How a piece of JSON is written, to write more in the same way. */
export interface JsonHabits extends ListHabits {
  /** What stands after a key's quotes, up to its value. */
  readonly colon: string
  /** Whether lists stand on several lines, as the first one with something in it does. */
  readonly spread: boolean
  /** Whether characters outside ASCII are written as `\u` escapes. */
  readonly ascii: boolean
}

/** Learns the habits of `text` from its front matter between `root`'s brackets. */
export function jsonHabits(text: string, root: JsonNode): JsonHabits {
  const source = text.slice(root.span.from, root.span.to)
  const member = root.kind === 'object' ? root.members[0] : undefined
  const minified = member !== undefined && !/[\r\n]|, |: /.test(source)
  return {
    lineEnd: /\r\n|\n|\r/.exec(source)?.[0] ?? '\n',
    indent: /[\r\n]([ \t]+)/.exec(source)?.[1] ?? '  ',
    space: minified ? '' : ' ',
    colon: member ? text.slice(member.keySpan.to, member.value.span.from) : ': ',
    spread: /\[(\s*)[^\s\]]/.exec(source)?.[1]?.includes('\n') ?? false,
    ascii: /\\u[\dA-Fa-f]{4}/.test(source) && !/[^\x00-\x7F]/.test(source),
  }
}

/** A string with its quotes. */
export function writeString(value: string, habits: Pick<JsonHabits, 'ascii'>): string {
  const written = JSON.stringify(value)
  if (!habits.ascii) return written
  return written.replace(/[^\x00-\x7F]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/**
 * A value as JSON, continuation lines indented by `outer`. Throws `FrontMatterEditError` (`unsupported`) for numbers
 * JSON does not have.
 */
export function writeJson(value: FieldValue, habits: JsonHabits, outer = ''): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new FrontMatterEditError('unsupported', `JSON cannot hold the number ${value}.`)
  }
  if (typeof value === 'string') return writeString(value, habits)
  if (value === null || typeof value !== 'object') return Object.is(value, -0) ? '-0' : JSON.stringify(value)
  if (Array.isArray(value)) {
    const items = (value as readonly FieldValue[]).map((item) =>
      writeJson(item, habits, outer + habits.indent),
    )
    return bracket('[', items, ']', habits, outer)
  }
  const members = Object.entries(value).map(([key, entry]) => {
    return writeString(key, habits) + habits.colon + writeJson(entry, habits, outer + habits.indent)
  })
  return bracket('{', members, '}', habits, outer)
}

function bracket(
  open: string,
  entries: readonly string[],
  close: string,
  habits: JsonHabits,
  outer: string,
): string {
  if (entries.length === 0) return open + close
  if (!habits.spread) return open + entries.join(`,${habits.space}`) + close
  const line = habits.lineEnd + outer
  return open + entries.map((entry) => line + habits.indent + entry).join(',') + line + close
}
