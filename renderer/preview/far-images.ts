import type { Block } from '../../core/markdown/block.ts'
import { nextTag } from '../../core/markdown/html-tags.ts'
import { renderMarkdown } from '../../core/markdown/render-markdown.ts'
import type { ArticleView } from './article-view.ts'

/** What shows an image: a tag, Markdown, Hexo's tag. */
const IMAGE = /<img\b|!\[|asset_img/i
const SRC = /\ssrc\s*=\s*(?:"\s*|'\s*)?(?:https?:)?\/\//i
/** So much is looked at, and so much is rendered, between two calls of `next`, in UTF-16 units. */
const LOOKED_AT = 50_000
const RENDERED = 2000

/** Remote images of blocks that have not changed since. */
const counted = new WeakMap<Block, number>()

/** To be called when what the labels of blocks stand for is another. */
export function countAnew(blocks: readonly Block[]): void {
  for (const block of blocks) counted.delete(block)
}

/** Remote images in HTML that is not sanitised. */
function imagesIn(html: string): number {
  let count = 0
  for (let tag = nextTag(html, 0); tag; tag = nextTag(html, tag.to))
    if (tag.name === 'img' && tag.kind !== 'close' && SRC.test(html.slice(tag.from, tag.to))) count++
  return count
}

/** Counts the remote images of the blocks that wait to come near the view; in pieces of a few milliseconds. */
export function* countFarImages(view: ArticleView): Generator<undefined> {
  const waiting = new Set(view.far)
  const isMarkdown = view.source.format === 'markdown'
  let from = 0
  let work = 0
  for (const block of waiting.size > 0 ? [...view.index.blocks] : []) {
    if (waiting.has(block) && !counted.has(block)) {
      const text = view.slice(from, from + block.length)
      const holds = IMAGE.test(text)
      const rendered = holds && isMarkdown
      counted.set(
        block,
        holds ? imagesIn(rendered ? renderMarkdown(text, view.environment()).html : text) : 0,
      )
      work += text.length / (rendered ? RENDERED : LOOKED_AT)
      if (work >= 1) {
        work = 0
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
