import { Parser } from 'marked'
import { escapeHtml } from './escape-html.ts'
import { costlyLine, isCostlyHtml, MOST_PLAIN, MOST_SOURCE } from './limits.ts'
import { longWords } from './long-words.ts'
import { createLexer, lexBlocks, lexInlines, markedOptions, type RenderEnvironment } from './marked-setup.ts'

/** How much is shown of data in an address, in UTF-16 units. */
const MOST_DATA = 60

/** The HTML of a block, not sanitised. `complete` is false when some of it is shown as plain text. */
export interface Rendered {
  readonly html: string
  readonly complete: boolean
}

/**
 * Renders one block's source (from the block index) as Markdown. `bounded`: what could take long stays plain text;
 * without that a call may take minutes.
 */
export function renderMarkdown(text: string, env: RenderEnvironment, bounded = true): Rendered {
  if (text.length > MOST_SOURCE || (bounded && costlyLine(text) >= 0)) return renderPlain(text)
  try {
    const options = markedOptions(text, env)
    const lexer = createLexer(options, env.extensions)
    const tokens = lexBlocks(lexer, text)
    lexer.tokens.links = env.definitions as typeof lexer.tokens.links
    const complete = lexInlines(lexer, bounded)
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

/** Text shown as it is: for what is too costly to parse. Of data written into an address only the beginning is left. */
export function renderPlain(text: string): Rendered {
  const brief = withoutData(text)
  const shown = brief.length > MOST_PLAIN ? `${brief.slice(0, MOST_PLAIN)}…` : brief
  return { html: `<pre class="galley-plain">${escapeHtml(shown)}</pre>`, complete: false }
}

function withoutData(text: string): string {
  const words = longWords(text)
  if (words.length === 0) return text
  const parts = words.map(({ from }, i) => `${text.slice(words[i - 1]?.to ?? 0, from + MOST_DATA)}…`)
  return parts.join('') + text.slice(words.at(-1)?.to)
}
