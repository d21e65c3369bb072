/** A link with an address, followed or refused; without one it is a mere anchor. */
const LINK = 'a:is([*|href], [data-refused])'

/** The element an event fell on. The frame has classes of its own, so that `instanceof` of the page says nothing. */
export function elementOf(target: EventTarget | null): Element | null {
  const node = target as Node | null
  return node?.nodeType === 1 ? (node as Element) : (node?.parentElement ?? null)
}

/** The link an event fell on. */
export function linkOf(target: EventTarget | null): Element | null {
  return elementOf(target)?.closest(LINK) ?? null
}

/** A link's address as written, also of one that is refused. */
export function addressOf(link: Element): string | null {
  return link.getAttribute('href') ?? link.getAttribute('data-refused')
}

/** Tells the address of the link under the pointer, else of the one the keyboard has come to; null when there is none. */
export function watchLinks(
  document: Document,
  onLinkAt: (address: string | null) => void,
  signal: AbortSignal,
): void {
  let pointed: Element | null = null
  let focused: Element | null = null
  let told: string | null = null
  const tell = (): void => {
    const link = pointed ?? focused
    const address = link && addressOf(link)
    if (address === told) return
    told = address
    onLinkAt(address)
  }
  const on = <E extends 'mouseover' | 'mouseout' | 'focusin' | 'focusout'>(
    type: E,
    hear: (event: HTMLElementEventMap[E]) => void,
  ): void => {
    const listener = (event: HTMLElementEventMap[E]): void => {
      hear(event)
      tell()
    }
    document.documentElement.addEventListener(type, listener, { signal, capture: true, passive: true })
  }
  on('mouseover', ({ target }) => (pointed = linkOf(target)))
  on('mouseout', () => (pointed = null))
  on('focusin', ({ target }) => {
    const link = linkOf(target)
    focused = link?.matches(':focus-visible') === true ? link : null
  })
  on('focusout', () => (focused = null))
  signal.addEventListener('abort', () => {
    pointed = focused = null
    tell()
  })
}
