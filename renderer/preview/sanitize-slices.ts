/** How a piece of a parsed document is made harmless. */
export interface Cleaning {
  /** A harmless copy of a holder with what it holds. Keeps the attribute `key`. */
  readonly clean: (holder: Element) => DocumentFragment
  /** An attribute that what is cleaned cannot know the value of. */
  readonly key: string
  /** Called with each harmless piece before it joins the others. */
  readonly finish: (piece: Element) => void
}

/** A `div` to be cleaned, and the element in it, of the namespace its nodes belong to, that they stand in. */
interface Holder {
  readonly outer: Element
  readonly inner: Element
}

/** Elements and attributes that are cleaned in one go. */
const GROUP = 400
/** An element's style costs about as much as so many attributes. */
const STYLE = 8
const HTML = 'http://www.w3.org/1999/xhtml'
const SVG = 'http://www.w3.org/2000/svg'
const SHOW_ELEMENT = 1

/**
 * Cleans a long HTML text a group of nodes at a time, each call of `next` one group; returns a `div` with all of it.
 * What is parsed once is never written out and parsed again: groups are cut between nodes, not between characters.
 */
export function* cleanInSlices(
  html: string,
  view: Window & typeof globalThis,
  { clean, key, finish }: Cleaning,
): Generator<undefined, HTMLElement> {
  const parsed = new view.DOMParser().parseFromString(html, 'text/html')
  const root = view.document.createElement('div')
  const secret = crypto.randomUUID()
  yield
  yield* cleanChildren(parsed.body, root, HTML)
  return root

  function* cleanChildren(from: Element, into: Element, namespace: string): Generator<undefined> {
    let holder = newHolder(namespace)
    let weight = 0
    for (const node of takeChildren(from)) {
      const more = weigh(node, view)
      if (weight > 0 && weight + more > GROUP) {
        move(cleaned(holder), into)
        holder = newHolder(namespace)
        weight = 0
        yield
      }
      if (more > GROUP && node instanceof view.Element) {
        move(cleaned(holder), into)
        holder = newHolder(namespace)
        yield* cleanLarge(node, into, namespace)
      } else {
        holder.inner.append(node)
        weight += more
      }
    }
    move(cleaned(holder), into)
    yield
  }

  /** An element of many: first itself with a word inside that tells what becomes of its content, then that. */
  function* cleanLarge(element: Element, into: Element, namespace: string): Generator<undefined> {
    // A form is never shown, what it holds is.
    if (element instanceof view.HTMLFormElement) {
      yield* cleanChildren(element, into, HTML)
      return
    }
    const holder = newHolder(namespace)
    const shell = element.cloneNode(false) as Element
    shell.setAttribute(key, secret)
    shell.append(secret)
    holder.inner.append(shell)
    const inner = cleaned(holder)
    const kept = inner?.querySelector(`[${key}="${secret}"]`) ?? null
    const unwrapped = inner?.lastChild?.nodeType === 3 && inner.lastChild.textContent === secret
    if (unwrapped) inner.lastChild.remove()
    kept?.removeAttribute(key)
    kept?.replaceChildren()
    move(inner, into)
    if (kept) yield* cleanChildren(element, kept, element.namespaceURI ?? HTML)
    else if (unwrapped) yield* cleanChildren(element, into, element.namespaceURI ?? HTML)
  }

  /** Its children, taken away; not by its own properties, since what stands in a form can be named like them. */
  function takeChildren(element: Element): readonly ChildNode[] {
    const range = parsed.createRange()
    range.selectNodeContents(element)
    return [...range.extractContents().childNodes]
  }

  function newHolder(namespace: string): Holder {
    const outer = parsed.createElement('div')
    if (namespace === HTML) return { outer, inner: outer }
    const inner = parsed.createElementNS(namespace, namespace === SVG ? 'svg' : 'math')
    outer.append(inner)
    return { outer, inner }
  }

  function cleaned({ outer, inner }: Holder): Element | null {
    if (!inner.firstChild) return null
    const copy = clean(outer).firstElementChild
    if (!copy) return null
    finish(copy)
    return inner === outer ? copy : copy.firstElementChild
  }
}

function move(from: Element | null, into: Element): void {
  while (from?.firstChild) into.append(from.firstChild)
}

/** What a node costs to clean; counting ends where that is more than one group. */
function weigh(node: Node, view: Window & typeof globalThis): number {
  let weight = 0
  const walker = node.ownerDocument?.createTreeWalker(node, SHOW_ELEMENT)
  const first = node instanceof view.Element ? node : (walker?.nextNode() ?? null)
  for (let at: Node | null = first; at && weight <= GROUP; at = walker?.nextNode() ?? null) {
    weight++
    if (!(at instanceof view.Element) || at instanceof view.HTMLFormElement) continue
    weight += at.attributes.length + (at.hasAttribute('style') ? STYLE : 0)
  }
  return weight
}
