import { isShown } from '../../core/markdown/block.ts'
import { BlockIndex } from '../../core/markdown/block-index.ts'
import { htmlScanner } from '../../core/markdown/html-scanner.ts'
import { markdownScanner } from '../../core/markdown/markdown-scanner.ts'
import { MARK } from './long-article.ts'
import type { Article } from './editors.ts'

/** What a letter typed at the mark makes the preview do: characters lexed and blocks rendered; the same in every run. */
export function countsPerKey(article: Article): { readonly lexed: number; readonly rendered: number } {
  let text = article.text.replace(/^---\n[^]*?\n---\n/, '')
  let rendered = 0
  const index = new BlockIndex(
    {
      length: () => text.length,
      slice: (from, to) => text.slice(from, to),
      onSplice(_at, removed, added) {
        const known = new Set(removed)
        rendered += added.filter((block) => !known.has(block) && isShown(block)).length
      },
      onRefresh: (blocks) => void (rendered += blocks.length),
    },
    article.format === 'html' ? htmlScanner() : markdownScanner(),
  )
  const finish = (): void => {
    while (index.dirty) index.step()
  }
  finish()
  const before = { lexed: index.counters.lexed, rendered }
  const at = text.indexOf(MARK) + MARK.length
  const keys = 10
  for (let key = 0; key < keys; key += 1) {
    text = `${text.slice(0, at + key)}x${text.slice(at + key)}`
    index.edit(at + key, at + key, 1)
    finish()
  }
  return {
    lexed: (index.counters.lexed - before.lexed) / keys,
    rendered: (rendered - before.rendered) / keys,
  }
}
