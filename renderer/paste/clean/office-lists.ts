import { isElement } from '../../convert/markdown/writing.ts'
import { styleOf } from './style.ts'

/** What Word and WPS say of a paragraph that is a list's item. */
interface OfficeItem {
  readonly list: string
  /** From 1. */
  readonly level: number
  readonly ordered: boolean
  readonly number: number
}

const MARKER = '[style*="mso-list"]'

/** The marker as it is printed, which stands before the text and says of what kind the list is. */
function takeMarker(paragraph: Element): string {
  for (const part of paragraph.querySelectorAll(MARKER)) {
    if ((styleOf(part).get('mso-list') ?? '') !== 'ignore') continue
    const text = part.textContent.replace(/[\s\u00a0]+/g, ' ').trim()
    part.remove()
    return text
  }
  return ''
}

function itemOf(paragraph: Element): OfficeItem | null {
  const found = /\bl(\d+)\s+level(\d+)/.exec(styleOf(paragraph).get('mso-list') ?? '')
  if (!found) return null
  const marker = takeMarker(paragraph)
  const number = /^[(（]?(\d+|[a-z]{1,4}|[一二三四五六七八九十]+)[.)、．）]$/i.exec(marker)?.[1] ?? null
  const ordered = number !== null
  return {
    list: found[1] ?? '',
    level: Math.min(9, Math.max(1, Number(found[2]))),
    ordered,
    number: ordered && /^\d+$/.test(number) ? Number(number) : 1,
  }
}

/** Word's and WPS's lists, which are paragraphs with a level and a printed marker, become lists. */
export function readOfficeLists(root: Element): void {
  let open: { readonly list: string; readonly elements: Element[] } | null = null
  let last: Element | null = null
  for (const paragraph of [
    ...root.querySelectorAll(`p${MARKER}, h1${MARKER}, h2${MARKER}, h3${MARKER}, div${MARKER}, li${MARKER}`),
  ]) {
    const item = isElement(paragraph, 'li') || !root.contains(paragraph) ? null : itemOf(paragraph)
    if (item === null) continue
    if (/^h\d$/.test(paragraph.localName)) continue // A numbered heading stays a heading; its number goes.
    const next = previousMeaningful(paragraph)
    const wanted = item.ordered ? 'ol' : 'ul'
    const another = item.level === 1 && (open?.elements[0]?.localName !== wanted || open.list !== item.list)
    if (open === null || next?.contains(last) !== true || another) open = { list: item.list, elements: [] }
    const { elements } = open
    elements.length = Math.min(elements.length, item.level)
    const { ownerDocument } = paragraph
    const entry = ownerDocument.createElement('li')
    while (elements.length < item.level) {
      const list = ownerDocument.createElement(wanted)
      if (item.ordered && item.number > 1) list.setAttribute('start', String(item.number))
      const parent = elements.at(-1)
      if (parent === undefined) paragraph.before(list)
      else {
        if (parent.lastElementChild === null) parent.append(ownerDocument.createElement('li'))
        parent.lastElementChild?.append(list)
      }
      elements.push(list)
    }
    entry.append(...paragraph.childNodes)
    elements.at(-1)?.append(entry)
    paragraph.remove()
    last = entry
  }
}

/** The element before one, past white space. */
function previousMeaningful(element: Element): Element | null {
  let at = element.previousSibling
  while (at !== null && !isElement(at) && (at.textContent ?? '').trim() === '') at = at.previousSibling
  return isElement(at) ? at : null
}
