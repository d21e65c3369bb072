import { createPreview, type PreviewAppearance, type PreviewSource } from '../preview/preview.ts'

/** An article shown whole and to its end, in a frame of its own outside the visible page. */
export interface WholePreview {
  readonly document: Document
  readonly window: Window & typeof globalThis
  dispose(): void
}

/** CSS pixels: about the width of an A4 page. */
const WIDTH = 800
/** Milliseconds without a change after which an article is complete, and the longest it is waited for. */
const CALM = 350
const LONGEST = 30_000

/** A diagram that is still being drawn has neither a picture nor the reason why there is none. */
const UNFINISHED = '.galley-diagram:not(:has(> svg, > figcaption)) > pre > [data-set]'

/** Shows an article as its readers get it, in light colours, and resolves when all of it is there. */
export async function showWhole(source: PreviewSource, appearance: PreviewAppearance): Promise<WholePreview> {
  const frame = document.createElement('iframe')
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  // Without `allow-modals` a frame cannot be printed; no script runs in it either way.
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals')
  frame.style.cssText = `position: fixed; left: -20000px; top: 0; width: ${String(WIDTH)}px; height: 1200px; border: 0`
  document.body.append(frame)
  const nothing = (): void => undefined
  const preview = createPreview(
    frame,
    {
      onLink: nothing,
      onCaret: nothing,
      onSelect: nothing,
      onMenu: nothing,
      onRemoteImages: nothing,
      onNotice: nothing,
      onScroll: nothing,
    },
    true,
  )
  const dispose = (): void => {
    preview.dispose()
    frame.remove()
  }
  preview.setAppearance({ ...appearance, width: 'full', dark: false })
  preview.show('whole', source)
  const view = await calm(frame)
  if (!view) {
    dispose()
    throw new Error('The preview did not load.')
  }
  await loadFonts(view.document)
  return { document: view.document, window: view as Window & typeof globalThis, dispose }
}

/** What is out of sight is not laid out, and a font is not loaded before a text is laid out in it. */
async function loadFonts(shown: Document): Promise<void> {
  for (const chunk of shown.querySelectorAll<HTMLElement>('.galley-chunk'))
    chunk.style.contentVisibility = 'visible'
  shown.body.getBoundingClientRect()
  await shown.fonts.ready
}

/** Waits until the document in the frame has stopped changing, and its pictures are there or known to be missing. */
async function calm(frame: HTMLIFrameElement): Promise<Window | null> {
  const end = performance.now() + LONGEST
  let seen = ''
  let since = performance.now()
  while (performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    const article = frame.contentDocument?.querySelector('.galley-article')
    if (!article) continue
    for (const image of article.querySelectorAll('img')) image.loading = 'eager'
    const now = `${String(article.innerHTML.length)} ${String(article.querySelectorAll('*').length)}`
    const loading = [...article.querySelectorAll('img')].some((image) => !image.complete)
    if (now !== seen || loading || article.querySelector(UNFINISHED)) {
      seen = now
      since = performance.now()
    } else if (performance.now() - since >= CALM) break
  }
  return frame.contentWindow
}
