import type { ChangeSet } from '@codemirror/state'
import type { Span } from '../../core/article/text-edit.ts'
import { DEFAULT_EXTENSIONS } from '../../core/markdown/extensions.ts'
import { translate } from '../i18n/translate.ts'
import { headField } from './article-head.ts'
import { ArticleView } from './article-view.ts'
import { createArticleViews } from './article-views.ts'
import { markBusy } from './busy-mark.ts'
import { createCaretMark } from './caret-mark.ts'
import { chunksInWindow } from './chunk-watch.ts'
import { aboutMenu as about } from './menu-request.ts'
import { FAR_LIMITS } from './far-blocks.ts'
import { listenInFrame, type BlockPlace } from './frame-events.ts'
import { createFramePage, type FramePage } from './frame-page.ts'
import type { Preview, PreviewAppearance, PreviewEvents, PreviewSource } from './preview-api.ts'
import { createKeptPlaces } from './kept-places.ts'
import { nameArrivedReferences } from './note-references.ts'
import { createNotices } from './notices.ts'
import { createPreviewScroll, type PreviewScroll } from './preview-scroll.ts'
import { AT_ONCE, DRAWN, NEXT_FRAME, PAUSE, REST, SCROLL_LEAD, SLICE } from './preview-times.ts'
import type { PreviewText } from './preview-text.ts'
import { createRenderAside } from './render-aside.ts'
import { seekAnchor } from './seek-anchor.ts'
import { settle } from './settle.ts'
import { selectedPieces } from './selected-pieces.ts'
import { createSlices } from './slices.ts'
import { sourceOffset } from './source-offset.ts'
import { editedSpan, stampAround } from './stamp-around.ts'
import type { Side } from './text-alignment.ts'
import { createTextMarks, isSamePattern, type TextMarks } from './text-marks.ts'
import type { ViewHost } from './view-host.ts'

export type { Preview, PreviewAppearance, PreviewEvents, PreviewSource } from './preview-api.ts'

interface Loaded {
  readonly page: FramePage
  readonly scroll: PreviewScroll
  readonly marks: TextMarks
  readonly end: () => void
}

/**
 * Makes the preview in a sandboxed frame (`allow-same-origin` only), which it loads itself. `whole`: long articles are
 * rendered to their end, not only near the view.
 */
