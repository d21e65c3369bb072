import { Lexer, getDefaults, type MarkedOptions, type Token } from 'marked'
import { CJK_DELIMITERS } from './cjk-emphasis.ts'
import { definitionList, definitionListHtml } from './definition-list.ts'
import { DEFAULT_EXTENSIONS, type MarkdownExtension } from './extensions.ts'
import { GUARDED_BLOCK_RULES, SCAN_BLOCK_RULES } from './guarded-rules.ts'
import { footnoteBlock, footnoteRef, footnoteRefHtml } from './footnotes.ts'
import { markInline, markHtml } from './highlight-mark.ts'
import { isCostlyRun, MOST_PLAIN } from './limits.ts'
import { mathsBlock, mathsHtml, mathsInline, type MathsToken } from './maths.ts'
import { articleRenderer } from './renderer.ts'
import { plainParagraph, ScanLexer } from './scan-lexer.ts'
import { emojiHtml, emojiInline, subSuperHtml, subSuperInline, TOC_MARK, tocBlock } from './small-inlines.ts'
import { tagBlock, tagHtml, tagInline, type TagToken } from './template-tags.ts'
import { ArticleTokenizer } from './tokenizer.ts'
import type { Definition, Scanner } from './block.ts'

/** What a block's rendering depends on besides its own text. */
export interface RenderEnvironment {
  /** Reference definitions by normalised label. */
  readonly definitions: Readonly<Record<string, Definition>>
  /** Footnote numbers by lower-case label. */
  readonly footnotes: ReadonlyMap<string, number>
  /** What is read beyond GFM; the defaults when absent. */
  readonly extensions?: readonly MarkdownExtension[] | undefined
}

type Extensions = NonNullable<MarkedOptions['extensions']>
type Inlines = NonNullable<Extensions['inline']>
type Starts = NonNullable<Extensions['startInline']>

let scanned: readonly MarkdownExtension[] = DEFAULT_EXTENSIONS

/** The same scanner reading with these extensions. What a scan reads with is set for the length of that scan. */
export function scannerWith(scanner: Scanner, extensions: readonly MarkdownExtension[]): Scanner {
  return {
    reach: scanner.reach,
    scan(text, final, head) {
      const before = scanned
      scanned = extensions
      try {
        return scanner.scan(text, final, head)
      } finally {
        scanned = before
      }
    },
  }
}

/**
 * marked's options for one run: GFM with Galley's extensions, inline ones only where `text` can hold them, since
 * each costs a search per inline token.
 */
export function markedOptions(text: string, env?: RenderEnvironment): MarkedOptions {
  const on = new Set(env === undefined ? scanned : (env.extensions ?? DEFAULT_EXTENSIONS))
  const footnotes = env?.footnotes ?? new Map<string, number>()
  const inline: Inlines = []
  const startInline: Starts = []
  const add = (tokenizer: Inlines[number], start: RegExp): void => {
    inline.push(tokenizer)
    startInline.push((rest) => positive(rest.search(start)))
  }
  if (on.has('maths') && /\$|\\\(/.test(text)) add(mathsInline, /\$|\\\(/)
  if (on.has('mark') && text.includes('==')) add(markInline, /==/)
  if (on.has('templateTags') && /\{[%{]/.test(text)) add(tagInline, /\{\{[<%]|\{%/)
  if (on.has('subSuper') && /[~^]/.test(text)) add(subSuperInline, /[~^]/)
  if (on.has('emoji') && /:[a-z0-9_+-]+:/.test(text)) add(emojiInline, /:[a-z0-9_+-]+:/)
  if (on.has('footnotes') && text.includes('[^')) inline.push((src) => footnoteRef(src, footnotes))
  const block: NonNullable<Extensions['block']> = []
  if (on.has('footnotes')) block.push(footnoteBlock)
  if (on.has('templateTags')) block.push(tagBlock)
  if (on.has('maths')) block.push(mathsBlock)
  if (on.has('toc')) block.push(tocBlock)
  if (on.has('definitionLists')) block.push(definitionList)
  return {
    ...getDefaults(),
    gfm: true,
    async: false,
    tokenizer: new ArticleTokenizer(on),
    renderer: articleRenderer(on),
    extensions: {
      renderers: renderers(footnotes),
      childTokens: {},
      inline,
      block,
      startInline,
      startBlock: [],
    },
  }
}

function renderers(footnotes: ReadonlyMap<string, number>): Extensions['renderers'] {
  return {
    mark(token) {
      return markHtml(this.parser.parseInline(token.tokens ?? []))
    },
    subSuper(token) {
      return subSuperHtml(token, this.parser.parseInline(token.tokens ?? []))
    },
    definitionList(token) {
      return definitionListHtml(token, (tokens) => this.parser.parseInline(tokens))
    },
    tag: (token) => tagHtml(token as TagToken),
    maths: (token) => mathsHtml(token as MathsToken),
    emoji: emojiHtml,
    toc: () => TOC_MARK,
    footnote: () => '',
    footnoteRef: (token) => footnoteRefHtml(String(token.label), footnotes),
  }
}

/** A lexer with CJK-friendly emphasis if that is on. Its block phase has not run yet. */
export function createLexer(options: MarkedOptions, extensions = DEFAULT_EXTENSIONS): Lexer {
  const lexer = new Lexer(options)
  const { tokenizer } = options
  if (!tokenizer) return lexer
  const { rules } = tokenizer
  const inline = extensions.includes('cjkEmphasis') ? { ...rules.inline, ...CJK_DELIMITERS } : rules.inline
  tokenizer.rules = { ...rules, block: GUARDED_BLOCK_RULES, inline }
  return lexer
}

/** A lexer of which only the block phase is wanted, with what it says of ends and definitions (ScanLexer). */
export function createScanLexer(options: MarkedOptions): Lexer {
  const { extensions, tokenizer } = options
  const block = [plainParagraph, ...(extensions?.block ?? [])]
  const lexer = new ScanLexer({ ...options, ...(extensions ? { extensions: { ...extensions, block } } : {}) })
  if (tokenizer) tokenizer.rules = { ...tokenizer.rules, block: SCAN_BLOCK_RULES }
  return lexer
}

/**
 * Runs the inline phase over all that the block phase left. Flags that one run leaves set are reset before the
 * next. Returns false when a run was too costly and, `bounded`, stayed plain text.
 */
export function lexInlines(lexer: Lexer, bounded = true): boolean {
  let complete = true
  for (const { src, tokens } of lexer.inlineQueue) {
    lexer.state.inLink = false
    lexer.state.inRawBlock = false
    lexer.state.linkEmitted = false
    if (bounded && isCostlyRun(src)) {
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

/**
 * The block phase alone: top-level tokens of `text`, whose inline content is still queued. Marked cuts no-break and
 * ideographic spaces off the end of a list and makes a paragraph of them: they are given back to their line.
 */
export function lexBlocks(lexer: Lexer, text: string): Token[] {
  lexer.blockTokens(text, lexer.tokens)
  const tokens: Token[] = []
  for (const token of lexer.tokens) {
    const last = tokens.at(-1)
    if (last?.type === 'list' && token.type === 'paragraph' && token.raw.trim() === '') last.raw += token.raw
    else tokens.push(token)
  }
  return tokens
}

function positive(index: number): number | undefined {
  return index < 0 ? undefined : index
}
