import { finish } from '../../core/finish.ts'
import { cleanHtml, type CleanHtmlOptions } from '../../core/markdown/clean-html.ts'
import { BLOCKS, BOXES, RAW } from './compare/dom-names.ts'
import { domTokenSteps, sameTokens, type DomToken } from './compare/dom-tokens.ts'
import { parseInert } from './compare/parse-inert.ts'
import { htmlToMarkdown } from './html-to-markdown.ts'
import { isPlain } from './plain-blocks.ts'
import { guardText, unguard, type TemplateTags } from './prepare-html.ts'
import { withoutBlankLines } from './raw-html.ts'
import { joined } from './rendering-of.ts'

/** A piece of a Markdown text that stands between blank lines. */
export interface Chunk {
  readonly markdown: string
  /** The same as a block of raw HTML; null when it can only be Markdown. */
  readonly asHtml: string | null
  /** What it is to show; null: not known. */
  readonly tokens: readonly DomToken[] | null
  /** The groups of blocks that were written at once, when there is more than one. */
  readonly together: readonly (readonly Element[])[]
}

export interface ChunkContext {
  readonly clean: CleanHtmlOptions
  readonly tags: TemplateTags
  /** Labels of all footnotes. */
  readonly labels: readonly string[]
  /** Told how many characters of text are written. */
  readonly written?: (characters: number) => void
}

/** Elements that may hold Markdown between their tags when blank lines part them (CommonMark 4.6, condition 6). */
const CONTAINERS = new Set(
  'address article aside blockquote center dd details dialog div dl dt fieldset figure footer form header li main nav section'.split(
    ' ',
  ),
)
const MOST_NESTED = 30
/** Characters of plain blocks that are written at once. */
const MOST_TOGETHER = 1500
const OPENING_TAG = /^<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>/
const isElement = (node: Node | null | undefined): node is Element => node?.nodeType === 1
const isBlock = (node: Node): boolean =>
  isElement(node) && BLOCKS.has(node.localName) && node.localName !== 'br'
const isBlank = (node: Node): boolean => node.nodeType === 3 && (node.textContent ?? '').trim() === ''

/**
 * The content of `root` piece by piece; undefined where only work was done. Each piece shows what it was made from.
 */
export function* chunksOf(root: Element, context: ChunkContext, depth = 0): Generator<Chunk | undefined> {
  let plain: (readonly Element[])[] = []
  let length = 0
  for (const nodes of groups(root)) {
    const [first] = nodes
    if (first === undefined) continue
    const characters = lengthOf(nodes)
    const joins =
      isBlock(first) && characters < MOST_TOGETHER && nodes.every((node) => isPlain(node as Element))
    if (plain.length > 0 && (!joins || length + characters > MOST_TOGETHER)) {
      yield* plainChunks(plain, context, depth)
      plain = []
      length = 0
    }
    if (joins) {
      plain.push(nodes as readonly Element[])
      length += characters
      continue
    }
    if (first.nodeType === 8) yield commentChunk(first as Comment)
    else if (isBlock(first)) yield* blockChunks(nodes as readonly Element[], context, depth)
    else {
      yield inlineChunk(nodes, context)
      context.written?.(characters)
    }
  }
  yield* plainChunks(plain, context, depth)
}

const lengthOf = (nodes: readonly ChildNode[]): number =>
  nodes.reduce((sum, { textContent }) => sum + (textContent ?? '').length, 0)

/** Blocks that Markdown can very likely say are written at once, which costs a fraction; else one by one. */
function* plainChunks(
  groups: readonly (readonly Element[])[],
  context: ChunkContext,
  depth: number,
): Generator<Chunk | undefined> {
  const elements = groups.flat()
  if (groups.length > 1) {
    const tokens = tokensOf(elements)
    const markdown = asMarkdown(elements, tokens, context, [false])
    yield undefined
    if (markdown !== null) {
      context.written?.(lengthOf(elements))
      yield { markdown, asHtml: null, tokens, together: groups }
      return
    }
  }
  for (const group of groups) yield* blockChunks(group, context, depth)
}

