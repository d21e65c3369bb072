import type { Span } from '../../../core/article/text-edit.ts'
import { finish } from '../../../core/finish.ts'
import { BLOCKS, BOXES, EDGED, LITERAL, RAW, VOID } from './dom-names.ts'

/** An attribute's name and value. */
export type Attribute = readonly [name: string, value: string]

/**
 * A piece of a rendering. Two renderings are the same when their pieces have the same keys in the same order.
 * `at` is where the piece comes from in the source; null when that is not known.
 */
export type DomToken =
  | {
      readonly kind: 'open'
      readonly name: string
      readonly attributes: readonly Attribute[]
      readonly key: string
      readonly at: Span | null
    }
  | { readonly kind: 'close'; readonly name: string; readonly key: string; readonly at: Span | null }
  | {
      readonly kind: 'text' | 'comment'
      readonly text: string
      readonly key: string
      readonly at: Span | null
    }

/** Says where a node comes from; asked in document order. */
export type PlaceOf = (node: Element | Text | Comment) => Span | null

/** Nodes visited between two pauses. */
const BATCH = 500
const SPACES = /[ \t\n\r\f]+/g
const ADDRESSES = new Set(['href', 'src', 'cite', 'poster', 'data', 'xlink:href'])
const KEEPS_SPACE = /white-space\s*:\s*(?:pre|break-spaces)/i

/**
 * What a reader is shown of `root`'s content, as pieces: entities are characters, attributes are in order of their
 * names, and white space is only where it shows. A space at the edge of an inline element counts as outside of it.
 */
export function domTokens(root: Node): readonly DomToken[] {
  return finish(domTokenSteps(root))
}

/** The same of a long text: pauses now and then. */
export function* domTokenSteps(
  root: Node,
  placeOf: PlaceOf = () => null,
): Generator<undefined, readonly DomToken[]> {
  const collector = new Collector()
  let literal = 0
  let edged = 0
  const enter = (element: Element): void => {
    const name = element.localName
    collector.open(name, attributesOf(element), placeOf(element))
    if (isLiteral(element)) literal += 1
    else if (EDGED.has(name)) edged += 1
  }
  const leave = (element: Element): void => {
    const name = element.localName
    if (isLiteral(element)) literal -= 1
    else if (EDGED.has(name)) edged -= 1
    if (!VOID.has(name)) collector.close(name, name === 'pre')
  }
  const visit = (node: Node): void => {
    if (isText(node)) {
      const parent = node.parentNode as Element | null
      if (parent !== null && RAW.has(parent.localName)) collector.raw(node.data, placeOf(node))
      else if (literal > 0) collector.literal(node.data, placeOf(node))
      else collector.text(node.data, edged > 0, placeOf(node))
    } else if (node.nodeType === 8) {
      const comment = node as Comment
      const text = comment.data.replace(SPACES, ' ').trim()
      if (text !== '') collector.comment(text, placeOf(comment))
    }
  }
  yield* walk(root, { visit, enter, leave })
  return collector.end()
}

/** True when both renderings show the same. */
export function sameTokens(a: readonly DomToken[], b: readonly DomToken[]): boolean {
  return a.length === b.length && a.every((token, i) => token.key === b[i]?.key)
}

interface Walker {
  readonly visit: (node: Node) => void
  readonly enter: (element: Element) => void
  readonly leave: (element: Element) => void
}

/** Visits the content of a node in document order, without a call per level: pages can be nested deeply. */
function* walk(root: Node, { visit, enter, leave }: Walker): Generator<undefined, void> {
  let visited = 0
  let node: Node | null = contentOf(root).firstChild
  const parents: Node[] = []
  while (node !== null || parents.length > 0) {
    if (++visited % BATCH === 0) yield
    if (node === null) {
      const parent = parents.pop()
      if (parent === undefined) return
      leave(parent as Element)
      node = parent.nextSibling
    } else if (node.nodeType === 1) {
      enter(node as Element)
      parents.push(node)
      node = contentOf(node).firstChild
    } else {
      visit(node)
      node = node.nextSibling
    }
  }
}

function contentOf(node: Node): Node {
  return (node as Partial<HTMLTemplateElement>).content instanceof DocumentFragment
    ? (node as HTMLTemplateElement).content
    : node
}

function isText(node: Node): node is Text {
  return node.nodeType === 3
}

