import { Parser, type MarkedOptions } from 'marked'
import type { Span } from '../article/text-edit.ts'
import { isShown, type Block } from './block.ts'
import { BlockIndex } from './block-index.ts'
import { escapeHtml } from './escape-html.ts'
import type { MarkdownExtension } from './extensions.ts'
import { footnoteRefHtml, footnoteRefId } from './footnotes.ts'
import { costlyLine, MOST_SOURCE } from './limits.ts'
import { markdownScanner } from './markdown-scanner.ts'
import {
  createLexer,
  lexBlocks,
  lexInlines,
  markedOptions,
  scannerWith,
  type RenderEnvironment,
} from './marked-setup.ts'
import type { MathsToken } from './maths.ts'
import { articleRenderer } from './renderer.ts'
import { linkHeadings, type HeadedPiece } from './heading-links.ts'

/** What clean HTML is made with besides the Markdown itself. */
export interface CleanHtmlOptions {
  readonly extensions: readonly MarkdownExtension[]
  /** A formula as MathML; null when its TeX has a mistake and it stays as written. */
  readonly formula: (tex: string, display: boolean) => string | null
  /** The emoji of a name; null when there is none. */
  readonly emoji: (name: string) => string | null
  /** Told now and then up to which offset the text is done. */
  readonly progress?: (offset: number) => void
}

/** The HTML of one block and where it stands in the Markdown. */
export interface CleanPiece {
  readonly html: string
  readonly span: Span
}

export interface CleanHtml {
  readonly pieces: readonly CleanPiece[]
  /** Where the first block stands that is too costly to be parsed and is missing here; null: all is there. */
  readonly costly: Span | null
  /** Definitions of links and footnotes that nothing refers to: they show nothing, so that HTML has no place for them. */
  readonly unused: readonly Span[]
}

/**
 * Markdown as the HTML a writer would keep: no wrappers, no offsets, no place holders. Formulas are MathML, emoji are
 * characters, template tags stay as written, headings get an id when something links to them, footnotes stand in a
 * section at the end. Does a few milliseconds' work between two calls of `next`.
 */
export function* cleanHtml(text: string, options: CleanHtmlOptions): Generator<undefined, CleanHtml> {
  const index = new BlockIndex(
    {
      length: () => text.length,
      slice: (from, to) => text.slice(from, to),
      onSplice: () => undefined,
      onRefresh: () => undefined,
    },
    scannerWith(markdownScanner(), options.extensions),
  )
  while (index.dirty) {
    index.step()
    yield
  }
  const { definitions, footnotes } = index.labels
  const env: RenderEnvironment = { definitions, footnotes, extensions: options.extensions }
  const referred = new Map<string, number>()
  const pieces: HeadedPiece[] = []
  const notes: ((CleanPiece & { readonly label: string }) | undefined)[] = []
  const unused: Span[] = []
  const words = text.toLowerCase().replace(/\s+/g, ' ')
  let costly: Span | null = null
  let at = 0
  for (const block of index.blocks) {
    const span = { from: at, to: at + block.length }
    const source = text.slice(at, at + block.length)
    at += block.length
    if (block.footnote !== null) {
      const number = footnotes.get(block.footnote)
      if (number === undefined) unused.push(span)
      else if (notes[number - 1] === undefined) {
        const html = renderBlock(contentOf(source), env, options, referred)
        if (html === null) costly ??= span
        else notes[number - 1] = { label: block.footnote, html, span }
      }
    } else if (block.type === 'definition' && isUnused(block, words)) unused.push(span)
    else if (isShown(block)) {
      const html = block.type === 'plain' ? null : renderBlock(source, env, options, referred)
      if (html === null) costly ??= span
      else pieces.push({ html: `${html.replace(/\n+$/, '')}\n`, span, heading: block.type === 'heading' })
    }
    options.progress?.(at)
    yield
  }
  const listed = notes.filter((note) => note !== undefined)
  const end = { from: text.length, to: text.length }
  if (listed.length > 0) {
    pieces.push({ html: '<section class="footnotes">\n<ol>\n', span: end, heading: false })
    for (const { label, html, span } of listed)
      pieces.push({ html: noteHtml(label, html, referred.get(label) ?? 1), span, heading: false })
    pieces.push({ html: '</ol>\n</section>\n', span: end, heading: false })
  }
  return { pieces: linkHeadings(pieces), costly, unused }
}

/** The HTML of one block; null when parsing it would cost too much. */
function renderBlock(
  text: string,
  env: RenderEnvironment,
  options: CleanHtmlOptions,
  referred: Map<string, number>,
): string | null {
  if (text.length > MOST_SOURCE || costlyLine(text) >= 0) return null
  try {
    const marked = cleanOptions(markedOptions(text, env), env, options, referred)
    const lexer = createLexer(marked, options.extensions)
    const tokens = lexBlocks(lexer, text)
    lexer.tokens.links = env.definitions as typeof lexer.tokens.links
    return lexInlines(lexer) ? Parser.parse(tokens, marked) : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** marked's options with renderers that leave nothing to be done later. */
function cleanOptions(
  marked: MarkedOptions,
  env: RenderEnvironment,
  { extensions, formula, emoji }: CleanHtmlOptions,
  referred: Map<string, number>,
): MarkedOptions {
  const { extensions: own } = marked
  if (!own) return marked
  return {
    ...marked,
    // The mark that ends a summary stays the comment it is.
    renderer: articleRenderer(new Set(extensions.filter((name) => name !== 'templateTags'))),
    extensions: {
      ...own,
      renderers: {
        ...own.renderers,
        tag: (token) => (token.inline === true ? token.raw : `${token.raw.trim()}\n`),
        maths(token) {
          const { tex, display, raw } = token as MathsToken
          const html = formula(tex, display) ?? escapeHtml(raw.trim())
          return raw.endsWith('\n') ? `${html}\n` : html
        },
        emoji: (token) => emoji(token.raw.slice(1, -1)) ?? escapeHtml(token.raw),
        footnoteRef(token) {
          const label = String(token.label)
          const nth = (referred.get(label) ?? 0) + 1
          referred.set(label, nth)
          return footnoteRefHtml(label, env.footnotes, nth)
        },
      },
    },
  }
}

function contentOf(footnote: string): string {
  return footnote.replace(/^ {0,3}\[\^[^\]\s]+\]:[ \t]*/, '').replace(/^(?: {4}|\t)/gm, '')
}

/** A footnote as an item whose ways back, one for each of its references, stand at the end of its last paragraph. */
function noteHtml(label: string, html: string, refs: number): string {
  const id = escapeHtml(label)
  const back = Array.from({ length: refs }, (_, i) => wayBack(label, i + 1)).join('')
  const content = html.trimEnd()
  const inside = content.endsWith('</p>')
    ? `${content.slice(0, -4)}${back}</p>`
    : `${content}\n<p>${back.trim()}</p>`
  return `<li id="fn-${id}">\n${inside}\n</li>\n`
}

function wayBack(label: string, nth: number): string {
  const mark = nth > 1 ? `↩<sup>${String(nth)}</sup>` : '↩'
  return ` <a href="#${escapeHtml(footnoteRefId(label, nth))}" class="footnote-back">${mark}</a>`
}

/** Whether no text but the definition itself holds one of its labels in brackets. */
function isUnused(block: Block, words: string): boolean {
  return block.definitions.every(({ label }) => {
    const mark = `[${label.toLowerCase()}]`
    const first = words.indexOf(mark)
    return !words.includes(mark, first + 1)
  })
}
