import { imageAddress, type ImageAddress } from './image-address.ts'
import type { PreviewSource } from './preview-api.ts'
import type { PreviewText } from './preview-text.ts'
import { readable } from './readable-path.ts'
import type { TypedAddresses } from './typed-addresses.ts'

/** Gives every image of sanitised nodes its address, or something calm in its place that says why not. */
export function resolveImages(
  root: Element,
  source: PreviewSource,
  text: PreviewText,
  typed: TypedAddresses,
): void {
  for (const image of root.querySelectorAll<HTMLImageElement>('img')) {
    const refused = image.getAttribute('data-refused')
    if (refused !== null) image.replaceWith(missing(image, readable(refused), text('preview.image.scheme')))
    const written = image.getAttribute('data-src')
    image.removeAttribute('data-src')
    if (written === null) continue
    if (!written.startsWith('data:')) image.setAttribute('data-written', written)
    place(image, imageAddress(written, source.context, source.name), source.remoteImages ? typed : null, text)
  }
}

/** `remote`: by whom images of other hosts are asked for; null while they are not allowed. */
function place(
  image: HTMLImageElement,
  address: ImageAddress,
  remote: TypedAddresses | null,
  text: PreviewText,
): void {
  image.setAttribute('loading', 'lazy')
  image.setAttribute('decoding', 'async')
  switch (address.kind) {
    case 'data':
      image.setAttribute('src', address.url)
      return
    case 'local':
      tryInTurn(image, address.urls, address.path, text)
      return
    case 'remote': {
      if (!remote) {
        const box = waiting(image, address.host, text)
        box.setAttribute('data-remote-src', address.url)
        image.replaceWith(box)
        return
      }
      image.setAttribute('referrerpolicy', 'no-referrer')
      remote.give(image, address.url, {
        waiting: () => waiting(image, address.host, text),
        missing: () => missing(image, address.url, text('preview.image.unreachable')),
      })
      return
    }
    case 'broken':
      image.replaceWith(missing(image, address.path, text(`preview.image.${address.reason}`)))
  }
}

function tryInTurn(image: HTMLImageElement, urls: readonly string[], path: string, text: PreviewText): void {
  const [first, ...others] = urls
  if (first === undefined) {
    image.replaceWith(missing(image, path, text('preview.image.notFound')))
    return
  }
  image.addEventListener('error', () => tryInTurn(image, others, path, text), { once: true })
  image.setAttribute('src', first)
}

/** What stands in the place of a remote image that is not loaded. */
function waiting(image: HTMLImageElement, host: string, text: PreviewText): HTMLElement {
  return frame(image, 'galley-remote', image.alt || text('preview.image.remote'), host)
}

function missing(image: HTMLImageElement, path: string, reason: string): HTMLElement {
  return frame(image, 'galley-missing', image.alt, path === '' ? reason : `${path} — ${reason}`)
}

function frame(image: HTMLImageElement, kind: string, title: string, detail: string): HTMLElement {
  const document = image.ownerDocument
  const box = document.createElement('span')
  box.className = `galley-image ${kind}`
  box.setAttribute('role', 'img')
  box.setAttribute('aria-label', `${title} ${detail}`.trim())
  if (title !== '') box.append(part(document, 'b', title))
  box.append(part(document, 'span', detail))
  return box
}

function part(document: Document, tag: 'b' | 'span', text: string): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}
