import type { Span } from '../../article/text-edit.ts'

/** One line of block-style YAML, taken apart without a parser. Offsets are UTF-16 into the whole text. */
export interface YamlLine {
  /** Without its line end. */
  readonly span: Span
  readonly text: string
  /** The white space it begins with. */
  readonly indent: string
  /** Where the content begins: after indentation and list dashes. */
  readonly contentFrom: number
  /** The content, trailing white space taken off. */
  readonly content: string
  /** True when list dashes stand before the content. */
  readonly item: boolean
}

const LINE = /([^\r\n]*)(?:\r\n|\n|\r|$)/y
const SPACE = /^[ \t\u00A0\u3000\uFEFF]*/
const DASHES = /^(?:-[ \t]+)+/
const BLOCK_HEADER = /(?:^|[:-])[ \t]+(?:[&!]\S+[ \t]+)*[|>][-+\d]{0,2}[ \t]*(?:#.*)?$/

/** The lines of `content` that hold entries or list items: no blank ones, comments or lines of block scalars. */
export function yamlLines(text: string, content: Span): readonly YamlLine[] {
  const lines: YamlLine[] = []
  let block: number | null = null
  LINE.lastIndex = content.from
  while (LINE.lastIndex < content.to) {
    const from = LINE.lastIndex
    const source = LINE.exec(text)?.[1] ?? ''
    const indent = SPACE.exec(source)?.[0] ?? ''
    if (indent.length === source.length) continue
    if (block !== null && indent.length > block) continue
    block = null
    const rest = source.slice(indent.length)
    if (rest.startsWith('#')) continue
    const dashes = DASHES.exec(rest)?.[0] ?? ''
    if (BLOCK_HEADER.test(source)) block = indent.length
    lines.push({
      span: { from, to: from + source.length },
      text: source,
      indent,
      contentFrom: from + indent.length + dashes.length,
      content: rest.slice(dashes.length).trimEnd(),
      item: dashes !== '',
    })
  }
  return lines
}
