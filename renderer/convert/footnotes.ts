import { isBlockElement, isElement } from './markdown/writing.ts'

/** A footnote found in HTML: the references to it and the element that holds its text. */
export interface FoundFootnote {
  /** What stands for the footnote in the text, outermost around the link. */
  readonly refs: readonly Element[]
  /** Its text; the links back are gone from it. */
  readonly note: Element
}

/** A footnote's mark: a number, letters or a sign, perhaps in brackets. */
const MARK = /^[[(]?[\p{L}\p{N}*†‡§¶]{1,5}[\])]?$/u
/** What writers of footnotes put between the mark and the text, or around the way back. */
const LEFT_OVER = /^[\s^↑↩.:\])]+/

function namesOf(element: Element | null): string[] {
  return [element?.getAttribute('id'), element?.getAttribute('name')].filter(
    (name) => name !== null && name !== undefined && name !== '',
  ) as string[]
}

function targetOf(link: Element): string {
  const href = link.getAttribute('href') ?? ''
  const id = href.slice(href.indexOf('#') + 1)
  try {
    return href.includes('#') ? decodeURIComponent(id) : ''
  } catch {
    return id // Not percent-encoded: the name itself.
  }
}

/** Every name under which a reference can be linked back to. */
function namesOfRef(link: Element): string[] {
  const near = [
    link,
    link.previousElementSibling,
    link.nextElementSibling,
    ...link.querySelectorAll('[id], [name]'),
  ]
  for (let up = link.parentElement; up !== null && !isBlockElement(up); up = up.parentElement) {
    near.push(up, up.previousElementSibling)
  }
  return near.flatMap(namesOf)
}

const textOf = (node: Node): string => (node.textContent ?? '').trim()

/** The box of a note: the block its mark begins, and what holds more of its paragraphs. */
function noteOf(target: Element, ref: Element, root: Element): Element | null {
  let note: Element | null = target
  while (note !== null && note !== root && !isBlockElement(note)) note = note.parentElement
  if (note === null || note === root || note.contains(ref) || /^h[1-6]$/.test(note.localName)) return null
  for (let up = note.parentElement; up !== null && up !== root; up = up.parentElement) {
    if (note.localName === 'li' || !isElement(up, 'li', 'div', 'aside') || up.contains(ref)) break
    if (up.querySelectorAll('a[href*="#"]').length !== note.querySelectorAll('a[href*="#"]').length) break
    if (!textOf(up).startsWith(textOf(note)) || up.querySelector(':scope > hr') !== null) break
    note = up
  }
  return note
}

/** The reference with what is only there to raise it. */
function outermost(link: Element): Element {
  let at = link
  for (let up = at.parentElement; up !== null && isElement(up, 'sup', 'span', 'a'); up = up.parentElement) {
    if (textOf(up) !== textOf(link)) break
    at = up
  }
  return at
}

function removeWayBack(note: Element, names: ReadonlySet<string>): void {
  for (const link of note.querySelectorAll('a[href*="#"]'))
    if (names.has(targetOf(link))) outermost(link).remove()
  const walker = note.ownerDocument.createTreeWalker(note, 4)
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    text.nodeValue = (text.nodeValue ?? '').replace(LEFT_OVER, '')
    if (text.nodeValue !== '') break
  }
}

/** Takes a note away, and the boxes that held nothing but notes, with the rule above them. */
function remove(note: Element, root: Element): void {
  for (let at = note; ;) {
    const up: Element | null = at.parentElement
    const before = at.previousElementSibling
    let next = at.nextElementSibling
    while (next?.localName === 'br') next = next.nextElementSibling
    at.remove()
    if (next === null && before?.localName === 'hr') before.remove()
    if (up === null || up === root || textOf(up) !== '' || up.querySelector('img, input') !== null) return
    at = up
  }
}

/**
 * Finds footnotes by what all their writers have in common (Word, Google Docs, LibreOffice, Pandoc, GitHub,
 * Wikipedia): a short mark that links to a text which links back. Their notes are taken out of `root`, in the order
 * of the first references.
 */
export function takeFootnotes(root: Element): readonly FoundFootnote[] {
  const byName = new Map<string, Element>()
  for (const element of root.querySelectorAll('[id], [name]'))
    for (const name of namesOf(element)) if (!byName.has(name)) byName.set(name, element)
  const found = new Map<Element, { readonly refs: Element[]; readonly names: Set<string> }>()
  const links = [...root.querySelectorAll('a[href*="#"]')]
  for (const link of links) {
    const target = byName.get(targetOf(link))
    if (target === undefined || target === link || !MARK.test(textOf(link))) continue
    if ([...found.keys()].some((note) => note.contains(link))) continue
    const note = noteOf(target, link, root)
    if (note === null || !(link.compareDocumentPosition(note) & 4)) continue
    const names = namesOfRef(link)
    const back = [...note.querySelectorAll('a[href*="#"]')].some((one) => names.includes(targetOf(one)))
    const raised = link.closest('sup') !== null || link.querySelector('sup') !== null
    if (!back && !(raised && note.localName === 'li')) continue
    const known = found.get(note) ?? { refs: [], names: new Set<string>() }
    found.set(note, known)
    known.refs.push(outermost(link))
    for (const name of names) known.names.add(name)
  }
  return [...found].map(([note, { refs, names }]) => {
    removeWayBack(note, names)
    remove(note, root)
    return { refs, note }
  })
}
