import type { Span, TextEdit } from '../article/text-edit.ts'
import { commentedFrom } from './comment-lines.ts'

/** Items between brackets with commas between them, as JSON and TOML write lists and objects. */
export interface CommaList {
  /** The offset right after the opening bracket. */
  readonly open: number
  /** The offset of the closing bracket. */
  readonly close: number
  readonly items: readonly Span[]
  /** True when every item has a line of its own, even a single one right at `open`. */
  readonly lines?: boolean
}

/** How the text around a list is written, for what the list itself cannot say. */
export interface ListHabits {
  readonly lineEnd: string
  /** What follows a comma on one line: a space or nothing. */
  readonly space: string
  /** One level of indentation. */
  readonly indent: string
}

/** Puts `texts` before the item at `index` (or after the last), each separated as the list separates its items. */
export function insertItems(
  text: string,
  list: CommaList,
  index: number,
  texts: readonly string[],
  habits: ListHabits,
): readonly TextEdit[] {
  if (texts.length === 0) return []
  if (list.items.length === 0) return insertIntoEmpty(text, list, texts, habits)
  const separator = separatorAt(text, list, index, habits)
  const next = list.items[index]
  if (next) {
    return [{ from: next.from, to: next.from, insert: texts.map((item) => item + separator).join('') }]
  }
  const last = list.items.at(-1)
  if (!last) return []
  const tail = /^(\s*,)?[ \t]*#[^\r\n]*/.exec(text.slice(last.to, list.close))
  if (!tail) {
    return [{ from: last.to, to: last.to, insert: texts.map((item) => separator + item).join('') }]
  }
  const at = last.to + tail[0].length
  const trailing = tail[1] !== undefined
  const glue = /[\r\n]/.test(separator) ? separator : `,${habits.lineEnd}${habits.indent}`
  const added = { from: at, to: at, insert: `${glue.slice(1)}${texts.join(glue)}${trailing ? ',' : ''}` }
  return trailing ? [added] : [{ from: last.to, to: last.to, insert: ',' }, added]
}

function insertIntoEmpty(
  text: string,
  list: CommaList,
  texts: readonly string[],
  habits: ListHabits,
): readonly TextEdit[] {
  const inside = text.slice(list.open, list.close)
  if (/\S/.test(inside)) return [{ from: list.open, to: list.open, insert: texts.join(`,${habits.space}`) }]
  if (!/[\r\n]/.test(inside)) {
    const joined = texts.join(`,${habits.space}`)
    const insert = inside === '' ? joined : ` ${joined} `
    return [{ from: list.open, to: list.close, insert }]
  }
  const outer = indentOf(text, list.close)
  const lines = texts.map((item) => `${habits.lineEnd}${outer}${habits.indent}${item}`)
  return [{ from: list.open, to: list.close, insert: `${lines.join(',')}${habits.lineEnd}${outer}` }]
}

/** The comma and white space that separate the item at `index` from the one before it. */
function separatorAt(text: string, list: CommaList, index: number, habits: ListHabits): string {
  const after = Math.min(Math.max(index, 1), list.items.length - 1)
  const a = list.items[after - 1]
  const b = list.items[after]
  const gap = a && b && after > 0 ? text.slice(a.to, b.from) : null
  if (gap !== null && /^,\s*$/.test(gap)) return gap
  const first = list.items[0]
  const lead = first ? text.slice(list.open, first.from) : ''
  const place = gap ?? lead
  if (!/[\r\n]/.test(place) && list.lines !== true) return `,${habits.space}`
  return `,${habits.lineEnd}${/[ \t]*$/.exec(place)?.[0] ?? ''}`
}

/** Takes the items from `from` to `to` (exclusive) out, with the commas that are then too many. */
export function removeItems(text: string, list: CommaList, from: number, to: number): readonly TextEdit[] {
  const first = list.items[from]
  const last = list.items[to - 1]
  if (!first || !last) return []
  const before = list.items[from - 1]
  const after = list.items[to]
  const gap = after
    ? text.slice(first.from, after.from)
    : text.slice(before?.to ?? list.open, before ? last.to : list.close)
  if (commentIn(text, list, from, to, gap)) return removeLines(text, first, last)
  if (after) return [{ from: first.from, to: after.from, insert: '' }]
  if (before) return [{ from: before.to, to: last.to, insert: '' }]
  return [{ from: list.open, to: list.close, insert: '' }]
}

