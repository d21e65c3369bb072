import { Renderer, type Tokens } from 'marked'
import type { MarkdownExtension } from './extensions.ts'
import { mathsHtml } from './maths.ts'

const ALERT = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i
/** What is shown where a summary ends. */
export const MORE_MARK = '<div class="galley-more">more</div>'
const MORE = /^\s*<!--\s*more\s*-->\s*$/i

/**
 * marked's renderer as GitHub shows Markdown: alerts (none within a list or quotation), formulas in `math` fences, and
 * the mark at which a list of posts cuts the article.
 */
export function articleRenderer(on: ReadonlySet<MarkdownExtension>): Renderer {
  const renderer = new Renderer()
  const plain = new Renderer()
  let nested = 0
  const inside = (render: () => string): string => {
    nested++
    try {
      return render()
    } finally {
      nested--
    }
  }
  renderer.list = function (token) {
    return inside(() => plain.list.call(this, token))
  }
  renderer.code = function (token) {
    if (!on.has('maths') || token.lang?.trim() !== 'math') return plain.code.call(this, token)
    return `${mathsHtml({ tex: token.text, display: true })}\n`
  }
  renderer.blockquote = function (token) {
    const kind = on.has('alerts') && nested === 0 ? ALERT.exec(token.text)?.[1]?.toLowerCase() : undefined
    if (kind === undefined) return inside(() => plain.blockquote.call(this, token))
    const title = kind.charAt(0).toUpperCase() + kind.slice(1)
    const body = inside(() => this.parser.parse(withoutMarker(token).tokens))
    return `<div class="alert alert-${kind}"><p class="alert-title">${title}</p>\n${body}</div>\n`
  }
  renderer.html = function (token) {
    return on.has('templateTags') && MORE.test(token.text) ? `${MORE_MARK}\n` : plain.html.call(this, token)
  }
  return renderer
}

/** True for the comment at which Hexo and Hugo end an article's summary. */
export function isMoreMark(html: string): boolean {
  return MORE.test(html)
}

/** The quote without `[!NOTE]` at the head of its first paragraph. */
function withoutMarker(quote: Tokens.Blockquote): Tokens.Blockquote {
  const [first, ...others] = quote.tokens
  if (first?.type !== 'paragraph') return quote
  const paragraph = first as Tokens.Paragraph
  const [head, ...inlines] = paragraph.tokens
  if (head?.type !== 'text') return quote
  const text = (head as Tokens.Text).text.replace(/^\[![a-z]+\][ \t]*\n?/i, '')
  const rest = text === '' ? inlines : [{ ...head, text }, ...inlines]
  while (rest[0]?.type === 'br') rest.shift()
  return { ...quote, tokens: rest.length === 0 ? others : [{ ...paragraph, tokens: rest }, ...others] }
}
