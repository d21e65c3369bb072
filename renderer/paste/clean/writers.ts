import { isElement, rename, unwrap } from '../../convert/markdown/writing.ts'

const TICK = /^[\s\u00a0]*(?:\[([ xX])\]|([☐☑☒]))[\s\u00a0]+/

/** What writing programs (Notion, Yuque, OneNote) have of their own: call-outs, lists beside lists, ticks as text. */
export function readWriters(root: Element): void {
  for (const list of [...root.querySelectorAll('ul.ne-list-wrap, ol.ne-list-wrap')]) nest(list)
  // Other pages' asides stand beside the text; those of Notion are part of it, and begin with an icon.
  for (const aside of [...root.querySelectorAll('aside')])
    if (/^\s*\p{Extended_Pictographic}/u.test(aside.textContent)) rename(aside, 'blockquote')
  for (const item of root.querySelectorAll('li')) readTick(item)
}

/** Yuque wraps a deeper list once for each level, beside the item it belongs to. */
function nest(list: Element): void {
  const before = list.previousElementSibling
  const item = isElement(before, 'ul', 'ol') ? before.lastElementChild : null
  if (isElement(item, 'li')) {
    item.append(...list.childNodes)
    // What comes behind goes on with the list the deeper one stood in.
    const after = list.nextElementSibling
    list.remove()
    if (before !== null && isElement(after, before.localName) && after.matches('.ne-ul, .ne-ol')) {
      before.append(...after.childNodes)
      after.remove()
    }
  } else unwrap(list)
}

/** `[x]` and `☑` at the beginning of an item. */
function readTick(item: Element): void {
  if (item.querySelector('input') !== null) return
  let first: Node | null = item.firstChild
  while (first !== null && (first.nodeType === 1 || (first.textContent ?? '').trim() === ''))
    first = first.nodeType === 1 ? first.firstChild : first.nextSibling
  const found = TICK.exec(first?.nodeValue ?? '')
  if (found === null || first === null) return
  first.nodeValue = (first.nodeValue ?? '').slice(found[0].length)
  const box = item.ownerDocument.createElement('input')
  box.setAttribute('type', 'checkbox')
  if (found[1]?.toLowerCase() === 'x' || (found[2] ?? '☐') !== '☐') box.setAttribute('checked', '')
  const line = item.firstElementChild
  if (isElement(line, 'p', 'div') && line.contains(first)) line.prepend(box, ' ')
  else item.prepend(box, ' ')
}
