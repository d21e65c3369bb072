import { YAMLException } from 'js-yaml'
import { tryParse, type YamlTree } from './tree.ts'

const entryLine = /(?:^|[\r\n])([ ]*)(?:[^\s#\-}\]]|-[^\s])/g

/**
 * Where the top-level entries of a block mapping begin, found by indentation alone: every line that begins in the
 * column of the first one, but comments and list items.
 */
export function entryStarts(source: string): readonly number[] {
  const starts: number[] = []
  let indent: number | null = null
  for (const match of source.matchAll(entryLine)) {
    const column = match[1]?.length ?? 0
    indent ??= column
    const start = match.index + (/[\r\n]/.test(match[0].charAt(0)) ? 1 : 0)
    if (column === indent) starts.push(start)
  }
  return starts
}

/**
 * The longest run of whole entries that parses on its own, and the number of the entry that ends it. `error` is
 * where parsing all of it failed: entries that begin after it are not tried. Looks near that place first, then
 * bisects, for entries that parse also parse with fewer of them.
 */
export function longestPrefix(
  source: string,
  offset: number,
  starts: readonly number[],
  error: number,
): { readonly tree: YamlTree; readonly entry: number } {
  const attempt = (entry: number) => tryParse(source.slice(0, starts[entry] ?? 0), offset)
  let bad = starts.findIndex((start) => start > error)
  if (bad < 0) bad = starts.length
  let good = 0
  let tree: YamlTree = { root: null, more: false }
  for (let step = 1; bad > good + 1;) {
    const entry = step === 0 ? Math.floor((good + bad) / 2) : Math.max(good + 1, bad - step)
    const result = attempt(entry)
    if (result instanceof YAMLException) {
      bad = entry
      if (step > 0) step *= 2
    } else {
      good = entry
      tree = result
      step = 0
    }
  }
  return { tree, entry: good }
}
