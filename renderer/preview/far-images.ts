import type { Block } from '../../core/markdown/block.ts'
import type { ArticleView } from './article-view.ts'

const REMOTE = /!\[[^\]]*\]\(\s*<?(?:https?:)?\/\/|<img\b[^>]*?\ssrc\s*=\s*["']?\s*(?:https?:)?\/\//gi

/** What blocks hold that have not changed since. */
const counted = new WeakMap<Block, number>()

/** Counts the remote images of the blocks that wait to come near the view, as they are written; in pieces. */
export function* countFarImages(view: ArticleView): Generator<undefined> {
  const waiting = new Set(view.far)
  let from = 0
  let read = 0
  for (const block of waiting.size > 0 ? [...view.index.blocks] : []) {
    if (waiting.has(block) && !counted.has(block)) {
      const text = view.slice(from, from + block.length)
      counted.set(block, text.match(REMOTE)?.length ?? 0)
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
  let count = 0
  for (const block of view.far ?? []) count += counted.get(block) ?? 0
  return count
}
