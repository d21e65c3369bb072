import createDOMPurify, { type Config } from 'dompurify'

const words = (text: string): string[] => text.split(' ')

const CONFIG: Config & { readonly RETURN_DOM_FRAGMENT: true } = {
  RETURN_DOM_FRAGMENT: true,
  USE_PROFILES: { html: true, mathMl: true },
  // Read by the cleaning and then gone: what office programs say of their lists, and where lazy images are.
  ALLOW_DATA_ATTR: true,
  ADD_TAGS: ['picture', 'source', 'annotation', 'semantics'],
  ADD_ATTR: ['mso-list', 'encoding'],
  FORBID_TAGS: words(
    'style link meta base form select option optgroup textarea button fieldset legend datalist output iframe frame ' +
      'frameset object embed applet portal template slot dialog noscript video audio track canvas map area script svg',
  ),
  ADD_FORBID_CONTENTS: words('button select textarea option canvas map object embed dialog'),
  FORBID_ATTR: words(
    'action formaction srcset srcdoc ping background poster autofocus contenteditable is slot form usemap ismap ' +
      'autoplay tabindex accesskey download target rel nonce popover popovertarget',
  ),
}

/** An address from which something that cannot be pasted may be had, to be linked to instead. */
const EMBEDDED = new Set(['iframe', 'video', 'audio', 'embed'])

let purifier: ReturnType<typeof createDOMPurify> | null = null

function purify(): ReturnType<typeof createDOMPurify> {
  if (purifier !== null) return purifier
  purifier = createDOMPurify(window)
  purifier.addHook('uponSanitizeElement', (node, { tagName }) => {
    if (EMBEDDED.has(tagName) && node.nodeType === 1) leaveLink(node as Element)
  })
  return purifier
}

/** A link before what is embedded, which is then taken away. */
function leaveLink(element: Element): void {
  const address = (
    element.getAttribute('src') ??
    element.querySelector('source')?.getAttribute('src') ??
    ''
  ).trim()
  const url = address.startsWith('//') ? `https:${address}` : address
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return
  const link = element.ownerDocument.createElement('a')
  link.setAttribute('href', url)
  const title = element.getAttribute('title')?.trim() ?? ''
  link.textContent = title === '' ? new URL(url).host : title
  element.before(link)
}

/**
 * The clipboard's HTML as nodes without scripts, event handlers, forms and embedded pages. They are parsed into a
 * document of their own that has no window: nothing in it can run, and no image of it is asked for.
 */
export function sanitizeClipboard(html: string): Element {
  const fragment = purify().sanitize(html, CONFIG)
  const root = document.implementation.createHTMLDocument('').createElement('div')
  root.append(fragment)
  return root
}
