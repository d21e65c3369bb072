import type { TextEdit } from '../../article/text-edit.ts'
import { columnOf, lineStop } from './lines.ts'
import type { YamlNode } from './node.ts'
import type { YamlPlace, YamlSource } from './place.ts'
import { fitsNewBlock, writeBlock, type WrittenBlock } from './write-block.ts'

/** Folded lines are never wrapped shorter than this many characters. */
const narrowest = 60

/**
 * Text as a block scalar: into the one that stands there, with its indicator, indentation and, if they can hold the
 * text, its chomping; or a new literal one for text of several lines where plain text stands. Null elsewhere.
 */
export function setBlockScalar(
  source: YamlSource,
  place: YamlPlace,
  value: string,
): readonly TextEdit[] | null {
  const node = place.entry.value
  if (node.blockText) return intoBlock(source, place, node, value)
  const plain = node.kind !== 'scalar' || node.style === 'plain'
  const hasRoom = place.parent.style === 'block' && (place.entry.key === null || place.entry.colon >= 0)
  return plain && hasRoom && value.includes('\n') && fitsNewBlock(value) && node.kind === 'scalar'
    ? newBlock(source, place, value)
    : null
}

function newBlock({ text, habits }: YamlSource, place: YamlPlace, value: string): readonly TextEdit[] | null {
  const { value: node, from } = place.entry
  const outer = columnOf(text, from)
  const block = writeBlock(value, 'literal', outer + 2, 2, false, 80)
  if (!block || /^[ \t]*#/.test(text.slice(node.to, lineStop(text, node.to)))) return null
  const gap = node.from > 0 && /\s/.test(text.charAt(node.from - 1)) ? '' : ' '
  const insert = gap + [block.header, ...block.lines].join(habits.lineEnd)
  const rest = /^[ \t]*/.exec(text.slice(node.to, node.to + 1000))?.[0].length ?? 0
  return [{ from: node.from, to: node.to + rest, insert }]
}

function intoBlock(
  { text, habits }: YamlSource,
  place: YamlPlace,
  node: YamlNode,
  value: string,
): readonly TextEdit[] | null {
  const old = node.blockText
  if (!old) return null
  const outer = place.parent.style === 'block' ? columnOf(text, place.entry.from) : 0
  const indent = old.indent > outer ? old.indent : outer + 2
  const header = /^[|>][-+\d]*/.exec(text.slice(node.from, node.from + 4))?.[0] ?? ''
  const style = node.style === 'folded' ? 'folded' : 'literal'
  const lines = text.slice(old.textFrom, old.textTo).split(/\r\n|\n|\r/)
  const width = Math.max(narrowest, ...lines.map((line) => line.length - indent))
  const block =
    writeBlock(value, style, indent, indent - outer, /\d/.test(header), width) ??
    writeBlock(value, 'literal', indent, indent - outer, /\d/.test(header), width)
  return block ? [...headerEdit(node, header, block), ...linesEdit(text, node, block, habits.lineEnd)] : null
}

function headerEdit(node: YamlNode, header: string, block: WrittenBlock): readonly TextEdit[] {
  if (sameHeader(header, block.header)) return []
  return [{ from: node.from, to: node.from + header.length, insert: block.header }]
}

/** Indentation and chomping indicators may come in either order. */
function sameHeader(a: string, b: string): boolean {
  const parts = (header: string) => [header.charAt(0), /[-+]/.exec(header)?.[0], /\d/.exec(header)?.[0]]
  return parts(a).join() === parts(b).join()
}

/** Replaces the lines of text; blank lines after them belong to the value only where chomping keeps them. */
function linesEdit(text: string, node: YamlNode, block: WrittenBlock, lineEnd: string): readonly TextEdit[] {
  const old = node.blockText
  if (!old) return []
  const kept = old.chomping === 'keep' || block.chomping === 'keep' || node.to < old.textFrom
  const written = block.lines.join(lineEnd)
  const from = old.textFrom
  if (from > 0 && !/[\r\n]/.test(text.charAt(from - 1)))
    return [{ from, to: from, insert: lineEnd + written }]
  if (kept) return [{ from, to: Math.max(old.textTo, from), insert: written + lineEnd }]
  return [{ from, to: node.to, insert: written }]
}
