import type { Span } from '../../article/text-edit.ts'
import type { YamlEntry, YamlNode } from './node.ts'

/** Where the line that holds `at` begins. */
export function lineStart(text: string, at: number): number {
  let from = at
  while (from > 0 && !isBreak(text.charCodeAt(from - 1)) && !(from === 1 && text.charCodeAt(0) === 0xfeff))
    from--
  return from
}

/** Where the line that holds `at` ends, its line end not included. */
export function lineStop(text: string, at: number): number {
  let to = at
  while (to < text.length && !isBreak(text.charCodeAt(to))) to++
  return to
}

/** The offset after the line end that stands at `at`. */
export function afterBreak(text: string, at: number): number {
  if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) return at + 2
  return isBreak(text.charCodeAt(at)) ? at + 1 : at
}

/** How many characters stand before `at` on its line. */
export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at)
}

/** True when nothing but white space stands before `at` on its line. */
export function beginsLine(text: string, at: number): boolean {
  return text.slice(lineStart(text, at), at).trim() === ''
}

/** Where an entry of a block collection ends with the comment on its last line, the line end not included. */
export function entryStop(text: string, entry: YamlEntry): number {
  const kept = keptText(text, entry.value)
  if (kept === null) return lineStop(text, entry.value.to)
  return Math.max(entry.value.to, beforeBreak(text, kept))
}

/** The lines an entry of a block collection fills, the last line end included. */
export function entryLines(text: string, entry: YamlEntry): Span {
  const stop = entryStop(text, entry)
  return { from: lineStart(text, entry.from), to: afterBreak(text, stop) }
}

/** Where the block scalar that ends `node` ends, when lines after its last word belong to its text. */
function keptText(text: string, node: YamlNode): number | null {
  let last: YamlNode | undefined = node
  while (last) {
    const { blockText, to } = last
    if (blockText?.chomping === 'keep') return blockText.textTo
    if (blockText) {
      const deeper = new RegExp(`[\\r\\n] {${blockText.indent}}[ \\t]`)
      return deeper.test(text.slice(to, blockText.textTo)) ? blockText.textTo : null
    }
    last = last.style === 'block' ? last.entries.at(-1)?.value : undefined
  }
  return null
}

function beforeBreak(text: string, at: number): number {
  if (text.charCodeAt(at - 1) === 10) return text.charCodeAt(at - 2) === 13 ? at - 2 : at - 1
  return text.charCodeAt(at - 1) === 13 ? at - 1 : at
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13
}