export function createPreview(frame: HTMLIFrameElement, events: PreviewEvents, whole = false): Preview {
  let appearance: PreviewAppearance = {
    look: 'plain',
    width: 'full',
    dark: false,
    extensions: DEFAULT_EXTENSIONS,
  }
  let loaded: Loaded | null = null
  let address = ''
  let current: { readonly key: string; source: PreviewSource } | null = null
  const views = createArticleViews()
  const followers = new Set<(offset: number) => void>()
  let wanted: number | null = null
  /** What is at the caret is to stay in view. */
  let withCaret = false
  let caret: number | null = null
  let pattern: RegExp | null = null
  let selection: Span | null = null
  const markCaret = createCaretMark()
  const places = createKeptPlaces()
  /** The article that is on the page. */
  let displayed: string | null = null
  let lastInput = -Infinity
  let scrollAsked = false
  let settling: Generator<undefined> | null = null
  const notices = createNotices(events)
  const aside = createRenderAside()
  const text: PreviewText = (key, params) => translate(appearance.language ?? 'en', key, params)

  const slices = createSlices((): boolean => {
    const view = currentView()
    if (!loaded || !view) return false
    if (!view.done) {
      view.work(performance.now() + SLICE)
      afterWork(view)
      seekAgain()
      return !drawnFirst(view)
    }
    markBusy(view)
    if (view.source.goesOn !== true && settleSlice(loaded.page, view)) return true
    return (
      loaded.page.enricher.work(performance.now() + SLICE) || loaded.marks.work(performance.now() + SLICE)
    )
  })

  /** What there is comes to the screen before what concerns the whole article is looked at. */
  function drawnFirst(view: ArticleView): boolean {
    if (!view.done) return false
    markSelected(view)
    slices.startAfter(DRAWN)
    return true
  }

  function currentView(): ArticleView | null {
    return (current && views.get(current.key)) ?? null
  }

  function settleSlice(page: FramePage, view: ArticleView): boolean {
    if (view.unsettled) {
      view.unsettled = false
      loaded?.marks.outdate()
      settling = settle(view, page, text)
    }
    const until = performance.now() + SLICE / 2
    while (settling && performance.now() < until) {
      if (settling.next().done !== true) continue
      settling = null
      markAgain(view)
    }
    if (settling) return true
    view.renderAside(() => {
      if (view.later.isEmpty) view.unsettled = true
      if (view !== currentView()) return
      loaded?.marks.outdate()
      markSelected(view)
      notices.tell(page, view)
      seekAgain()
      slices.start()
    })
    notices.tell(page, view)
    return false
  }

  function afterWork(view: ArticleView): void {
    goToWanted(view)
    mark()
    afterArrival(view)
    markBusy(view)
  }

  function goToWanted(view: ArticleView | null): void {
    if (wanted === null || !view || !loaded) return
    if (loaded.scroll.scrollTo(view, wanted, withCaret ? caret : null)) wanted = null
  }

  /** What is rendered late may have another height than its place: unless the writer has gone elsewhere since. */
  function seekAgain(): void {
    if (loaded?.scroll.isOwn() === true) restore()
  }

  /** What has come near the view shows matches and the selection, too. */
  function afterArrival(view: ArticleView): void {
    const arrived = view.takeArrived()
    if (arrived.length === 0 || !loaded) return
    nameArrivedReferences(view, arrived)
    loaded.marks.add(arrived)
    markSelected(view)
    slices.start()
  }

  /** Renders what the window shows before it is drawn. */
  function showVisible(): void {
    const view = currentView()
    if (!loaded || !view?.far || view.far.size === 0) return
    for (const chunk of chunksInWindow(view.dom.root, loaded.page.window.innerHeight)) view.showAround(chunk)
    afterArrival(view)
  }

  function anchor(id: string, found: Element | null): void {
    const view = currentView()
    if (!view) return
    if (found) view.showAround(found)
    else seekAnchor(view, id)
    afterArrival(view)
  }

  function mark(): void {
    markCaret(currentView(), caret)
  }

  /** Footnotes are other elements when they have changed. */
  function markAgain(view: ArticleView): void {
    mark()
    if (view.index.labels.footnotes.size > 0) markSelected(view)
  }

  function markSelected(view: ArticleView): void {
    if (selection) loaded?.marks.select(selectedPieces(view, selection))
  }

  /** Back to where the article was, as far as that is read already. */
  function restore(): void {
    wanted = current && places.of(current.key)
    goToWanted(currentView())
  }

  function load(source: PreviewSource): boolean {
    const next = source.remoteImages ? 'preview.html?images=remote' : 'preview.html'
    if (next === address) return loaded !== null
    address = next
    loaded?.end()
    loaded = null
    views.clear()
    frame.src = next
    return false
  }

  function furnish(): void {
    loaded?.end()
    views.clear()
    loaded = null
    displayed = null
    const page = createFramePage(frame, text, () => slices.start())
    if (!page) return
    const scroll = createPreviewScroll(page)
    const end = listenInFrame(page, {
      onLink(href) {
        // What is still to be read may have the place.
        if (!href.startsWith('#') || currentView()?.done === true) events.onLink(href)
      },
      onLinkAt: (href) => events.onLinkAt?.(href),
      onClick: (place) => events.onCaret(offsetOf(place)),
      onHead(part) {
        const field = current && headField(current.source.fields, part)
        if (field) events.onField?.(field.valueSpan.from)
      },
      onMenu(target, at, place) {
        const { x, y } = frame.getBoundingClientRect()
        const offset = place && offsetOf(place)
        events.onMenu({ ...about(target, page.window), x: x + at.x, y: y + at.y, offset })
      },
      onSelect(start, end) {
        const from = offsetOf(start)
        const to = offsetOf(end, 'end')
        if (from < to) events.onSelect({ from, to })
      },
      onInput() {
        lastInput = performance.now()
        wanted = null
        withCaret = false
        scroll.release()
      },
      onScroll(held) {
        if (held) lastInput = performance.now()
        showVisible()
        scrolled()
      },
      onAnchor: anchor,
      onResize: restore,
    })
    loaded = {
      page,
      scroll,
      marks: createTextMarks(page),
      end() {
        end()
        page.dispose()
      },
    }
    page.setAppearance(appearance)
    loaded.marks.search(pattern)
    if (current) display(current.key, current.source)
    events.onLoad?.()
  }

  function offsetOf(place: BlockPlace, side?: Side): number {
    return current ? sourceOffset(current.source, place, side) : place.from
  }

  function scrolled(): void {
    if (scrollAsked || !loaded || loaded.scroll.isOwn() || performance.now() - lastInput > SCROLL_LEAD) return
    lastInput = performance.now()
    scrollAsked = true
    loaded.page.window.requestAnimationFrame(() => {
      scrollAsked = false
      const view = currentView()
      if (!loaded || !view) return
      const offset = loaded.scroll.topOffset(view)
      if (current) places.keep(current.key, offset)
      events.onScroll(offset)
      for (const follower of followers) follower(offset)
    })
  }

  function display(key: string, source: PreviewSource): void {
    if (!loaded) return
    const { page } = loaded
    const view = views.of(key, source, () => {
      const host: ViewHost = { ...page, aside: (body, env) => aside.render(body, env) }
      const limits = whole ? { ...FAR_LIMITS, whole: Infinity } : FAR_LIMITS
      return new ArticleView(host, source, appearance.extensions, limits)
    })
    settling = null
    view.unsettled = true
    page.setOwnCss(source.context?.css?.text ?? '')
    page.showBody(view.dom.root)
    page.showHead(source)
    notices.forget()
    if (displayed !== key) {
      wanted = places.of(key)
      withCaret = false
    }
    displayed = key
    view.work(performance.now() + SLICE)
    afterWork(view)
    slices.start()
  }

  // In a browser: its own cookie jar, empty and gone with the page, so that images that are let in are asked for without
  // the reader's cookies. The desktop shell refuses all of them.
  if (window.location.protocol.startsWith('http')) frame.setAttribute('credentialless', '')
  frame.addEventListener('load', furnish)

  return {
    show(key, source) {
      if (current?.key !== key) wanted = caret = selection = null
      current = { key, source }
      if (load(source)) display(key, source)
    },
    change(key: string, changes: ChangeSet, source: PreviewSource) {
      places.follow(key, changes)
      const isCurrent = current?.key === key
      if (current && isCurrent) {
        if (current.source.goesOn !== true) loaded?.page.edited()
        current.source = source
        // So that its block is marked once: what the source says of it comes after this.
        if (caret !== null) caret = changes.mapPos(caret, 1)
      }
      const view = views.get(key)
      if (!view) return
      const { fields, format } = view.source
      if (format !== source.format || !view.change(changes, source)) {
        views.delete(key)
        if (isCurrent) display(key, source)
        return
      }
      if (!isCurrent || !loaded) return
      if (fields !== source.fields) loaded.page.showHead(source)
      settling = null
      const { small } = view.index
      if (small) {
        view.work(performance.now() + AT_ONCE)
        afterWork(view)
        stampAround(view, editedSpan(changes))
      }
      slices.startAfter(view.done ? REST : small || view.index.dirty === null ? NEXT_FRAME : PAUSE)
    },
    forget(key) {
      views.delete(key)
      places.forget(key)
      if (current?.key === key) current = null
    },
    setAppearance(next) {
      const before = appearance.extensions
      appearance = next
      loaded?.page.setAppearance(next)
      restore()
      if (before.join() === next.extensions.join()) return
      views.clear()
      if (current) display(current.key, current.source)
    },
    scrollTo(offset, keepCaret = false) {
      lastInput = -Infinity
      if (current) places.keep(current.key, offset)
      wanted = offset
      withCaret = keepCaret
      goToWanted(currentView())
    },
    showCaret() {
      const view = currentView()
      if (!view || !loaded || caret === null || wanted !== null) return
      withCaret = true
      loaded.scroll.reveal(view, caret)
    },
    followScroll(listener) {
      followers.add(listener)
      return () => followers.delete(listener)
    },
    markCaret(offset) {
      caret = offset
      mark()
    },
    find(next) {
      if (isSamePattern(pattern, next)) return
      pattern = next
      loaded?.marks.search(next)
      slices.start()
    },
    markSelection(span) {
      selection = span
      const view = currentView()
      loaded?.marks.select(view && span ? selectedPieces(view, span) : [])
    },
    dispose() {
      slices.stop()
      aside.dispose()
      loaded?.end()
      loaded = null
      frame.removeEventListener('load', furnish)
      views.clear()
      followers.clear()
    },
  }
}
