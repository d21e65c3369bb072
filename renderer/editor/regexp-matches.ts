/** A regular expression to be looked for in a text. */
export interface RegexpSearch {
  readonly text: string
  readonly pattern: string
  readonly ignoreCase: boolean
  /** What matches are replaced with (`$&`, `$1`, `$$`); null when only their places are wanted. */
  readonly replacement: string | null
}

/** Where it was found: `from`, `to`, `from`, `to` … in UTF-16 units, and what each match is replaced with. */
export interface RegexpMatches {
  readonly ranges: Uint32Array
  readonly inserts: readonly string[]
}

/** More matches than this are not looked for. */
const MOST_MATCHES = 1_000_000

/** All matches, as the editor's own search finds them: `.` stays in its line, `^` and `$` are a line's ends. */
export function regexpMatches({ text, pattern, ignoreCase, replacement }: RegexpSearch): RegexpMatches {
  const ranges: number[] = []
  const inserts: string[] = []
  let last = -1
  for (const match of text.matchAll(new RegExp(pattern, ignoreCase ? 'gimu' : 'gmu'))) {
    const from = match.index
    const to = from + match[0].length
    if (from === to && from <= last) continue
    last = to
    ranges.push(from, to)
    if (replacement !== null) inserts.push(expanded(replacement, match))
    if (ranges.length === 2 * MOST_MATCHES) break
  }
  return { ranges: Uint32Array.from(ranges), inserts }
}

/** A replacement with the groups it names; a number of no group is taken for a shorter one and a digit. */
function expanded(replacement: string, match: RegExpExecArray): string {
  return replacement.replace(/\$([$&]|\d+)/g, (whole, name: string) => {
    if (name === '&') return match[0]
    if (name === '$') return '$'
    for (let length = name.length; length > 0; length--) {
      const group = Number(name.slice(0, length))
      if (group > 0 && group < match.length) return (match[group] ?? '') + name.slice(length)
    }
    return whole
  })
}
