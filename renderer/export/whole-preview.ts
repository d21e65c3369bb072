import { LATER } from '../preview/later-blocks.ts'
import { createPreview, type PreviewAppearance, type PreviewSource } from '../preview/preview.ts'

/** An article shown whole and to its end, in a frame of its own outside the visible page. */
export interface WholePreview {
  readonly document: Document
  readonly window: Window & typeof globalThis
  /** What was not there when the longest wait was over; null when all of it is. */
  readonly lacks: Lacking | null
  dispose(): void
}

/** What an article is not complete without. */
export interface Lacking {
  /** Blocks that were still rendered, or to come. */
  readonly text: boolean
  readonly diagrams: number
  /** Addresses as written in the article, of images that have not come. */
  readonly images: readonly string[]
}

/** CSS pixels: about the width of an A4 page. */
const WIDTH = 800
/** Milliseconds without a change after which an article is complete. */
const CALM = 350
/** The longest an article is waited for, in seconds. */
export const LONGEST = 30

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
  const lacks = await calm(frame)
  const view = frame.contentWindow
  if (!view) {
    dispose()
    throw new Error('The preview did not load.')
  }
  await loadFonts(view.document)
  return { document: view.document, window: view as Window & typeof globalThis, lacks, dispose }
}

/** What is out of sight is not laid out, and a font is not loaded before a text is laid out in it. */
async function loadFonts(shown: Document): Promise<void> {
  for (const chunk of shown.querySelectorAll<HTMLElement>('.galley-chunk'))
    chunk.style.contentVisibility = 'visible'
  shown.body.getBoundingClientRect()
  await shown.fonts.ready
}

/**
 * Waits until the document in the frame has stopped changing, and its pictures are there or known to be missing; null
 * then, or what it lacks when it was waited for too long.
 */
async function calm(frame: HTMLIFrameElement): Promise<Lacking | null> {
  const end = performance.now() + LONGEST * 1000
  let seen = ''
  let since = performance.now()
  let lacking: Lacking | null = { text: true, diagrams: 0, images: [] }
  while (performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    const article = frame.contentDocument?.querySelector('.galley-article')
    if (!article) continue
    for (const image of article.querySelectorAll('img')) image.loading = 'eager'
    const now = `${String(article.innerHTML.length)} ${String(article.querySelectorAll('*').length)}`
    lacking = lackingIn(article, now !== seen)
    seen = now
    if (lacking) since = performance.now()
    else if (performance.now() - since >= CALM) return null
  }
  return lacking
}

/** `changing`: it was another document a moment ago. */
function lackingIn(article: Element, changing: boolean): Lacking | null {
  const text = changing || article.querySelector(`.galley-block[${LATER}]`) !== null
  const diagrams = article.querySelectorAll(UNFINISHED).length
  const images = [...article.querySelectorAll('img')]
    .filter((image) => !image.complete)
    .map((image) => image.dataset.written ?? image.src)
  return text || diagrams > 0 || images.length > 0 ? { text, diagrams, images } : null
}
