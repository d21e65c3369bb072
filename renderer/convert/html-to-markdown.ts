import TurndownService from 'turndown'
import { arrange } from './markdown/arrange.ts'
import { codeRules } from './markdown/code.ts'
import { emphasisRules } from './markdown/emphasis.ts'
import { escapeMarkdown } from './markdown/escape.ts'
import { footnoteRules } from './markdown/footnotes.ts'
import { formulaRules } from './markdown/formulas.ts'
import { keptRules, keepsAsHtml, keptHtml } from './markdown/kept.ts'
import { linkRules } from './markdown/links.ts'
import { emptyItem, listRules } from './markdown/lists.ts'
import { tableRules } from './markdown/tables.ts'
import type { MarkdownWriting } from './markdown/writing.ts'

/** How HTML is to be written as Markdown. */
export interface MarkdownOptions {
  /**
   * `exact`: what Markdown cannot say stays HTML, and nothing is moved. `clean`: readable Markdown is preferred to
   * every last attribute (for what is pasted).
   */
  readonly fidelity: 'exact' | 'clean'
  /** Footnote labels that may not be used, because the article has them already. */
  readonly takenFootnotes?: ReadonlySet<string>
}

/** HTML as GFM with footnotes, without a line end; the nodes stay as they are. They must have been sanitised. */
export function htmlToMarkdown(html: Element | DocumentFragment, options: MarkdownOptions): string {
  const root = html.ownerDocument.createElement('div')
  root.append(...[...html.cloneNode(true).childNodes])
  const writing: MarkdownWriting = {
    exact: options.fidelity === 'exact',
    takenFootnotes: options.takenFootnotes ?? new Set(),
  }
  arrange(root, writing)
  return withoutBlankTails(markdownService(writing, root.textContent).turndown(root))
}

function markdownService(writing: MarkdownWriting, whole: string): TurndownService {
  const service = new TurndownService({
    headingStyle: 'atx',
    hr: '---',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    br: '  ',
    blankReplacement(content, node) {
      if (node.nodeName === 'LI') return emptyItem(node)
      if (keepsAsHtml(node, writing)) return keptHtml(node)
      return isBlock(node) ? '\n\n' : content === '' ? '' : ' '
    },
    defaultReplacement(content, node) {
      if (keepsAsHtml(node, writing)) return keptHtml(node)
      return isBlock(node) ? `\n\n${content}\n\n` : content
    },
  })
  const formulas = whole.indexOf('$') !== whole.lastIndexOf('$')
  service.escape = (text) => escapeMarkdown(text, formulas)
  for (const rules of [
    blockRules,
    codeRules,
    emphasisRules,
    footnoteRules,
    formulaRules,
    keptRules,
    linkRules,
    listRules,
    tableRules,
  ])
    for (const [name, rule] of Object.entries(rules(writing))) service.addRule(name, rule)
  return service
}

/** What turndown found out about a node before it asks for its text. */
function isBlock(node: HTMLElement): boolean {
  return (node as HTMLElement & { readonly isBlock?: boolean }).isBlock === true
}

function blockRules(): Record<string, TurndownService.Rule> {
  return {
    heading: {
      filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      replacement(content, node) {
        const text = content.replace(/\s*\n\s*/g, ' ').trim()
        const marks = '#'.repeat(Number(node.nodeName.charAt(1)))
        return text === '' ? '' : `\n\n${marks} ${text.replace(/(^|\s)(#+)$/, '$1\\$2')}\n\n`
      },
    },
    quote: {
      filter: 'blockquote',
      replacement(content) {
        const text = content.replace(/^\n+|\n+$/g, '')
        return `\n\n${text.replace(/^/gm, '> ').replace(/^> $/gm, '>')}\n\n`
      },
    },
    rule: {
      filter: 'hr',
      // Dashes behind the dash of an item would be a rule of their own (CommonMark 4.1).
      replacement: (_, node) => `\n\n${node.closest('li') ? '___' : '---'}\n\n`,
    },
    lineBreak: {
      filter: 'br',
      replacement: (_, node) => (node.closest('h1, h2, h3, h4, h5, h6') ? ' ' : '  \n'),
    },
  }
}

/** Spaces at a line's end only where they break the line, and no run of blank lines outside code. */
function withoutBlankTails(text: string): string {
  return text.replace(/^[ \t]+$/gm, '').replace(/(?: {2}\n)+(?=\n|$)/g, '\n')
}
