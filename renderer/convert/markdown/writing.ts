/** What every rule of writing Markdown is made with. */
export interface MarkdownWriting {
  /** What Markdown cannot say stays HTML, and nothing is moved. */
  readonly exact: boolean
  /** Footnote labels the article has already. */
  readonly takenFootnotes: ReadonlySet<string>
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol output p pre search section summary table tbody td ' +
    'tfoot th thead tr ul'
  ).split(' '),
)

/** Whether an element stands on lines of its own, as browsers show it. */
export function isBlockElement(node: Element): boolean
export function isBlockElement(node: Node): node is Element
export function isBlockElement(node: Node): boolean {
  return node.nodeType === 1 && BLOCKS.has((node as Element).localName)
}

/** Whether a node is an element, of one of these names when they are given. */
export function isElement(node: Element, ...names: readonly string[]): boolean
export function isElement(node: Node | null, ...names: readonly string[]): node is Element
export function isElement(node: Node | null, ...names: readonly string[]): boolean {
  if (node?.nodeType !== 1) return false
  return names.length === 0 || names.includes((node as Element).localName)
}

/** Puts an element's content in its place. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes)
}

/** Gives an element another name; its content stays, and of its attributes the `kept` ones. */
export function rename(element: Element, name: string, kept: readonly string[] = []): Element {
  const renamed = element.ownerDocument.createElement(name)
  for (const one of kept) {
    const value = element.getAttribute(one)
    if (value !== null) renamed.setAttribute(one, value)
  }
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
  return renamed
}
