import { isBlockElement, isElement, unwrap } from '../../convert/markdown/writing.ts'

/** What an element's `style` attribute says, by lower-case property. Read as text: nothing of it takes effect. */
export function styleOf(element: Element): ReadonlyMap<string, string> {
  const style = new Map<string, string>()
  for (const part of (element.getAttribute('style') ?? '').split(';')) {
    const colon = part.indexOf(':')
    if (colon > 0)
      style.set(
        part.slice(0, colon).trim().toLowerCase(),
        part
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      )
  }
  return style
}

const isBold = (weight: string | undefined): boolean =>
  weight !== undefined && (weight.startsWith('bold') || Number.parseInt(weight, 10) >= 600)
const isNormalWeight = (weight: string | undefined): boolean =>
  weight !== undefined && (weight.startsWith('normal') || Number.parseInt(weight, 10) < 600)

function wrapContent(element: Element, name: string): void {
  const wrapper = element.ownerDocument.createElement(name)
  wrapper.append(...element.childNodes)
  element.append(wrapper)
}

function isHidden(style: ReadonlyMap<string, string>): boolean {
  return (
    (style.get('display') ?? '').startsWith('none') ||
    (style.get('visibility') ?? '').startsWith('hidden') ||
    (style.get('mso-hide') ?? '') === 'all' ||
    (style.get('user-select') ?? style.get('-webkit-user-select') ?? '').startsWith('none')
  )
}

/** Takes away what a page hides, and what it keeps readers from selecting: numbers of lines, buttons, labels. */
export function removeHidden(root: Element): void {
  for (const element of root.querySelectorAll('[style]'))
    if (isHidden(styleOf(element)) && !isElement(element, 'input', 'annotation', 'semantics'))
      element.remove()
}

/** Elements whose own style is how they look, not what the writer marked. */
const HEADS = 'h1, h2, h3, h4, h5, h6, th, pre, code, dt'

/**
 * Turns what writers mark by style (Google Docs, WeChat, copied web pages) into elements, and takes away elements
 * whose style undoes them (Google Docs wraps everything in `<b style="font-weight:normal">`).
 */
export function readStyles(root: Element): void {
  for (const element of [...root.querySelectorAll('[style]')]) {
    const style = styleOf(element)
    const weight = style.get('font-weight')
    const decoration = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`
    const align = style.get('text-align') ?? ''
    if (isElement(element, 'td', 'th') && /^(?:left|center|right)$/.test(align))
      element.setAttribute('align', align)
    if (isElement(element, 'b', 'strong') && isNormalWeight(weight)) {
      unwrap(element)
      continue
    }
    if (isElement(element, 'i', 'em') && style.get('font-style') === 'normal') {
      unwrap(element)
      continue
    }
    const inHead = element.closest(HEADS) !== null
    const marks = !isElement(
      element,
      'li',
      'ul',
      'ol',
      'table',
      'tr',
      'td',
      'tbody',
      'thead',
      'blockquote',
      'body',
    )
    const holdsBlocks =
      isBlockElement(element) && [...element.children].some((child) => isBlockElement(child))
    if (!marks || holdsBlocks || element.textContent.trim() === '') continue
    if (isBold(weight) && !inHead && element.closest('b, strong') === null) wrapContent(element, 'strong')
    if (
      /^(?:italic|oblique)/.test(style.get('font-style') ?? '') &&
      !inHead &&
      element.closest('i, em, address') === null
    )
      wrapContent(element, 'em')
    if (decoration.includes('line-through') && element.closest('del, s, strike') === null)
      wrapContent(element, 'del')
    const raised = style.get('vertical-align') ?? ''
    if (/^(?:super|sub)$/.test(raised) && !isElement(element, 'sup', 'sub') && !isBlockElement(element))
      wrapContent(element, raised === 'super' ? 'sup' : 'sub')
  }
}
