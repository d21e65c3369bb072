import { articleHead, headElement } from './article-head.ts'
import { chunkWatch } from './chunk-watch.ts'
import { languageOf } from './article-language.ts'
import { createEnricher, type Enricher } from './enrich/enricher.ts'
import { markFormulas } from './html-formulas.ts'
import { resolveImages } from './images.ts'
import { createSlowMaking } from './make-slowly.ts'
import type { PreviewLook } from '../../core/settings.ts'
import { filteredSheet } from './own-css.ts'
import { lookCss } from './looks.ts'
import type { PreviewAppearance, PreviewSource } from './preview-api.ts'
import type { PreviewText } from './preview-text.ts'
import { createSanitizer } from './sanitizer.ts'
import { createTypedAddresses, keepFormer } from './typed-addresses.ts'
import type { ViewHost } from './view-host.ts'
import { warmUpSanitizer, whenIdle } from './warm-up.ts'
import { watchWidths } from './wide-chunks.ts'

/** The document in the preview's frame, ready to hold an article. */
export interface FramePage extends ViewHost {
  readonly window: Window & typeof globalThis
  /** Shows these elements as the article's body; its head is to be shown after that. */
  showBody(body: HTMLElement): void
  showHead(source: PreviewSource): void
  /** The writer's own style sheet, used with the look `own`. */
  setOwnCss(css: string): void
  showFootnotes(footnotes: HTMLElement | null): void
  setAppearance(appearance: PreviewAppearance): void
  readonly enricher: Enricher
  /** The writer has edited what is shown: a remote address that comes now may be unfinished. */
  edited(): void
  /** Number of remote images on the page that are not loaded. */
  waitingImages(): number
  /** Ends what is still being made. */
  dispose(): void
}

/** Furnishes a freshly loaded preview document; null while the frame holds another one. */
export function createFramePage(
  frame: HTMLIFrameElement,
  text: PreviewText,
  wake: () => void,
): FramePage | null {
  const document = frame.contentDocument
  const window = frame.contentWindow as (Window & typeof globalThis) | null
  if (!document || !window || !document.location.pathname.endsWith('/preview.html')) return null
  const sanitizer = createSanitizer(window)
  const enricher = createEnricher(document, sanitizer, text, wake)
  const style = document.createElement('style')
  const article = document.createElement('article')
  article.className = 'galley-article'
  const typed = createTypedAddresses()
  let look: PreviewLook = 'plain'
  let ownCss = ''
  let formulas = false
  let head: HTMLElement | null = null
  let body: HTMLElement | null = null
  let footnotes: HTMLElement | null = null
  const ownStyle = document.createElement('style')
  document.head.append(style, ownStyle)
  const main = document.createElement('main')
  main.append(article)
  document.body.replaceChildren(main)
  watchWidths(article, window)
  const arrange = (): void =>
    article.replaceChildren(...[head, body, footnotes].filter((part) => part !== null))
  const dress = (): void => {
    const css = lookCss(look)
    if (style.textContent !== css) style.textContent = css
    const own = look === 'own' ? filteredSheet(ownCss, window) : ''
    if (ownStyle.textContent !== own) ownStyle.textContent = own
  }
  const waiting = document.getElementsByClassName('galley-remote')

  const complete = (element: HTMLElement, source: PreviewSource): void => {
    if (formulas && source.format === 'html') markFormulas(element)
    for (const box of element.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'))
      box.setAttribute('aria-label', text(box.checked ? 'preview.task.done' : 'preview.task.open'))
  }
  const make: FramePage['make'] = (html, source, prompt) => {
    const elements = sanitizer.sanitize(html)
    for (const element of elements) {
      resolveImages(element, source, text, typed)
      complete(element, source)
      enricher.enrich(element, prompt)
    }
    return elements
  }
  whenIdle(warmUpSanitizer(sanitizer))
  const slow = createSlowMaking<HTMLElement>()
  function* makeInSlices(html: string, source: PreviewSource): Generator<undefined, HTMLElement> {
    const element = yield* sanitizer.sanitizeInSlices(html, (piece) =>
      resolveImages(piece, source, text, typed),
    )
    yield
    complete(element, source)
    enricher.enrich(element, false)
    return element
  }
  const image = (src: string, source: PreviewSource): HTMLElement => {
    const holder = document.createElement('div')
    const element = document.createElement('img')
    element.alt = ''
    element.setAttribute('data-src', src)
    holder.append(element)
    resolveImages(holder, source, text, typed)
    return (holder.firstElementChild ?? holder) as HTMLElement
  }

  return {
    document,
    window,
    enricher,
    make,
    makeSlowly: (html, source, wanted) => slow.make(makeInSlices(html, source), wanted),
    watch: chunkWatch(window, wake),
    edited: () => typed.edited(),
    showBody(next) {
      typed.opened()
      typed.giveAll(next)
      if (body === next) return
      body = next
      footnotes = null
      // What was left to be done when the body was last shown.
      enricher.enrich(body, false)
      arrange()
    },
    showHead(source) {
      document.documentElement.lang = languageOf(source)
      const next = headElement(document, articleHead(source.fields), (src) => image(src, source))
      if (head && next) keepFormer(head, next)
      if (head?.outerHTML === next?.outerHTML) return
      head = next
      arrange()
    },
    showFootnotes(next) {
      if (footnotes?.outerHTML === next?.outerHTML) return
      footnotes = next
      arrange()
    },
    setOwnCss(css) {
      if (css === ownCss) return
      ownCss = css
      dress()
    },
    setAppearance({
      look: nextLook,
      width,
      dark,
      alone = false,
      highContrast = false,
      zoom = 1,
      extensions,
    }) {
      enricher.setAppearance(extensions, dark)
      formulas = extensions.includes('htmlMaths')
      look = nextLook
      dress()
      const { documentElement } = document
      const { dataset } = documentElement
      dataset.look = look
      dataset.width = width
      dataset.theme = dark ? 'dark' : 'light'
      dataset.contrast = highContrast ? 'more' : 'normal'
      documentElement.toggleAttribute('data-alone', alone)
      // On the body: the page itself scrolls in the window's own pixels.
      document.body.style.zoom = zoom === 1 ? '' : String(zoom)
    },
    // An article may use the class, but not the attribute.
    waitingImages: () => [...waiting].filter((it) => it.hasAttribute('data-remote-src')).length,
    dispose() {
      slow.dispose()
      enricher.dispose()
    },
  }
}
