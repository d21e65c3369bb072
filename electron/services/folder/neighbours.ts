import { open, readdir } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { FieldValue, FrontMatterFormat } from '../../../core/front-matter/model.ts'
import { readFrontMatter } from '../../../core/front-matter/read.ts'
import { decode } from '../encodings/codec.ts'
import { detectEncoding } from '../encodings/detect.ts'

/** What the other articles of a folder have in common. */
export interface Neighbours {
  /** Values they use, by key, most used first. */
  readonly suggestions: Readonly<Record<string, readonly string[]>>
  /** The format of most of their front matter, of the latest where two are even; null when none has any. */
  readonly usualFormat: FrontMatterFormat | null
}

export interface NeighbourBounds {
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
const BOUNDS: NeighbourBounds = { articles: 500, time: 400, now: () => performance.now() }

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
 * What up to 500 articles beside this one have for tags, categories, author and the like, and the format of their
 * front matter. Only the first 64 KB of each is read; after the time bound, what was found by then is the answer.
 */
export async function readNeighbours(
  folder: string,
  article: string,
  bounds: NeighbourBounds = BOUNDS,
): Promise<Neighbours> {
  const end = bounds.now() + bounds.time
  const counts = new Map<string, Map<string, number>>()
  const formats = new Map<FrontMatterFormat, number>()
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
    const { fields, format, block } = readFrontMatter(text)
    // Hexo's JSON above `;;;` is not what a new block is in: YAML, which Hexo takes as well, is nearer to it.
    if (format !== null && (format !== 'json' || block?.form === 'bare')) {
      formats.set(format, (formats.get(format) ?? 0) + 1)
    }
    for (const { key, value } of fields) {
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
  return { suggestions, usualFormat: [...formats].sort(([, n], [, m]) => m - n)[0]?.[0] ?? null }
}
