import { open, readdir } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { FieldValue } from '../../../core/front-matter/model.ts'
import { readFrontMatter } from '../../../core/front-matter/read.ts'
import { decode } from '../encodings/codec.ts'
import { detectEncoding } from '../encodings/detect.ts'

/** Values other articles use, by key, most used first. */
export type Suggestions = Readonly<Record<string, readonly string[]>>

export interface SuggestionBounds {
  readonly articles: number
  /** Milliseconds. */
  readonly time: number
  now(): number
}

const ARTICLES = new Set(['.md', '.markdown', '.mdx', '.txt', '.html', '.htm'])
const KEYS = new Set([
  'tags',
  'tag',
  'categories',
  'category',
  'author',
  'authors',
  'series',
  'layout',
  'keywords',
])
const HEAD = 64 * 1024
const MAX_VALUES = 200
const MAX_LENGTH = 100
const BOUNDS: SuggestionBounds = { articles: 500, time: 400, now: () => performance.now() }

async function readHead(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    if (!(await file.stat()).isFile()) return ''
    const buffer = Buffer.alloc(HEAD)
    const { bytesRead } = await file.read(buffer, 0, HEAD, 0)
    const head = buffer.subarray(0, bytesRead)
    // Whole lines only: a character cut in two would look like damage.
    const whole = bytesRead < HEAD ? head : head.subarray(0, head.lastIndexOf(0x0a) + 1)
    const found = detectEncoding(whole)
    return found.kind === 'binary' ? '' : decode(whole, found.encoding)
  } finally {
    await file.close()
  }
}

/** The texts in a value: of a list its items, however deep (Hexo nests categories). */
function textsOf(value: FieldValue): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? (value as readonly FieldValue[]).flatMap(textsOf) : []
}

/**
 * What up to 500 articles beside this one have for tags, categories, author and the like. Only the first 64 KB of
 * each is read; after the time bound, what was found by then is the answer.
 */
export async function suggestFrom(
  folder: string,
  article: string,
  bounds: SuggestionBounds = BOUNDS,
): Promise<Suggestions> {
  const end = bounds.now() + bounds.time
  const counts = new Map<string, Map<string, number>>()
  const names = (await readdir(folder).catch(() => []))
    .filter((name) => !name.startsWith('.') && ARTICLES.has(extname(name).toLowerCase()))
    .filter((name) => name !== basename(article))
    .sort()
    .reverse() // Names often begin with a date: the latest posts come first.
    .slice(0, bounds.articles)
  for (const name of names) {
    if (bounds.now() > end) break
    // An article that cannot be read has nothing to suggest.
    const text = await readHead(join(folder, name)).catch(() => '')
    for (const { key, value } of readFrontMatter(text).fields) {
      if (!KEYS.has(key)) continue
      const values = counts.get(key) ?? new Map<string, number>()
      counts.set(key, values)
      for (const one of new Set(textsOf(value))) {
        if (one.trim() !== '' && one.length <= MAX_LENGTH) values.set(one, (values.get(one) ?? 0) + 1)
      }
    }
  }
  const suggestions: Record<string, readonly string[]> = {}
  for (const [key, values] of counts) {
    const sorted = [...values].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    suggestions[key] = sorted.slice(0, MAX_VALUES).map(([value]) => value)
  }
  return suggestions
}
