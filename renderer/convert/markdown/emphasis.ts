import type TurndownService from 'turndown'
import { isBlockElement, isElement, type MarkdownWriting } from './writing.ts'

const PUNCTUATION = /[\p{P}\p{S}]/u
const STRONG = ['strong', 'b']
const EMPHASIS = ['em', 'i']
const STRUCK = ['del', 's', 'strike']
/** Punctuation that means nothing in Markdown and may change places with a delimiter. */
const LOOSE = String.raw`(?:[.,:;?"'\/\-\u2013\u2014]|(?![\u0000-\u007f])[\p{P}\p{S}])`
const HEAD = new RegExp(`^${LOOSE}+`, 'u')
const TAIL = new RegExp(`${LOOSE}+$`, 'u')

const firstSign = (text: string): string => /^./su.exec(text)?.[0] ?? ''
const lastSign = (text: string): string => /.$/su.exec(text)?.[0] ?? ''

/** The characters around and at the edges of what is to be marked; empty at the edge of a line. */
interface Surroundings {
  readonly before: string
  readonly first: string
  readonly last: string
  readonly after: string
}

/**
 * Strong, emphasised and struck text. Delimiters are used only where every CommonMark reader sees them as such
 * (6.2, without the CJK-friendly amendment); elsewhere punctuation at the edge moves out of the marks, or, where
 * nothing may be moved, the text is marked with tags.
 */
export function emphasisRules(writing: MarkdownWriting): Record<string, TurndownService.Rule> {
  const rule = (
    names: readonly string[],
    delimiters: readonly string[],
    tag: string,
  ): TurndownService.Rule => ({
    filter: (node) => names.includes(node.localName),
    replacement(content, node) {
      if (content.trim() === '') return content
      const delimiter = delimiters[adjacentBefore(node) % delimiters.length] ?? ''
      return marked(content, node, delimiter, tag, writing.exact)
    },
  })
  return {
    strong: rule(STRONG, ['**', '__'], 'strong'),
    emphasis: rule(EMPHASIS, ['*', '_'], 'em'),
    struck: rule(STRUCK, ['~~'], 'del'),
  }
}

function marked(content: string, node: Node, delimiter: string, tag: string, exact: boolean): string {
  const before = neighbour(node, 'previousSibling')
  const after = neighbour(node, 'nextSibling')
  const bare = content.replace(/^[*_~]+|[*_~]+$/g, '')
  const edges = { before, first: firstSign(bare), last: lastSign(bare), after }
  if (isRead(edges, delimiter)) return delimiter + content + delimiter
  if (!exact) {
    const head = opens(edges) ? '' : (HEAD.exec(content)?.[0] ?? '')
    const rest = content.slice(head.length)
    const tail = closes(edges) || /\\.$/.test(rest) ? '' : (TAIL.exec(rest)?.[0] ?? '')
    const inner = rest.slice(0, rest.length - tail.length)
    const moved = {
      before: lastSign(head) || before,
      first: firstSign(inner),
      last: lastSign(inner),
      after: firstSign(tail) || after,
    }
    if (inner.trim() !== '' && isRead(moved, delimiter)) return head + delimiter + inner + delimiter + tail
  }
  return `<${tag}>${content}</${tag}>`
}

function isRead(edges: Surroundings, delimiter: string): boolean {
  if (!opens(edges) || !closes(edges)) return false
  return !delimiter.startsWith('_') || (isOuter(edges.before) && isOuter(edges.after))
}

const opens = ({ before, first }: Surroundings): boolean =>
  first !== '' && !/\s/.test(first) && (!PUNCTUATION.test(first) || isOuter(before))

const closes = ({ last, after }: Surroundings): boolean =>
  last !== '' && !/\s/.test(last) && (!PUNCTUATION.test(last) || isOuter(after))

const isOuter = (sign: string): boolean => sign === '' || /\s/.test(sign) || PUNCTUATION.test(sign)

const isEmphasis = (node: Node | null): boolean => isElement(node, ...STRONG, ...EMPHASIS)

/** How many emphasised elements stand directly before, without a character between. */
function adjacentBefore(node: Node): number {
  let count = 0
  for (let at = node.previousSibling; isEmphasis(at); at = at?.previousSibling ?? null) count += 1
  return count
}

/** The character that will stand beside a node in the Markdown text; empty at a line's edge. */
function neighbour(node: Node, side: 'previousSibling' | 'nextSibling'): string {
  const previous = side === 'previousSibling'
  for (let at: Node | null = node; at !== null; at = at.parentNode) {
    for (let next = at[side]; next !== null; next = next[side]) {
      if (isElement(next, 'br') || isBlockElement(next)) return ''
      if (isElement(next, 'img')) return previous ? ')' : '!'
      const text = next.textContent ?? ''
      if (text === '') continue
      if (isElement(next, ...STRONG, ...EMPHASIS)) return '*'
      if (isElement(next, ...STRUCK)) return '~'
      if (isElement(next, 'code')) return '`'
      if (isElement(next, 'a')) return previous ? ')' : '['
      if (isElement(next, 'sub', 'sup', 'kbd', 'mark')) return previous ? '>' : '<'
      return previous ? lastSign(text) : firstSign(text)
    }
    const { parentNode } = at
    if (parentNode === null || isBlockElement(parentNode)) return ''
    // Inside a link the brackets stand at the edge; delimiters of one run are judged by what is outside it.
    if (isElement(parentNode, 'a')) return previous ? '[' : ']'
  }
  return ''
}
