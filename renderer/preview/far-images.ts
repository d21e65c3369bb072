import type { BodyFormat } from '../../core/article/body-format.ts'
import type { Block } from '../../core/markdown/block.ts'
import { withoutCodeSpans } from '../../core/markdown/code-spans.ts'
import type { ArticleView } from './article-view.ts'

// Labels and tags are read to a bound, so that what is never closed costs no more for each beginning.
const TAG = /<img\b[^>]{0,4000}?\ssrc\s*=\s*["']?\s*(?:https?:)?\/\//gi
const INLINE = /!\[[^\]]{0,1000}\]\(\s*<?(?:https?:)?\/\//gi
const REFERENCE = /!\[([^[\]]{0,1000})\](?:\[([^[\]]{0,1000})\])?(?!\()/g
const CODE = /^(?: {0,3}(?:```|~~~)| {4}|\t)/
const REMOTE = /^(?:https?:)?\/\//i

/** What a block holds: images with their address, and the labels of images whose address a definition gives. */
interface Written {
  readonly remote: number
  readonly labels: readonly string[]
}

/** What blocks hold that have not changed since. */
const counted = new WeakMap<Block, Written>()

function imagesIn(text: string, format: BodyFormat): Written {
  const count = (source: string, pattern: RegExp): number => source.match(pattern)?.length ?? 0
  if (format === 'html') return { remote: count(text, TAG), labels: [] }
  if (CODE.test(text)) return { remote: 0, labels: [] }
  const prose = withoutCodeSpans(text)
  const labels = [...prose.matchAll(REFERENCE)].map(([, alt = '', label]) =>
    (label === undefined || label === '' ? alt : label).trim().toLowerCase().replace(/\s+/g, ' '),
  )
  return { remote: count(prose, TAG) + count(prose, INLINE), labels }
}

/** Counts the remote images of the blocks that wait to come near the view, as they are written; in pieces. */
export function* countFarImages(view: ArticleView): Generator<undefined> {
  const waiting = new Set(view.far)
  let from = 0
  let read = 0
  for (const block of waiting.size > 0 ? [...view.index.blocks] : []) {
    if (waiting.has(block) && !counted.has(block)) {
      const text = view.slice(from, from + block.length)
      counted.set(block, imagesIn(text, view.source.format))
      read += text.length
      if (read > 50_000) {
        read = 0
        yield
      }
    }
    from += block.length
  }
}

/** How many remote images the waiting blocks hold, as far as they are counted. */
export function farImages(view: ArticleView): number {
  if (view.source.remoteImages) return 0
  const { definitions } = view.index.labels
  let count = 0
  for (const block of view.far ?? []) {
    const { remote, labels } = counted.get(block) ?? { remote: 0, labels: [] }
    count += remote + labels.filter((label) => REMOTE.test(definitions[label]?.href ?? '')).length
  }
  return count
}
