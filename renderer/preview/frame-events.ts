import { headPartOf, type ArticleHead } from './article-head.ts'
import { offsetAtNode, offsetAtPoint } from './caret-place.ts'
import type { FramePage } from './frame-page.ts'
import { ID_PREFIX } from './id-prefix.ts'
import { addressOf, elementOf, linkOf, watchLinks } from './pointed-link.ts'

/** What the reader of the preview does. */
export interface FrameListeners {
  /** A link was followed; in-page anchors only when nothing has that id. */
  onLink(href: string): void
  /** The pointer or the keyboard has come to a link, or left it (null). */
  onLinkAt(href: string | null): void
  onClick(place: BlockPlace): void
  /** The article's head was clicked on. */
  onHead(part: keyof ArticleHead): void
  /** Text was selected, from one place to another. */
  onSelect(start: BlockPlace, end: BlockPlace): void
  /** A menu is wanted over `target`, at a place of the frame in CSS pixels. */
  onMenu(target: Element, at: { readonly x: number; readonly y: number }, place: BlockPlace | null): void
  onInput(): void
  /** `held`: with a button pressed; the page's scrollbar tells nothing of its pointer between press and release. */
  onScroll(held: boolean): void
  /** The frame has another size. */
  onResize(): void
  /** An in-page anchor is gone to: `found` is to be shown, or nothing has that id yet. */
  readonly onAnchor: (id: string, found: Element | null) => void
}

/** A place in a block: the block's span in the source, and where in its rendered text. */
export interface BlockPlace {
  readonly from: number
  readonly to: number
  readonly place: PlaceInText
}

/** Where in a block's rendered text a click fell. */
export interface PlaceInText {
  readonly text: string
  readonly at: number
}

/**
 * Listens in the frame's document, which holds no script of its own. Nothing in it ever navigates: every click,
 * drag and submission is stopped here first. Returns what ends it.
 */
export function listenInFrame(page: FramePage, listeners: FrameListeners): () => void {
  const { document, window } = page
  const ended = new AbortController()
  const options = { signal: ended.signal, capture: true }

  const follow = (link: Element): void => {
    const href = addressOf(link)
    if (href === null) return
    const inPage = href.startsWith('#') && scrollToId(document, href.slice(1), listeners.onAnchor)
    if (!inPage) listeners.onLink(href)
  }

  document.addEventListener(
    'click',
    (event) => {
      const target = elementOf(event.target)
      const link = linkOf(target)
      if (!link && target?.closest('summary')) return
      event.preventDefault()
      if (link) {
        follow(link)
        return
      }
      if (!window.getSelection()?.isCollapsed) return
      const block = target?.closest('[data-from]')
      if (block)
        listeners.onClick(placeIn(block, offsetAtPoint(document, block, event.clientX, event.clientY)))
      const part = block || !target ? null : headPartOf(target)
      if (part) listeners.onHead(part)
    },
    options,
  )
  document.addEventListener(
    'contextmenu',
    (event) => {
      event.preventDefault()
      const target = elementOf(event.target)
      if (!target) return
      const { clientX: x, clientY: y } = event
      const block = target.closest('[data-from]')
      listeners.onMenu(target, { x, y }, block && placeIn(block, offsetAtPoint(document, block, x, y)))
    },
    options,
  )
  document.addEventListener(
    'pointerup',
    () => {
      const range = selectedRange(window)
      const start = range && placeAt(range.startContainer, range.startOffset)
      const end = range && placeAt(range.endContainer, range.endOffset)
      if (start && end) listeners.onSelect(start, end)
    },
    options,
  )
  for (const type of ['auxclick', 'dragstart', 'drop', 'dragover', 'submit'] as const) {
    document.addEventListener(type, (event) => event.preventDefault(), options)
  }
  for (const type of ['drop', 'dragover'] as const) {
    // What is dropped here is dropped on the window, which knows what to do with it.
    const hand = ({ dataTransfer }: DragEvent): void => {
      window.frameElement?.dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }),
      )
    }
    document.addEventListener(type, hand, options)
  }
  document.addEventListener(
    'keydown',
    (event) => {
      listeners.onInput()
      const link = event.key === 'Enter' ? linkOf(event.target) : null
      if (!link) return
      event.preventDefault()
      follow(link)
    },
    options,
  )
  for (const type of ['wheel', 'touchmove', 'pointerdown'] as const) {
    document.addEventListener(type, () => listeners.onInput(), { ...options, passive: true })
  }
  const isHeld = watchButton(document, options)
  const scrolling = { signal: ended.signal, passive: true }
  window.addEventListener('scroll', () => listeners.onScroll(isHeld()), scrolling)
  window.addEventListener('resize', () => listeners.onResize(), { signal: ended.signal })
  watchLinks(document, (address) => listeners.onLinkAt(address), ended.signal)
  return () => ended.abort()
}

/**
 * Tells whether a button of the pointer was pressed here and has not been released since; one that brings a menu up may
 * be released elsewhere.
 */
function watchButton(document: Document, options: AddEventListenerOptions): () => boolean {
  let held = false
  for (const type of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const) {
    document.addEventListener(type, ({ buttons }) => (held = buttons !== 0), { ...options, passive: true })
  }
  document.addEventListener('contextmenu', () => (held = false), options)
  return () => held
}

function selectedRange(window: Window): Range | null {
  const selection = window.getSelection()
  return selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
}

function placeAt(node: Node, offset: number): BlockPlace | null {
  const block = elementOf(node)?.closest('[data-from]')
  return block ? placeIn(block, offsetAtNode(block, node, offset)) : null
}

function placeIn(block: Element, place: PlaceInText): BlockPlace {
  return { from: Number(block.getAttribute('data-from')), to: Number(block.getAttribute('data-to')), place }
}

/**
 * Scrolls to an in-page anchor, by id or name, as written or percent-encoded; an empty one is the top. `bring` is asked
 * to show what has the id, or to find it where it is not shown yet. False when nothing has it.
 */
function scrollToId(document: Document, anchor: string, bring: FrameListeners['onAnchor']): boolean {
  if (anchor === '' || anchor === 'top') {
    document.documentElement.scrollIntoView()
    return true
  }
  let name = anchor
  try {
    name = decodeURIComponent(anchor)
  } catch {
    // Not percent-encoded: as written.
  }
  if (!elementNamed(document, name)) bring(name, null)
  const found = elementNamed(document, name)
  if (!found) return false
  bring(name, found)
  found.scrollIntoView()
  return true
}

function elementNamed(document: Document, name: string): Element | null {
  for (const id of [ID_PREFIX + name, ID_PREFIX + name.toLowerCase(), name]) {
    const found = document.getElementById(id) ?? document.getElementsByName(id)[0]
    if (found) return found
  }
  return null
}
