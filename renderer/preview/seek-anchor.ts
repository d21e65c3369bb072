import type { ArticleView } from './article-view.ts'

/** More places than this that could have the id are not rendered for it. */
const MOST_TRIED = 20

/** Renders blocks far from the view that may hold the element with this id: an anchor, or a reference to a footnote. */
export function seekAnchor(view: ArticleView, id: string): void {
  const waiting = new Set(view.far)
  const note = id.startsWith('fnref-') ? `[^${id.slice('fnref-'.length).toLowerCase()}]` : null
  let tried = 0
  let from = 0
  for (const [index, block] of view.index.blocks.entries()) {
    if (tried >= MOST_TRIED) return
    if (waiting.has(block)) {
      const text = view.slice(from, from + block.length)
      const held = note === null ? hasId(text, id) : text.toLowerCase().includes(note)
      if (held) {
        view.showBlocks([{ index, from }])
        tried++
      }
    }
    from += block.length
  }
}

function hasId(text: string, id: string): boolean {
  return text.includes(id) && /\b(?:id|name)\s*=/i.test(text)
}
