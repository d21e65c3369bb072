import type { TextEdit } from '../article/text-edit.ts'
import type { Finding } from './finding.ts'
import { spanOf, type ScannedElement, type ScannedPage } from './scan-page.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  '&#123;': '{', '&#125;': '}', '&#x7b;': '{', '&#x7d;': '}', '&lbrace;': '{', '&rbrace;': '}', '&lcub;': '{', '&rcub;': '}',
  '&gt;': '>', '&lt;': '<', '&quot;': '"', '&#34;': '"', '&#39;': "'", '&apos;': "'", '&amp;': '&', '&nbsp;': ' ',
} // prettier-ignore
const BRACE = /&(?:#123|#125|#x7b|#x7d|lbrace|rbrace|lcub|rcub);/i
const ENTITY = new RegExp(Object.keys(ENTITIES).join('|'), 'gi')
/** Elements that may stand in code: marks of highlighters and what holds lines. */
const IN_CODE = new Set(
  (
    'a abbr b bdi bdo big br button cite code data del dfn div em font h1 h2 h3 h4 h5 h6 i img input ins kbd label li ' +
    'mark nobr ol p q s samp small span strike strong sub sup svg path table tbody td th thead time tr tt u ul var wbr'
  ).split(' '),
)
const TOWER = 3

/** Braces in a style sheet written as entities, which no browser reads there. */
export function escapedBraces({ text }: ScannedPage, element: ScannedElement): Finding | null {
  const { name, open, close } = element
  if (name !== 'style' || !close) return null
  const content = text.slice(open.to, close.from)
  if (!BRACE.test(content)) return null
  const edits = [...content.matchAll(ENTITY)].map((found): TextEdit => {
    const from = open.to + found.index
    return { from, to: from + found[0].length, insert: ENTITIES[found[0].toLowerCase()] ?? found[0] }
  })
  return {
    code: 'escapedBraces',
    span: spanOf(element),
    edits,
    about: content.trim().slice(0, 80),
  }
}

/** Tags in code that are meant to be read: `<int>`, `<base>`, `<iostream>`. One finding for each block of code. */
export function tagsInCode({ text }: ScannedPage, pre: ScannedElement): Finding | null {
  if (pre.name !== 'pre' || pre.inside === 'code') return null
  const edits: TextEdit[] = []
  const names: string[] = []
  const pending = [...pre.children].reverse()
  for (let element = pending.pop(); element; element = pending.pop()) {
    pending.push(...[...element.children].reverse())
    if (IN_CODE.has(element.name) || element.inside === 'picture') continue
    names.push(text.slice(element.open.from, element.open.to))
    edits.push({ from: element.open.from, to: element.open.from + 1, insert: '&lt;' })
    if (element.close) edits.push({ from: element.close.from, to: element.close.from + 1, insert: '&lt;' })
  }
  if (edits.length === 0) return null
  return { code: 'tagsInCode', span: spanOf(pre), edits, about: [...new Set(names)].slice(0, 6).join(' ') }
}

/** Spans around nothing but a span, three and more: one of them is left, the innermost that says something. */
export function spanTower({ text }: ScannedPage, element: ScannedElement): Finding | null {
  if (
    element.name !== 'span' ||
    !element.close ||
    element.inside !== null ||
    isTowerPart(text, element.parent, element)
  )
    return null
  const tower = [element]
  for (let at = element; ;) {
    const [child]: readonly ScannedElement[] = at.children
    if (!child || !isTowerPart(text, at, child)) break
    tower.push(child)
    at = child
  }
  if (tower.length < TOWER) return null
  const kept = tower.findLast(({ attributes }) => attributes.length > 0)
  const edits = tower
    .filter((one) => one !== kept)
    .flatMap(({ open, close }) =>
      [open, ...(close ? [close] : [])].map((span): TextEdit => ({ ...span, insert: '' })),
    )
  return { code: 'spanTower', span: spanOf(element), edits, about: `span × ${tower.length}` }
}

/** Whether `child` is a span and all there is in a span. */
function isTowerPart(text: string, parent: ScannedElement | null, child: ScannedElement): boolean {
  if (parent?.name !== 'span' || child.name !== 'span' || !parent.close || !child.close) return false
  return (
    parent.children.length === 1 &&
    text.slice(parent.open.to, child.open.from) === '' &&
    text.slice(child.close.to, parent.close.from) === ''
  )
}

/** An element in which nothing is shown; of empty ones in one another the outermost. */
export function emptyElement({ text }: ScannedPage, element: ScannedElement): Finding | null {
  if (!isEmpty(element) || (element.parent && isEmpty(element.parent))) return null
  const span = spanOf(element)
  return {
    code: 'emptyElement',
    span,
    edits: [{ ...span, insert: '' }],
    about: text.slice(span.from, span.to).slice(0, 80),
  }
}

function isEmpty({ name, close, shows, inside }: ScannedElement): boolean {
  return close !== null && !shows && inside === null && name !== 'li'
}
