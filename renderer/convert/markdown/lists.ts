import type TurndownService from 'turndown'
import { isElement } from './writing.ts'

const isList = (node: Node | null): node is Element => isElement(node, 'ul', 'ol')

/** Whether a list of the same kind ends right before this one: the two would be read as one (CommonMark 5.3). */
function followsItsLike(list: Element): boolean {
  const before = list.previousElementSibling
  return before?.localName === list.localName && !followsItsLike(before)
}

function numberOf(item: Element): number {
  const list = item.parentElement
  let number = Number.parseInt(list?.getAttribute('start') ?? '1', 10)
  if (Number.isNaN(number) || number < 0) number = 1
  for (const one of list?.children ?? []) {
    if (one.localName !== 'li') continue
    const value = Number.parseInt(one.getAttribute('value') ?? '', 10)
    if (!Number.isNaN(value) && value >= 0) number = value
    if (one === item) break
    number += 1
  }
  return Math.min(number, 999_999_999)
}

function markerOf(item: Element): string {
  const list = item.parentElement
  const other = list !== null && followsItsLike(list)
  return list?.localName === 'ol' ? `${numberOf(item)}${other ? ')' : '.'} ` : other ? '* ' : '- '
}

/** A list whose items stand apart: one of them holds a paragraph or another block that is no list. */
function isLoose(list: Element | null): boolean {
  for (const item of list?.children ?? [])
    for (const child of item.children)
      if (
        isElement(
          child,
          'p',
          'pre',
          'blockquote',
          'table',
          'hr',
          'div',
          'figure',
          'h1',
          'h2',
          'h3',
          'h4',
          'h5',
          'h6',
        )
      )
        return true
  return false
}

function written(content: string, item: Element): string {
  const marker = markerOf(item)
  const text = content.replace(/^\s*\n|^ +|\s+$/g, '')
  const lines = text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(marker.length)}`)
  return `\n${(marker + lines).trimEnd()}${isLoose(item.parentElement) ? '\n\n' : '\n'}`
}

/** An item with nothing in it, which still counts. */
export function emptyItem(item: Element): string {
  return written('', item)
}

/** Lists, their content indented to where their markers end (CommonMark 5.2), and tick boxes (GFM 5.3). */
export function listRules(): Record<string, TurndownService.Rule> {
  return {
    list: {
      filter: ['ul', 'ol'],
      replacement(content, node) {
        const nested = isElement(node.parentNode, 'li') && !isLoose(node.parentElement?.parentElement ?? null)
        // Only a list that begins with 1 may follow a line of text without a blank line (CommonMark 5.3).
        const first = node.querySelector('li')
        const joins = !isElement(node, 'ol') || first === null || numberOf(first) === 1
        const text = content.replace(/^\n+|\n+$/g, '')
        const follows = isList(node.previousElementSibling)
        return nested && joins && !follows ? `\n${text}\n` : `\n\n${text}\n\n`
      },
    },
    item: { filter: 'li', replacement: (content, node) => written(content, node) },
    tick: {
      filter: (node) => node.localName === 'input' && node.getAttribute('type') === 'checkbox',
      replacement(_, node) {
        const item = node.closest('li')
        const gap = /^\s/.test(node.nextSibling?.textContent ?? '') ? '' : ' '
        return item === null ? '' : (node.hasAttribute('checked') ? '[x]' : '[ ]') + gap
      },
    },
  }
}
