import createDOMPurify, { type Config } from 'dompurify'
import { embedCard } from './embed-card.ts'
import { cleanInSlices } from './sanitize-slices.ts'
import { filteredStyle, mayFetch } from './style-filter.ts'

/** Makes untrusted HTML into nodes that hold no script, load nothing and send nothing. */
export interface Sanitizer {
  /**
   * One `div` per HTML text, in the frame's document. Images have no address yet: it stands in `data-src`, to be
   * resolved.
   */
  sanitize(html: readonly string[]): readonly HTMLElement[]
  /**
   * The same for one long text, a few milliseconds' work for each call of `next`. `finish` is called with each
   * harmless piece before it joins the others.
   */
  sanitizeInSlices(html: string, finish: (piece: Element) => void): Generator<undefined, HTMLElement>
}

const words = (text: string): string[] => text.split(' ')

const FORBIDDEN_TAGS = words(
  'style link meta base form select option optgroup textarea button fieldset legend datalist output iframe frame ' +
    'frameset object embed applet portal template slot dialog noscript video audio source track canvas map area ' +
    'image use animate animatecolor animatemotion animatetransform set mpath foreignobject feimage script',
)
const FORBIDDEN_ATTRIBUTES = words(
  'srcset sizes poster background ping action formaction autofocus contenteditable srcdoc nonce is slot form list ' +
    'manifest longdesc cite usemap ismap autoplay tabindex accesskey download target rel dynsrc lowsrc codebase ' +
    'classid archive profile attributionsrc popover popovertarget inert draggable for headers http-equiv ' +
    'referrerpolicy crossorigin integrity integrity loading fetchpriority decoding onerror',
)
const MOST_COMMENTED = 20_000
/** Declarations of one element's style; more are no style a writer gave. */
const MOST_DECLARATIONS = 1000
const KEY = 'galley-key'
/** On a link or an image without an address: the one that was taken away, so that it can be said what it is. */
const REFUSED = 'data-refused'
const MOST_REFUSED = 200
/** What DOMPurify does not see in an address either: with it a scheme could pass for a file's name. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Z}\u2010-\u2027]/gu
const NOT_TEXT = /[\p{Cc}\p{Cf}]/gu

const CONFIG: Config = {
  RETURN_DOM_FRAGMENT: true,
  SANITIZE_NAMED_PROPS: true,
  ALLOW_DATA_ATTR: false,
  USE_PROFILES: { html: true, svg: true, svgFilters: true, mathMl: true },
  FORBID_TAGS: FORBIDDEN_TAGS,
  FORBID_ATTR: FORBIDDEN_ATTRIBUTES,
  ADD_ATTR: [KEY, 'data-src', 'data-embed', REFUSED],
  ADD_URI_SAFE_ATTR: [KEY, REFUSED],
}
const EMBEDS = new Set(['iframe', 'video', 'audio', 'embed', 'object'])

/** A sanitiser that parses in `view`, the sandboxed frame's window: nothing untrusted touches the page's own document. */
export function createSanitizer(view: Window & typeof globalThis): Sanitizer {
  const purify = createDOMPurify(view)
  const session = crypto.randomUUID()
  purify.addHook('uponSanitizeElement', (node, data) => {
    if (EMBEDS.has(data.tagName) && node.nodeType === 1) leaveCard(node as Element)
    if (data.tagName === 'a') noteAddress(node as Element, 'href', UNSEEN)
    if (data.tagName === 'img') noteAddress(node as Element, 'src', NOT_TEXT)
  })
  purify.addHook('afterSanitizeAttributes', (element) => {
    cleanAttributes(element)
  })
  // Set once: read anew for each batch it would cost a quarter of the time.
  purify.setConfig(CONFIG)
  const run = (html: string | Element): DocumentFragment =>
    purify.sanitize(typeof html === 'string' ? withoutComments(html) : html) as unknown as DocumentFragment

  const one = (html: string): HTMLElement => {
    const block = view.document.createElement('div')
    block.append(run(html))
    return block
  }

  return {
    sanitize(html) {
      const [only] = html
      if (html.length === 1 && only !== undefined) return [one(only)]
      const wrapped = html.map((text, i) => `<div ${KEY}="${session}-${String(i)}">${text}</div>`)
      const blocks = [...run(wrapped.join('')).childNodes]
      const whole =
        blocks.length === html.length &&
        blocks.every(
          (node, i) =>
            node.nodeType === 1 && (node as Element).getAttribute(KEY) === `${session}-${String(i)}`,
        )
      if (!whole) return html.map(one)
      for (const block of blocks) (block as Element).removeAttribute(KEY)
      return blocks as HTMLElement[]
    },
    sanitizeInSlices: (html, finish) =>
      cleanInSlices(withoutComments(html), view, { clean: run, key: KEY, finish }),
  }
}

