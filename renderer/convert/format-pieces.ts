import { BlockIndex } from '../../core/markdown/block-index.ts'
import type { MarkdownExtension } from '../../core/markdown/extensions.ts'
import { markdownScanner } from '../../core/markdown/markdown-scanner.ts'
import { scannerWith } from '../../core/markdown/marked-setup.ts'

/** A stretch of Markdown that is formatted by itself. */
export interface FormatPiece {
  readonly from: number
  readonly text: string
  /** True: nothing but the blank lines between two blocks. */
  readonly spaces: boolean
}

/**
 * Cuts Markdown into blocks without the line ends around them, and the white space between. Lists that follow one
 * another are one piece, since their markers tell them apart; blocks that only mean something to generators are in none.
 * Pauses now and then.
 */
export function* formatPieces(
  text: string,
  extensions: readonly MarkdownExtension[],
): Generator<undefined, readonly FormatPiece[]> {
  const index = new BlockIndex(
    {
      length: () => text.length,
      slice: (from, to) => text.slice(from, to),
      onSplice: () => undefined,
      onRefresh: () => undefined,
    },
    scannerWith(markdownScanner(), extensions),
  )
  while (index.dirty) {
    index.step()
    yield
  }
  const blocks: { from: number; to: number; list: boolean; left: boolean }[] = []
  let at = 0
  for (const { type, length } of index.blocks) {
    const raw = text.slice(at, at + length)
    const lead = /^(?:[ \t]*\n)*/.exec(raw)?.[0].length ?? 0
    const body = raw.slice(lead).replace(/\s+$/, '')
    if (type !== 'space' && body !== '') {
      const list = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|\n|$)/.test(body)
      const from = at + lead
      const to = from + body.length
      const last = blocks.at(-1)
      const left =
        type === 'group' ||
        type === 'plain' ||
        type === 'footnote' ||
        /^ {0,3}(?:\{[{%]|<|\$\$|\\\[|:)/.test(body)
      if (list && last?.list) last.to = to
      else blocks.push({ from, to, list, left })
    }
    at += length
  }
  return blocks.flatMap(({ from, to, left }, i): readonly FormatPiece[] => {
    const next = blocks[i + 1]
    const piece = { from, text: text.slice(from, to), spaces: false }
    const space = next && { from: to, text: text.slice(to, next.from), spaces: !left && !next.left }
    return [...(left ? [] : [piece]), ...(space?.spaces === true ? [space] : [])]
  })
}
