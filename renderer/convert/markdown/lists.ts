import type TurndownService from 'turndown'
import { isElement } from './writing.ts'

const isList = (node: Node | null): node is Element => isElement(node, 'ul', 'ol')

/** What is known of a list, found out once: its items ask for it one by one. */
interface KnownList {
  /** A list of the same kind ends right before: the two would be read as one (CommonMark 5.3). */
  readonly follows: boolean
  readonly loose: boolean
  readonly numbers: ReadonlyMap<Element, number>
}

/** Knows the lists of nodes that do not change any more. */
type Lists = (list: Element) => KnownList

function createLists(): Lists {
  const known = new WeakMap<Element, KnownList>()
  return (list) => {
    const found = known.get(list) ?? {
      follows: followsItsLike(list),
      loose: isLoose(list),
      numbers: numbersOf(list),
    }
    known.set(list, found)
    return found
  }
}

/** True for every second of several lists of a kind in a row. */
function followsItsLike(list: Element): boolean {
  let before = 0
  for (let at = list.previousElementSibling; at?.localName === list.localName; at = at.previousElementSibling)
    before += 1
  return before % 2 === 1
}

function numbersOf(list: Element): ReadonlyMap<Element, number> {
  const numbers = new Map<Element, number>()
  let number = Number.parseInt(list.getAttribute('start') ?? '1', 10)
  if (Number.isNaN(number) || number < 0) number = 1
  for (const one of list.children) {
    if (one.localName !== 'li') continue
    const value = Number.parseInt(one.getAttribute('value') ?? '', 10)
    if (!Number.isNaN(value) && value >= 0) number = value
    numbers.set(one, Math.min(number, 999_999_999))
    number += 1
  }
  return numbers
}

function markerOf(item: Element, lists: Lists): string {
  const list = item.parentElement
  if (list === null) return '- '
  const { follows } = lists(list)
  if (list.localName === 'ol') return `${numberOf(item, lists)}${follows ? ')' : '.'} `
  return follows ? '* ' : '- '
}

function numberOf(item: Element, lists: Lists): number {
  const list = item.parentElement
  return list === null ? 1 : (lists(list).numbers.get(item) ?? 1)
}

/** A list whose items stand apart: one of them holds a paragraph or another block that is no list. */
function isLoose(list: Element): boolean {
  for (const item of list.children)
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

function written(content: string, item: Element, lists: Lists): string {
  const marker = markerOf(item, lists)
  const { parentElement: list } = item
  const text = content.replace(/^\s*\n|^ +|\s+$/g, '')
  const lines = text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(marker.length)}`)
  return `\n${(marker + lines).trimEnd()}${list !== null && lists(list).loose ? '\n\n' : '\n'}`
}

/** An item with nothing in it, which still counts. */
export function emptyItem(item: Element): string {
  return written('', item, createLists())
}

/** Lists, their content indented to where their markers end (CommonMark 5.2), and tick boxes (GFM 5.3). */
export function listRules(): Record<string, TurndownService.Rule> {
  const lists = createLists()
  return {
    list: {
      filter: ['ul', 'ol'],
      replacement(content, node) {
        const around = node.parentElement?.parentElement ?? null
        const nested = isElement(node.parentNode, 'li') && (around === null || !lists(around).loose)
        // Only a list that begins with 1 may follow a line of text without a blank line (CommonMark 5.3).
        const first = node.querySelector('li')
        const joins = !isElement(node, 'ol') || first === null || numberOf(first, lists) === 1
        const text = content.replace(/^\n+|\n+$/g, '')
        const follows = isList(node.previousElementSibling)
        return nested && joins && !follows ? `\n${text}\n` : `\n\n${text}\n\n`
      },
    },
    item: { filter: 'li', replacement: (content, node) => written(content, node, lists) },
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
