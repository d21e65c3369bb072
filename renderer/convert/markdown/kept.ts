import type TurndownService from 'turndown'
import { isBlockElement, type MarkdownWriting } from './writing.ts'

/** Elements that are no more than a box around their content when they have no attributes. */
const BOXES = new Set(['div', 'section', 'article', 'main', 'span', 'font', 'p', 'body', 'html', 'center'])
/** Inline elements that Markdown writes as tags; their content is Markdown. */
const TAGGED = new Set(['sub', 'sup', 'kbd', 'mark'])

/** Whether an element that no rule knows stays HTML. */
export function keepsAsHtml(node: Element, writing: MarkdownWriting): boolean {
  if (!writing.exact) return node.localName === 'ruby'
  return !BOXES.has(node.localName) || node.attributes.length > 0
}

/** An element's HTML as a piece of Markdown: no blank line ends it before its end (CommonMark 4.6). */
export function keptHtml(node: Element): string {
  const html = node.outerHTML.replace(
    /\n((?:[ \t]*\n)+)/g,
    (_, rest: string) => `\n${rest.replaceAll('\n', '&#10;')}`,
  )
  return isBlockElement(node) ? `\n\n${html}\n\n` : html
}

/** Tags around Markdown, and what opens and closes on a click. */
export function keptRules(writing: MarkdownWriting): Record<string, TurndownService.Rule> {
  return {
    tagged: {
      filter: (node) => TAGGED.has(node.localName) && node.attributes.length === 0,
      replacement: (content, node) =>
        content.trim() === '' ? content : `<${node.localName}>${content}</${node.localName}>`,
    },
    formula: {
      filter: (node) => node.hasAttribute('data-tex'),
      replacement: (_, node) =>
        node.getAttribute('data-tex') === 'display'
          ? `\n\n$$\n${node.textContent}\n$$\n\n`
          : `$${node.textContent}$`,
    },
    details: {
      filter: (node) => node.localName === 'details' && !writing.exact,
      replacement: (content) => `\n\n<details>\n${content.trim()}\n\n</details>\n\n`,
    },
    summary: {
      filter: (node) => node.localName === 'summary' && !writing.exact,
      replacement: (content) => `<summary>${content.replace(/\s*\n\s*/g, ' ').trim()}</summary>\n\n`,
    },
    term: {
      filter: (node) => node.localName === 'dt' && !writing.exact,
      replacement: (content) => `\n\n${content.replace(/\s*\n\s*/g, ' ').trim()}\n`,
    },
    meaning: {
      filter: (node) => node.localName === 'dd' && !writing.exact,
      replacement: (content) => `\n: ${content.replace(/\s*\n\s*/g, ' ').trim()}\n`,
    },
    figure: {
      filter: (node) => node.localName === 'figure' && !writing.exact,
      replacement: (content) => `\n\n${content.replace(/^\n+|\n+$/g, '')}\n\n`,
    },
    caption: {
      filter: (node) => node.localName === 'figcaption' && !writing.exact,
      replacement(content) {
        const text = content.replace(/\s*\n\s*/g, ' ').trim()
        return text === '' ? '' : `\n${/[*_`]/.test(text) ? text : `*${text}*`}\n`
      },
    },
  }
}
