import { Parser } from 'marked'
import { escapeHtml } from './escape-html.ts'
import { costlyLine, isCostlyHtml, MOST_PLAIN, MOST_SOURCE } from './limits.ts'
import { createLexer, lexBlocks, lexInlines, markedOptions, type RenderEnvironment } from './marked-setup.ts'

/** The HTML of a block, not sanitised. `complete` is false when some of it is shown as plain text. */
export interface Rendered {
  readonly html: string
  readonly complete: boolean
}

/** Renders one block's source (from the block index) as Markdown. */
export function renderMarkdown(text: string, env: RenderEnvironment): Rendered {
  if (text.length > MOST_SOURCE || costlyLine(text) >= 0) return renderPlain(text)
  try {
    const options = markedOptions(text, env)
    const lexer = createLexer(options, env.extensions)
    const tokens = lexBlocks(lexer, text)
    lexer.tokens.links = env.definitions as typeof lexer.tokens.links
    const complete = lexInlines(lexer)
    const html = Parser.parse(tokens, options)
    return isCostlyHtml(html) ? renderPlain(text) : { html, complete }
  } catch (error) {
    if (error instanceof RangeError) return renderPlain(text)
    throw error
  }
}

/** Renders the content of a footnote definition (its source with the label). */
export function renderFootnote(text: string, env: RenderEnvironment): Rendered {
  const content = text.replace(/^ {0,3}\[\^[^\]\s]+\]:[ \t]*/, '').replace(/^(?: {4}|\t)/gm, '')
  return renderMarkdown(content, env)
}

/** Text shown as it is: for what is too costly to parse. */
export function renderPlain(text: string): Rendered {
  const shown = text.length > MOST_PLAIN ? `${text.slice(0, MOST_PLAIN)}…` : text
  return { html: `<pre class="galley-plain">${escapeHtml(shown)}</pre>`, complete: false }
}
