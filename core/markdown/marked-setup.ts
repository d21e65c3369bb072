import { Lexer, Tokenizer, getDefaults, type MarkedOptions, type Token } from 'marked'
import { CJK_DELIMITERS } from './cjk-emphasis.ts'
import { footnoteBlock, footnoteRef, footnoteRefHtml } from './footnotes.ts'
import { markInline, markHtml } from './highlight-mark.ts'
import { isCostlyRun, MOST_PLAIN } from './limits.ts'
import { articleRenderer } from './renderer.ts'
import { tagBlock, tagHtml, tagInline, type TagToken } from './template-tags.ts'
import type { Definition } from './block.ts'

/** What a block's rendering depends on besides its own text. */
export interface RenderEnvironment {
  /** Reference definitions by normalised label. */
  readonly definitions: Readonly<Record<string, Definition>>
  /** Footnote numbers by lower-case label. */
  readonly footnotes: ReadonlyMap<string, number>
}

const NOTHING: RenderEnvironment = { definitions: {}, footnotes: new Map() }

/**
 * marked's options for one run: GFM with Galley's extensions, inline ones only where `text` can hold them, since
 * each costs a search per inline token.
 */
export function markedOptions(text: string, env: RenderEnvironment = NOTHING): MarkedOptions {
  const inline: NonNullable<NonNullable<MarkedOptions['extensions']>['inline']> = []
  const startInline: NonNullable<NonNullable<MarkedOptions['extensions']>['startInline']> = []
  if (text.includes('==')) {
    inline.push(markInline)
    startInline.push((rest) => positive(rest.indexOf('==')))
  }
  if (text.includes('{%') || text.includes('{{')) {
    inline.push(tagInline)
    startInline.push((rest) => positive(rest.search(/\{\{[<%]|\{%/)))
  }
  if (text.includes('[^')) inline.push((src) => footnoteRef(src, env.footnotes))
  return {
    ...getDefaults(),
    gfm: true,
    async: false,
    tokenizer: new Tokenizer(),
    renderer: articleRenderer(),
    extensions: {
      renderers: {
        mark(token) {
          return markHtml(this.parser.parseInline(token.tokens ?? []))
        },
        tag: (token) => tagHtml(token as TagToken),
        footnote: () => '',
        footnoteRef: (token) => footnoteRefHtml(String(token.label), env.footnotes),
      },
      childTokens: {},
      inline,
      block: [footnoteBlock, tagBlock],
      startInline,
      startBlock: [],
    },
  }
}

/** A lexer over `text` with CJK-friendly emphasis. Its block phase has not run yet. */
export function createLexer(options: MarkedOptions): Lexer {
  const lexer = new Lexer(options)
  const tokenizer = options.tokenizer
  if (tokenizer)
    tokenizer.rules = { ...tokenizer.rules, inline: { ...tokenizer.rules.inline, ...CJK_DELIMITERS } }
  return lexer
}

/**
 * Runs the inline phase over all that the block phase left. Flags that one run leaves set are reset before the
 * next. Returns false when a run was too costly and stayed plain text.
 */
export function lexInlines(lexer: Lexer): boolean {
  let complete = true
  for (const { src, tokens } of lexer.inlineQueue) {
    lexer.state.inLink = false
    lexer.state.inRawBlock = false
    lexer.state.linkEmitted = false
    if (isCostlyRun(src)) {
      complete = false
      const text = src.length > MOST_PLAIN ? `${src.slice(0, MOST_PLAIN)}…` : src
      tokens.push({ type: 'text', raw: src, text, escaped: false })
    } else {
      lexer.inlineTokens(src, tokens)
    }
  }
  lexer.inlineQueue = []
  return complete
}

/** The block phase alone: top-level tokens of `text`, whose inline content is still queued. */
export function lexBlocks(lexer: Lexer, text: string): Token[] {
  lexer.blockTokens(text, lexer.tokens)
  return [...lexer.tokens]
}

function positive(index: number): number | undefined {
  return index < 0 ? undefined : index
}