/** The pieces of what was written at once, each by itself. */
export function* apart(chunk: Chunk, context: ChunkContext): Generator<undefined, readonly Chunk[]> {
  const chunks: Chunk[] = []
  for (const group of chunk.together)
    for (const one of blockChunks(group, context, 0)) {
      if (one) chunks.push(one)
      yield
    }
  return chunks
}

/** Children that belong together: lists of one kind in a row, and what stands on one line. */
function groups(root: Element): readonly (readonly ChildNode[])[] {
  const found: ChildNode[][] = []
  let last: 'line' | 'list' | 'other' = 'other'
  for (const node of root.childNodes) {
    if (isBlank(node) && last !== 'line') continue
    const group = found.at(-1)
    if (isBlock(node)) {
      const list = isElement(node) && /^[ou]l$/.test(node.localName)
      if (list && last === 'list' && group) group.push(node)
      else found.push([node])
      last = list ? 'list' : 'other'
    } else if (node.nodeType === 8 && last !== 'line') {
      found.push([node])
      last = 'other'
    } else if (last === 'line' && group) group.push(node)
    else {
      found.push([node])
      last = 'line'
    }
  }
  return found.filter((group) => !group.every(isBlank))
}

function commentChunk(comment: Comment): Chunk {
  const markdown = `<!--${comment.data}-->`
  return { markdown, asHtml: markdown, tokens: tokensOf([comment]), together: [] }
}

function* blockChunks(
  elements: readonly Element[],
  context: ChunkContext,
  depth: number,
): Generator<Chunk | undefined> {
  const [only] = elements
  const isOne = only !== undefined && elements.length === 1
  if (isOne && only.localName !== 'blockquote' && depth < MOST_NESTED && mayHoldMarkdown(only)) {
    yield* containerChunks(only, context, depth)
    return
  }
  const tokens = tokensOf(elements)
  const asHtml = elements.map(rawHtml).join('\n\n')
  const markdown = asMarkdown(elements, tokens, context)
  yield undefined
  if (markdown === null && !isOne) {
    for (const element of elements) yield* blockChunks([element], context, depth)
  } else if (markdown === null && isOne && depth < MOST_NESTED && mayHoldMarkdown(only)) {
    yield* containerChunks(only, context, depth)
  } else {
    context.written?.(lengthOf(elements))
    yield { markdown: markdown ?? asHtml, asHtml, tokens, together: [] }
  }
}

/** Whether an element's content is blocks of which one at least could be Markdown. */
function mayHoldMarkdown(element: Element): boolean {
  if (!CONTAINERS.has(element.localName)) return false
  const shown = [...element.childNodes].filter((node) => !isBlank(node))
  return (
    shown.every((node) => isBlock(node) || node.nodeType === 8) &&
    shown.some((node) => isElement(node) && node.localName !== 'summary' && !RAW.has(node.localName))
  )
}

/** An element's tags as blocks of their own, with its content as Markdown in between. */
function* containerChunks(
  element: Element,
  context: ChunkContext,
  depth: number,
): Generator<Chunk | undefined> {
  const parts: Chunk[] = []
  for (const chunk of chunksOf(element, context, depth + 1)) {
    if (chunk) parts.push(chunk)
    yield undefined
  }
  const tokens = yield* tokenStepsOf([element])
  const open = OPENING_TAG.exec(rawHtml(element.cloneNode(false) as Element))?.[0] ?? ''
  const markdown = [open, ...parts.map((part) => part.markdown), `</${element.localName}>`].join('\n\n')
  const asHtml = rawHtml(element)
  const right =
    parts.some((part) => part.markdown !== part.asHtml) &&
    sameTokens(tokens, yield* shownBySteps(markdown, context))
  yield { markdown: right ? markdown : asHtml, asHtml, tokens, together: [] }
}

