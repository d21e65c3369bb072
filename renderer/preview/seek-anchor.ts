import type { Block } from '../../core/markdown/block.ts'
import type { ArticleView } from './article-view.ts'
import { nameReferences } from './note-references.ts'

/** More places than this that could have the id are not rendered for it. */
const MOST_TRIED = 20

/** Renders blocks far from the view that may hold the element with this id: an anchor, or a reference to a footnote. */
export function seekAnchor(view: ArticleView, id: string): void {
  const waiting = new Set(view.far)
  const label = /^fnref-(.+)$/.exec(id.toLowerCase())?.[1]
  const notes = label === undefined ? null : [`[^${label}]`, `[^${label.replace(/-\d+$/, '')}]`]
  show(view, waiting, (text) => {
    if (!notes) return hasId(text, id)
    const lower = text.toLowerCase()
    return notes.some((note) => lower.includes(note))
  })
  if (notes) for (const names = nameReferences(view); names.next().done !== true;);
}

function show(view: ArticleView, waiting: ReadonlySet<Block>, holds: (text: string) => boolean): void {
  let tried = 0
  let from = 0
  for (const [index, block] of view.index.blocks.entries()) {
    if (tried >= MOST_TRIED) return
    if (waiting.has(block)) {
      if (holds(view.slice(from, from + block.length))) {
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
