/** What stands in the place of an image that has no address yet, or whose address leads to nothing. */
export interface InItsPlace {
  readonly waiting: () => Element
  readonly missing: () => Element
}

/** Keeps addresses from being asked for while they are typed and unfinished, or with each key when they lead to nothing. */
export interface TypedAddresses {
  /** The writer has edited: an address that comes to the page now may be unfinished. */
  edited(): void
  /** An article comes to the front: what it holds is finished, and what was not there may be. */
  opened(): void
  /**
   * Gives an image its address: at once, or when the address has stood on the page for a second. What waits is in its
   * place until then, or the picture that was there before. One that failed is asked for again when it has been changed.
   */
  give(image: HTMLImageElement, address: string, place: InItsPlace): void
  /** Gives what still waits in these elements its address: they may not have been on the page when it was time. */
  giveAll(root: Element): void
}

/** Milliseconds an address has to stand unchanged. */
const PAUSE = 1000
/** On an image that waits: its address. */
const AWAITED = 'data-awaited'
/** Images, and what stands in the place of one that is not there. */
const PLACES = 'img, .galley-image'

/** By what stands in the place of an image meanwhile: that image; and the other way round. */
const successors = new WeakMap<Element, HTMLImageElement>()
const formers = new WeakMap<HTMLImageElement, Element>()
/** By what stands in the place of an image that failed: its address, among those of its page. */
const failures = new WeakMap<Element, { readonly address: string; readonly among: Set<string> }>()

/** What has been asked for once is so again without waiting. */
export function createTypedAddresses(): TypedAddresses {
  const known = new Set<string>()
  /** When an address that waits was first there. */
  const since = new Map<string, number>()
  const failed = new Set<string>()
  let edited = -Infinity

  const fail = (image: HTMLImageElement, address: string, { missing }: InItsPlace): void => {
    failed.add(address)
    const place = missing()
    failures.set(place, { address, among: failed })
    image.replaceWith(place)
  }
  const ask = (image: HTMLImageElement, address: string): void => {
    known.add(address)
    image.removeAttribute(AWAITED)
    const former = formerOf(image)
    if (former) follow(former, image)
    image.setAttribute('src', address)
  }

  return {
    edited() {
      edited = performance.now()
    },
    opened() {
      edited = -Infinity
      failed.clear()
    },
    give(image, address, inItsPlace) {
      if (failed.has(address)) {
        fail(image, address, inItsPlace)
        return
      }
      image.addEventListener('error', () => fail(image, address, inItsPlace), { once: true })
      const now = performance.now()
      if (known.has(address) || now - edited >= PAUSE) {
        ask(image, address)
        return
      }
      const first = since.get(address) ?? now
      since.set(address, first)
      image.setAttribute(AWAITED, address)
      const place = inItsPlace.waiting()
      image.replaceWith(place)
      standFor(place, image)
      window.setTimeout(
        () => {
          since.delete(address)
          if (formerOf(image)?.isConnected && image.hasAttribute(AWAITED)) ask(image, address)
        },
        first + PAUSE - now,
      )
    },
    giveAll(root) {
      for (const place of root.querySelectorAll(PLACES)) {
        const image = successors.get(place)
        const address = image?.getAttribute(AWAITED)
        if (image && address) ask(image, address)
      }
    },
  }
}

/** Lets the pictures that stand stay in the place of the images that wait for their address, or are on their way. */
export function keepFormer(standing: Element, fresh: Element): void {
  const before = standing.querySelectorAll(PLACES)
  const after = fresh.querySelectorAll(PLACES)
  const ahead = new Set([...before].filter((former) => successors.get(former)?.hasAttribute('src')))
  for (const former of before) successors.delete(former)
  forgetFailed(before, after)
  if (before.length !== after.length) return
  for (const [i, place] of after.entries()) {
    const former = before[i]
    const image = successors.get(place) ?? (former && ahead.has(former) ? pictureOf(place) : null)
    const address = former?.getAttribute('src') ?? null
    if (!image || !former || address === null || address === image.getAttribute('src')) continue
    place.replaceWith(former)
    standFor(former, image)
    if (image === place) follow(former, image)
  }
}

function pictureOf(place: Element): HTMLImageElement | null {
  return place.localName === 'img' && place.hasAttribute('src') ? (place as HTMLImageElement) : null
}

/** An address that failed and stands there no more has been changed: it may be asked for when it comes again. */
function forgetFailed(before: Iterable<Element>, after: Iterable<Element>): void {
  const still = new Set([...after].map((place) => failures.get(place)?.address))
  for (const place of before) {
    const failure = failures.get(place)
    if (failure && !still.has(failure.address)) failure.among.delete(failure.address)
  }
}

function standFor(place: Element, image: HTMLImageElement): void {
  successors.set(place, image)
  formers.set(image, place)
}

/** True for a picture that stays in the place of another one. */
export function isFormer(image: Element): boolean {
  return successors.has(image)
}

function formerOf(image: HTMLImageElement): Element | null {
  const former = formers.get(image)
  return former && successors.get(former) === image ? former : null
}

/** Puts an image in the place of the former one when it can be shown, or is known to be missing. */
function follow(former: Element, image: HTMLImageElement): void {
  const loading = image.getAttribute('loading') ?? 'eager'
  // Out of the page a lazy image would not be loaded.
  image.setAttribute('loading', 'eager')
  const shown = (): void => {
    image.setAttribute('loading', loading)
    if (formerOf(image) !== former) return
    former.replaceWith(image)
    successors.delete(former)
  }
  // Before the listeners that answer a missing image: they look for it on the page.
  for (const type of ['load', 'error'] as const)
    image.addEventListener(type, shown, { capture: true, once: true })
}
