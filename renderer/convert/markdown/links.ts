import type TurndownService from 'turndown'
import { escapeMarkdown } from './escape.ts'
import { keptHtml } from './kept.ts'
import type { MarkdownWriting } from './writing.ts'

/** An address as a link's target (CommonMark 6.3): in angle brackets when it could not be read without. */
export function destination(address: string): string {
  const one = address.replace(/[\n\r\t]/g, '').trim()
  if (one === '' || /[\s<>]|^[<]/.test(one) || !hasBalancedParentheses(one))
    return `<${one.replace(/[<>]/g, (sign) => (sign === '<' ? '%3C' : '%3E'))}>`
  return one.replace(/\\(?=[!-/:-@[-`{-~])/g, '\\\\')
}

function hasBalancedParentheses(text: string): boolean {
  let depth = 0
  for (const sign of text) {
    if (sign === '(') depth += 1
    else if (sign === ')') depth -= 1
    if (depth < 0) return false
  }
  return depth === 0
}

function titlePart(node: Element): string {
  const title =
    node
      .getAttribute('title')
      ?.replace(/\s*\n\s*/g, ' ')
      .trim() ?? ''
  return title === '' ? '' : ` "${title.replace(/[\\"]/g, '\\$&')}"`
}

/** Attributes beyond those Markdown can write. */
function hasMore(node: Element, known: readonly string[]): boolean {
  return node.getAttributeNames().some((name) => !known.includes(name))
}

/** Links and images; with attributes Markdown has no words for they stay HTML in exact writing. */
export function linkRules(writing: MarkdownWriting): Record<string, TurndownService.Rule> {
  return {
    link: {
      filter: (node) => node.localName === 'a' && node.hasAttribute('href'),
      replacement(content, node) {
        const text = content.replace(/\s*\n\s*/g, ' ').trim()
        if (writing.exact && hasMore(node, ['href', 'title'])) return keptHtml(node)
        const href = node.getAttribute('href') ?? ''
        if (text === '') return writing.exact ? keptHtml(node) : ''
        const bare =
          node.textContent.trim() === href && titlePart(node) === '' && /^(?:https?|ftp):\/\/\S+$/.test(href)
        if (bare && node.childElementCount === 0 && !/[<>]/.test(href)) return `<${href}>`
        return `[${text}](${destination(href)}${titlePart(node)})`
      },
    },
    image: {
      filter: 'img',
      replacement(_, node) {
        const src = node.getAttribute('src') ?? ''
        if (writing.exact && (src === '' || hasMore(node, ['src', 'alt', 'title']))) return keptHtml(node)
        if (src === '') return ''
        const alt = escapeMarkdown((node.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim())
        return `![${alt}](${destination(src)}${titlePart(node)})`
      },
    },
  }
}