/** What stands on one line outside of any block: Markdown makes a paragraph of it. */
function inlineChunk(nodes: readonly ChildNode[], context: ChunkContext): Chunk {
  const [only, ...others] = nodes.filter((node) => !isBlank(node))
  if (others.length === 0 && isElement(only) && BOXES.has(only.localName) && only.localName !== 'img') {
    const tokens = tokensOf([only])
    const raw = rawHtml(only)
    const asHtml = only.localName === 'textarea' ? raw : raw.replace(OPENING_TAG, '$&\n')
    const markdown = asMarkdown([only], tokens, context)
    if (markdown !== null) return { markdown, asHtml, tokens, together: [] }
    if (sameTokens(tokens, shownBy(asHtml, context)))
      return { markdown: asHtml, asHtml, tokens, together: [] }
  }
  const paragraph = nodes[0]?.ownerDocument?.createElement('p') ?? document.createElement('p')
  paragraph.append(...nodes.map((node) => node.cloneNode(true)))
  const tokens = tokensOf([paragraph])
  const markdown = asMarkdown([paragraph], tokens, context)
  const asHtml = rawHtml(paragraph)
  return { markdown: markdown ?? asHtml, asHtml, tokens, together: [] }
}

/** The elements as Markdown that shows what they show; null when there is none. */
function asMarkdown(
  elements: readonly Element[],
  tokens: readonly DomToken[],
  context: ChunkContext,
  guards: readonly boolean[] = [false, true],
): string | null {
  for (const guard of guards) {
    const box = elements[0]?.ownerDocument.createElement('div')
    if (!box) return null
    box.append(...elements.map((element) => element.cloneNode(true)))
    if (guard) guardText(box)
    const markdown = unguard(htmlToMarkdown(box, { fidelity: 'exact' }))
    if (sameTokens(tokens, shownBy(markdown, context))) return markdown
  }
  return null
}

function rawHtml(element: Element): string {
  return withoutBlankLines(element.outerHTML)
}

function tokensOf(nodes: readonly ChildNode[]): readonly DomToken[] {
  return finish(tokenStepsOf(nodes))
}

function* tokenStepsOf(nodes: readonly ChildNode[]): Generator<undefined, readonly DomToken[]> {
  const box = nodes[0]?.ownerDocument?.createElement('div')
  if (!box) return []
  box.append(...nodes.map((node) => node.cloneNode(true)))
  for (const mark of [...box.querySelectorAll('[data-footnote-ref]')]) {
    mark.replaceWith(reference(box.ownerDocument, mark.getAttribute('data-footnote-ref') ?? ''))
  }
  return yield* domTokenSteps(box)
}

/** A reference to a footnote as Galley shows it, whatever its number. */
function reference(document: Document, label: string): Element {
  const raised = document.createElement('sup')
  raised.setAttribute('class', 'footnote-ref')
  const link = document.createElement('a')
  link.setAttribute('href', `#fn-${label}`)
  link.textContent = '*'
  raised.append(link)
  return raised
}

/** What a piece of Markdown shows in the article, where all footnotes are defined. */
function shownBy(markdown: string, context: ChunkContext): readonly DomToken[] {
  return finish(shownBySteps(markdown, context))
}

function* shownBySteps(
  markdown: string,
  { clean, labels }: ChunkContext,
): Generator<undefined, readonly DomToken[]> {
  const used = labels.filter((label) => markdown.includes(`[^${label}]`))
  const notes = used.map((label) => `\n\n[^${label}]: note`).join('')
  const root = parseInert(joined(yield* cleanHtml(markdown + notes, clean)))
  if (used.length > 0) {
    root.querySelector(':scope > section.footnotes:last-child')?.remove()
    for (const link of root.querySelectorAll('sup.footnote-ref > a')) {
      link.removeAttribute('id')
      link.textContent = '*'
    }
  }
  return yield* domTokenSteps(root)
}
