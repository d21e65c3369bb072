import { unwrap } from '../convert/markdown/writing.ts'

/** Footnotes as links to and from an ordered list at the end, for marks that `arrangeFootnotes` has put. */
export function writeFootnotes(root: Element): void {
  const document = root.ownerDocument
  const linkTo = (id: string, text: string): Element => {
    const link = document.createElement('a')
    link.setAttribute('href', `#${id}`)
    link.textContent = text
    return link
  }
  const seen = new Set<string>()
  for (const mark of [...root.querySelectorAll('[data-footnote-ref]')]) {
    const label = mark.getAttribute('data-footnote-ref') ?? ''
    const raised = document.createElement('sup')
    const link = linkTo(`fn-${label}`, label)
    if (!seen.has(label)) link.setAttribute('id', `fnref-${label}`)
    seen.add(label)
    raised.append(link)
    mark.replaceWith(raised)
  }
  const notes = [...root.querySelectorAll('[data-footnote-note]')]
  const [first] = notes
  if (first === undefined) return
  const list = document.createElement('ol')
  const start = first.getAttribute('data-footnote-note') ?? '1'
  if (start !== '1') list.setAttribute('start', start)
  for (const note of notes) {
    const label = note.getAttribute('data-footnote-note') ?? ''
    const item = document.createElement('li')
    item.setAttribute('id', `fn-${label}`)
    const last = note.lastElementChild
    const place = last?.localName === 'p' ? last : note
    const end = place.lastChild
    if (end?.nodeType === 3) end.nodeValue = (end.nodeValue ?? '').trimEnd()
    place.append(' ', linkTo(`fnref-${label}`, '↩'))
    item.append(...note.childNodes)
    note.remove()
    const [only] = item.children
    if (item.children.length === 1 && only?.localName === 'p') unwrap(only)
    list.append(item)
  }
  root.append(list)
}