/** Takes out every item `gone` names by its index; null when none would stay. */
export function removeSome(
  text: string,
  list: CommaList,
  gone: ReadonlySet<number>,
): readonly TextEdit[] | null {
  if (gone.size > 0 && gone.size === list.items.length) return null
  return [...gone]
    .filter((index) => !gone.has(index - 1))
    .flatMap((index) => {
      let to = index + 1
      while (gone.has(to)) to++
      return removeItems(text, list, index, to)
    })
}

/** True when a comment stands between the items, outside of them. */
function commentIn(text: string, list: CommaList, from: number, to: number, gap: string): boolean {
  if (!gap.includes('#')) return false
  const edges = [list.items[from - 1]?.to ?? list.open]
  for (const item of list.items.slice(from, to)) edges.push(item.from, item.to)
  edges.push(list.items[to]?.from ?? list.close)
  for (let at = 0; at < edges.length; at += 2) {
    if (text.slice(edges[at], edges[at + 1]).includes('#')) return true
  }
  return false
}

/** Takes items out that share no line with another, comment on the same line included, or else only the items. */
function removeLines(text: string, first: Span, last: Span): readonly TextEdit[] {
  const lineFrom = first.from - indentOf(text, first.from).length
  const rest = /^[ \t]*,?[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)/.exec(text.slice(last.to))
  if (rest && (lineFrom === 0 || /[\r\n]/.test(text.charAt(lineFrom - 1)))) {
    return [{ from: lineFrom, to: last.to + rest[0].length, insert: '' }]
  }
  const comma = /^\s*,[ \t]*/.exec(text.slice(last.to))?.[0] ?? ''
  return [{ from: first.from, to: last.to + comma.length, insert: '' }]
}

/**
 * Moves the item at `from` to the place `to`: items change places, commas and white space stay. Comments at the end
 * of an item's line and right above it go along when every item has a line of its own.
 */
export function moveItem(text: string, list: CommaList, from: number, to: number): readonly TextEdit[] {
  const low = Math.min(from, to)
  const slots = list.items.slice(low, Math.max(from, to) + 1)
  const order = slots.map((_, index) => index)
  const [moved] = order.splice(from - low, 1)
  if (moved === undefined) return []
  order.splice(to - low, 0, moved)
  const comments = slots.map((slot) => lineComment(text, slot))
  const along = comments.every((comment) => comment !== null)
  const parts = along
    ? slots.map((slot) => ({ from: itemFrom(text, slot.from, list.open), to: slot.to }))
    : slots
  return parts.flatMap((part, index) => {
    const source = order[index] ?? index
    return [
      replaceBy(text, part, parts[source]),
      ...(along ? [replaceBy(text, comments[index], comments[source])] : []),
    ]
      .filter((edit) => edit !== null)
      .filter((edit) => text.slice(edit.from, edit.to) !== edit.insert)
  })
}

function replaceBy(
  text: string,
  slot: Span | null | undefined,
  source: Span | null | undefined,
): TextEdit | null {
  return slot && source ? { ...slot, insert: text.slice(source.from, source.to) } : null
}

/** The comment (with the space before it) after an item and its comma; null when more follows on the line. */
function lineComment(text: string, item: Span): Span | null {
  const match = /^(,?)([ \t]*#[^\r\n]*)?[ \t]*(?=[\r\n])/.exec(text.slice(item.to))
  if (!match) return null
  const from = item.to + (match[1] ?? '').length
  return { from, to: from + (match[2] ?? '').length }
}

/** Where the comment lines right above an item begin, their indentation left out; `at` without any. */
function itemFrom(text: string, at: number, open: number): number {
  const from = commentedFrom(text, at, open)
  return from + (/^[ \t]*/.exec(text.slice(from, at))?.[0].length ?? 0)
}

/** The white space between the beginning of the line and `at`; '' when something else stands there. */
export function indentOf(text: string, at: number): string {
  const lineFrom = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1
  const before = text.slice(lineFrom, at)
  return /^[ \t]*$/.test(before) ? before : ''
}
