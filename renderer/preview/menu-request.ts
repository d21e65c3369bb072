import type { PreviewMenuRequest } from './preview-api.ts'

/** What a menu over `target` in the preview's document is about. */
export function aboutMenu(
  target: Element,
  window: Window,
): Pick<PreviewMenuRequest, 'selection' | 'link' | 'image' | 'selectAll'> {
  const image = target.closest('img, [data-remote-src]')
  return {
    selection: window.getSelection()?.toString() ?? '',
    link: target.closest('a[href]')?.getAttribute('href') ?? null,
    image: image && writtenAddress(image),
    selectAll: () => window.getSelection()?.selectAllChildren(window.document.body),
  }
}

/** An image's address as it stands in the article, not the one it is served under here. */
function writtenAddress(image: Element): string | null {
  const { dataset } = image as HTMLElement
  const shown = image.getAttribute('src')
  const address = dataset.written ?? dataset.remoteSrc ?? shown
  return address === null || address.startsWith('data:') ? null : address
}