/** Comments are never shown; long ones would cost a second and more in the parser. */
function withoutComments(html: string): string {
  return html.length > MOST_COMMENTED ? html.replace(/<!--[\s\S]*?(?:-->|$)/g, '') : html
}

/** A link in place of something that would be embedded. */
function leaveCard(node: Element): void {
  const address =
    node.getAttribute('src') ?? node.getAttribute('data') ?? node.querySelector('source')?.getAttribute('src')
  const found = embedCard(address ?? '')
  if (!found) return
  const card = node.ownerDocument.createElement('a')
  card.setAttribute('href', found.href)
  card.setAttribute('data-embed', node.localName)
  card.textContent = found.label
  node.before(card)
}

function noteAddress(element: Element, attribute: 'href' | 'src', unseen: RegExp): void {
  const address = element.getAttribute(attribute)?.replace(unseen, '') ?? ''
  if (address === '') element.removeAttribute(REFUSED)
  else element.setAttribute(REFUSED, address.slice(0, MOST_REFUSED))
}

/** A link whose address has been taken away can still be asked what it is. */
function cleanLink(link: Element): void {
  if (link.hasAttribute('href')) link.removeAttribute(REFUSED)
  else if (link.hasAttribute(REFUSED)) {
    link.setAttribute('role', 'link')
    link.setAttribute('tabindex', '0')
  }
}

function cleanAttributes(element: Element): void {
  if (element.hasAttribute('style')) {
    const { style: written } = element as HTMLElement
    const style = written.length > MOST_DECLARATIONS ? '' : filteredStyle(written)
    if (style === '') element.removeAttribute('style')
    else element.setAttribute('style', style)
  }
  const tag = element.localName
  if (tag === 'img') {
    const src = element.getAttribute('src')
    element.removeAttribute('src')
    if (src === null) element.removeAttribute('data-src')
    else {
      element.setAttribute('data-src', src)
      element.removeAttribute(REFUSED)
    }
    return
  }
  element.removeAttribute('data-src')
  element.removeAttribute('src')
  if (tag === 'input') cleanInput(element)
  for (const name of element.getAttributeNames()) {
    const value = element.getAttribute(name) ?? ''
    if (/^(?:xlink:)?href$/i.test(name)) {
      const inside = /^\s*#/.test(value)
      if (
        tag !== 'a' || element.namespaceURI !== 'http://www.w3.org/1999/xhtml' ? !inside : isFilePath(value)
      ) {
        element.removeAttribute(name)
      }
    } else if (
      name !== 'style' &&
      isForeign(element) &&
      (value.includes('\\') || /attr\(/i.test(value) || mayFetch(value)) &&
      !/^url\(\s*["']?#[\w-]+["']?\s*\)$/i.test(value)
    ) {
      element.removeAttribute(name)
    }
  }
  if (tag === 'a') cleanLink(element)
}

/** Only a task list's tick box is left; it cannot be used. */
function cleanInput(input: Element): void {
  if (input.getAttribute('type')?.toLowerCase() !== 'checkbox') {
    input.remove()
    return
  }
  for (const name of input.getAttributeNames())
    if (name !== 'type' && name !== 'checked') input.removeAttribute(name)
  input.setAttribute('disabled', '')
}

function isForeign(element: Element): boolean {
  return element.namespaceURI !== 'http://www.w3.org/1999/xhtml'
}

/** A path of another machine (`\\\\host\\share`): opening it would send the writer's name there. */
function isFilePath(href: string): boolean {
  return /^\s*(?:[\\/]\\|\\\/|file:)/i.test(href)
}
