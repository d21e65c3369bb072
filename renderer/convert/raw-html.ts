import { nextTag } from '../../core/markdown/html-tags.ts'
import { LITERAL, RAW } from './compare/dom-names.ts'

/**
 * An element's HTML (as serialised) so that Markdown keeps it in one piece: a blank line would end a block of raw
 * HTML (CommonMark 4.6), so that there is none left in it. Where white space shows, line ends become references.
 */
export function withoutBlankLines(html: string): string {
  if (!/\n[ \t]*\n|<(?:pre|textarea|listing)\b[^>]*>\n/i.test(html)) return html
  let result = ''
  let at = 0
  const literal: string[] = []
  const text = (to: number): void => {
    const piece = html.slice(at, to)
    result += literal.length > 0 ? encoded(piece, result.endsWith('\n')) : piece.replace(/\n\s*\n/g, '\n')
    at = to
  }
  for (let tag = nextTag(html, 0); tag; tag = nextTag(html, tag.to)) {
    text(tag.from)
    const raw = html.slice(tag.from, tag.to)
    if (tag.kind === 'void' && LITERAL.has(tag.name)) result += literalElement(raw)
    else if (RAW.has(tag.name) || tag.kind === 'other') result += raw.replace(/\n\s*\n/g, '\n')
    else result += raw.replace(/\n(?=[ \t]*\n)/g, '&#10;')
    at = tag.to
    if (tag.kind === 'open' && LITERAL.has(tag.name)) {
      literal.push(tag.name)
      // The parser drops a line end right behind the tag; one that counts needs another before it.
      if (html[at] === '\n') result += '\n'
    } else if (tag.kind === 'close' && literal.at(-1) === tag.name) literal.pop()
  }
  text(html.length)
  return result
}

/** A raw text element (`textarea`): its tags and its content. */
function literalElement(raw: string): string {
  const from = raw.indexOf('>') + 1
  const to = raw.lastIndexOf('</')
  const first = raw[from] === '\n' ? '\n' : ''
  return raw.slice(0, from) + first + encoded(raw.slice(from, to), first !== '') + raw.slice(to)
}

/** The line ends of blank lines as references; `fresh`: the text begins a line. */
function encoded(text: string, fresh: boolean): string {
  const lines = text.split('\n')
  return lines
    .map((line, i) => {
      if (i === lines.length - 1) return line
      return line.trim() === '' && (i > 0 || fresh) ? `${line}&#10;` : `${line}\n`
    })
    .join('')
}
