import type { BlockText } from './node.ts'
import { hasUnprintable } from './plain.ts'

/** A block scalar ready to be written. */
export interface WrittenBlock {
  /** `|`, `>-`, `|2+` … */
  readonly header: string
  /** Its lines with their indentation. */
  readonly lines: readonly string[]
  readonly chomping: BlockText['chomping']
}

/**
 * True for text that a new block scalar may hold. Hexo takes the last line end off its front matter, and with it a
 * blank line that a block at the end keeps: such text is quoted.
 */
export function fitsNewBlock(text: string): boolean {
  return !text.endsWith('\n\n')
}

/**
 * Text as a literal or folded block scalar indented by `indent` spaces, `digit` of them more than the collection it
 * stands in; null when no block scalar can hold it. `digit` is written when `explicit` or when the first line needs
 * it. Folded lines are wrapped at `width`.
 */
export function writeBlock(
  text: string,
  style: 'literal' | 'folded',
  indent: number,
  digit: number,
  explicit: boolean,
  width: number,
): WrittenBlock | null {
  const body = text.replace(/\n+$/, '')
  const trailing = text.length - body.length
  if (body === '' || hasUnprintable(body.replaceAll('\n', ''))) return null
  if (style === 'folded' && /(?:^|\n)[ \t]|[ \t](?:\n|$)/.test(body)) return null
  const chomping = trailing === 0 ? 'strip' : trailing === 1 ? 'clip' : 'keep'
  const needsDigit = explicit || /^[ \n\t]/.test(body)
  if (needsDigit && (digit < 1 || digit > 9)) return null
  const sign = { strip: '-', clip: '', keep: '+' }[chomping]
  const header = `${style === 'literal' ? '|' : '>'}${needsDigit ? digit : ''}${sign}`
  const spaces = ' '.repeat(indent)
  const contents = style === 'literal' ? body.split('\n') : foldedLines(body, width)
  const lines = contents.map((line) => (line === '' ? '' : spaces + line))
  return {
    header,
    lines: [...lines, ...Array.from({ length: Math.max(trailing - 1, 0) }, () => '')],
    chomping,
  }
}

/** A break between two lines of text is a blank line in a folded scalar (YAML 1.2, 8.1.3). */
function foldedLines(body: string, width: number): readonly string[] {
  return body.split('\n').flatMap((line, index) => {
    const blank = index > 0 && line !== '' ? [''] : []
    return [...blank, ...(line === '' ? [''] : wrap(line, width))]
  })
}

function wrap(line: string, width: number): readonly string[] {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(/(?<=\S) (?=\S)/)) {
    if (current !== '' && current.length + word.length + 1 > width) {
      lines.push(current)
      current = word
    } else current = current === '' ? word : `${current} ${word}`
  }
  return [...lines, current]
}