function isLiteral(element: Element): boolean {
  return LITERAL.has(element.localName) || KEEPS_SPACE.test(element.getAttribute('style') ?? '')
}

function attributesOf(element: Element): readonly Attribute[] {
  const attributes: Attribute[] = []
  for (const name of element.getAttributeNames()) attributes.push([name, valueOf(element, name)])
  return attributes.sort(([a], [b]) => (a < b ? -1 : 1))
}

/** An attribute's value as it counts: classes and styles without needless spaces, addresses percent-encoded. */
function valueOf(element: Element, name: string): string {
  const value = element.getAttribute(name) ?? ''
  if (name === 'class' || name === 'style') return value.replace(SPACES, ' ').trim()
  return ADDRESSES.has(name) ? encoded(value.trim()) : value
}

function encoded(address: string): string {
  try {
    return encodeURI(address).replaceAll('%25', '%')
  } catch {
    return address
  }
}

/** Puts pieces in a row; tags of inline elements wait until it is known on which side of them a space stands. */
class Collector {
  private readonly tokens: DomToken[] = []
  private held: DomToken[] = []
  /** White space was met that shows when more text follows on the line. */
  private space = false
  /** Something stands on the line. */
  private content = false

  open(name: string, attributes: readonly Attribute[], at: Span | null): void {
    const key = `<${[name, ...attributes.flat()].join('\u0000')}>`
    const token: DomToken = { kind: 'open', name, attributes, key, at }
    if (BLOCKS.has(name)) this.boundary(token, false)
    else if (BOXES.has(name)) {
      this.release(this.space && this.content)
      this.boundary(token, VOID.has(name))
    } else this.held.push(token)
  }

  close(name: string, pre: boolean): void {
    const token: DomToken = { kind: 'close', name, key: `</${name}>`, at: null }
    if (BLOCKS.has(name) || BOXES.has(name)) {
      this.release(false)
      if (pre) this.dropLastLineEnd()
      this.boundary(token, BOXES.has(name))
    } else this.held.push(token)
  }

  text(data: string, edged: boolean, at: Span | null): void {
    const collapsed = data.replace(SPACES, ' ')
    const shown = edged ? collapsed : collapsed.trim()
    if (shown === '') {
      this.space ||= collapsed !== ''
      return
    }
    this.release((this.space || (!edged && collapsed.startsWith(' '))) && this.content)
    this.push(shown, at)
    this.content = true
    this.space = !edged && collapsed.endsWith(' ')
  }

  literal(data: string, at: Span | null): void {
    this.release(this.space && this.content)
    this.push(data.replace(/\r\n?/g, '\n'), at)
    this.content = true
    this.space = false
  }

  raw(data: string, at: Span | null): void {
    const text = data.trim().replace(/\s*\n\s*/g, '\n')
    if (text !== '') this.push(text, at)
  }

  comment(text: string, at: Span | null): void {
    this.held.push({ kind: 'comment', text, key: `<!--${text}-->`, at })
  }

  end(): readonly DomToken[] {
    this.release(false)
    return this.tokens
  }

  private boundary(token: DomToken, content: boolean): void {
    this.release(false)
    this.tokens.push(token)
    this.content = content
    this.space = false
  }

  /** The held tags follow; a space stands after those that close and before those that open. */
  private release(space: boolean): void {
    const opening = this.held.findIndex(({ kind }) => kind !== 'close')
    const closing = opening < 0 ? this.held.length : opening
    this.tokens.push(...this.held.slice(0, closing))
    if (space) this.push(' ', null)
    this.tokens.push(...this.held.slice(closing))
    this.held = []
  }

  private push(text: string, at: Span | null): void {
    const last = this.tokens.at(-1)
    if (last?.kind === 'text') {
      this.tokens[this.tokens.length - 1] = textToken(last.text + text, last.at ?? at)
    } else if (text !== '') this.tokens.push(textToken(text, at))
  }

  /** A line end before `</pre>` shows nothing. */
  private dropLastLineEnd(): void {
    let i = this.tokens.length - 1
    while (this.tokens[i]?.kind === 'close') i--
    const token = this.tokens[i]
    if (token?.kind !== 'text' || !token.text.endsWith('\n')) return
    const text = token.text.slice(0, -1)
    this.tokens.splice(i, 1, ...(text === '' ? [] : [textToken(text, token.at)]))
  }
}

function textToken(text: string, at: Span | null): DomToken {
  return { kind: 'text', text, key: `#${text}`, at }
}
