import { isShown, type Block, type BlockType } from '../../core/markdown/block.ts'
import { keepPictures } from './enrich/diagrams.ts'
import { isPlain, patchChildren } from './patch-children.ts'
import { isFormer, keepFormer } from './typed-addresses.ts'

const CHUNK = 40
/** Blocks without a place on the page, which end no container either. */
const SILENT: ReadonlySet<BlockType> = new Set(['space', 'definition', 'footnote'])
/** Containers nested more deeply are left out: their content stands in the last one that is shown. */
const MOST_NESTED = 200

/**
 * The blocks of an article as elements: root > chunks > one element per shown block, with HTML containers
 * (`open` … `close`) in between where the body has them. `content-visibility` sits on the chunks.
 */
export class BlockDom {
  readonly root: HTMLElement
  private readonly views = new Map<Block, HTMLElement>()
  /** After which container the blocks behind a closing tag stand. */
  private readonly closed = new Map<Block, HTMLElement>()
  private readonly owners = new Map<Element, Block>()
  /** Chunks that something came to or went from since this was last emptied. */
  readonly touched = new Set<HTMLElement>()
  private readonly makeContainer: (block: Block) => HTMLElement
  /** What every block's element is a copy of at first. */
  private readonly empty: HTMLElement
  private readonly onChunk: ((chunk: HTMLElement) => void) | null

  /** `onChunk` is told of every chunk as it is made; with null it is not noted either which are `touched`. */
  constructor(
    document: Document,
    makeContainer: (block: Block) => HTMLElement,
    onChunk: ((chunk: HTMLElement) => void) | null,
  ) {
    this.root = document.createElement('div')
    this.root.className = 'galley-body'
    this.empty = asBlock(document.createElement('div'))
    this.makeContainer = makeContainer
    this.onChunk = onChunk
  }

  view(block: Block): HTMLElement | undefined {
    return this.views.get(block)
  }

  /** The blocks whose elements stand in a chunk, in order. */
  blocksIn(chunk: Element): readonly Block[] {
    return [...chunk.children].flatMap((element) => this.owners.get(element) ?? [])
  }

  /** Keeps a block's place by an empty element. */
  hold(blocks: readonly Block[], index: number): HTMLElement {
    return this.set(blocks, index, this.empty.cloneNode() as HTMLElement)
  }

  /**
   * Keeps the places of new blocks (in their order, from index `at` on) behind everything there is; false, and nothing
   * done, when they belong elsewhere.
   */
  holdLast(blocks: readonly Block[], at: number, fresh: Iterable<Block>): boolean {
    const before = blocks.findLast((block, i) => i < at && !SILENT.has(block.type))
    const last = before && this.views.get(before)
    let chunk = last?.parentElement
    if (!chunk || chunk !== this.root.lastElementChild || last !== chunk.lastElementChild) return false
    this.touch(chunk)
    const chunks: HTMLElement[] = []
    let room = CHUNK - chunk.childElementCount
    for (const block of fresh) {
      if (room-- <= 0) {
        chunk = this.newChunk()
        chunks.push(chunk)
        room = CHUNK - 1
      }
      const element = this.empty.cloneNode() as HTMLElement
      chunk.append(element)
      this.views.set(block, element)
      this.owners.set(element, block)
    }
    this.root.append(...chunks)
    return true
  }

  /** Puts a block's element in its place, or its new content into the element that stands there already. */
  set(blocks: readonly Block[], index: number, fresh: HTMLElement): HTMLElement {
    const block = blocks[index]
    if (!block) return fresh
    const standing = this.views.get(block)
    if (standing) {
      patchInto(standing, fresh)
      this.touch(standing.parentElement)
      return standing
    }
    this.place(blocks, index, asBlock(fresh))
    this.views.set(block, fresh)
    this.owners.set(fresh, block)
    this.touch(fresh.parentElement)
    return fresh
  }

  /** Lets a new block take over the element of one that is gone, until it is rendered itself. */
  handOver(gone: Block, fresh: Block): void {
    const element = this.views.get(gone)
    if (!element) return
    this.views.delete(gone)
    this.views.set(fresh, element)
    this.owners.set(element, fresh)
  }

  remove(block: Block): void {
    const element = this.views.get(block)
    this.views.delete(block)
    this.closed.delete(block)
    const chunk = element?.parentElement
    if (element) this.owners.delete(element)
    element?.remove()
    // A container may be all that its parent holds, which stays: the body itself, or one that is built anew.
    if (block.type !== 'open' && chunk && !chunk.firstChild) chunk.remove()
    else this.touch(chunk)
  }

  /** Builds containers and chunks anew around the elements there are: after a container's tag came or went. */
  rebuild(blocks: readonly Block[]): void {
    this.root.replaceChildren()
    this.closed.clear()
    const open: HTMLElement[] = []
    let parent = this.root
    let chunk: HTMLElement | null = null
    for (const block of blocks) {
      if (block.type === 'open' && open.length >= MOST_NESTED) {
        open.push(parent)
      } else if (block.type === 'open') {
        const container = this.views.get(block) ?? this.makeContainer(block)
        container.replaceChildren()
        parent.append(container)
        open.push(parent)
        parent = container
        this.views.set(block, container)
        chunk = null
      } else if (block.type === 'close') {
        const outer = open.pop()
        if (!outer || outer === parent) continue
        this.closed.set(block, parent)
        parent = outer
        chunk = null
      } else {
        const element = this.views.get(block)
        if (!element) continue
        if (!chunk || chunk.childElementCount >= CHUNK) {
          chunk = this.newChunk()
          parent.append(chunk)
        }
        chunk.append(element)
      }
    }
  }

  private touch(chunk: HTMLElement | null | undefined): void {
    if (chunk && this.onChunk) this.touched.add(chunk)
  }

  private place(blocks: readonly Block[], index: number, element: HTMLElement): void {
    for (let i = index - 1; i >= 0; i--) {
      const block = blocks[i]
      if (!block) continue
      const view = this.views.get(block)
      if (block.type === 'open') {
        if (view) this.insertFirst(view, element)
        if (view) return
      } else if (block.type === 'close') {
        const container = this.closed.get(block)
        if (container) this.insertAfter(container, element)
        if (container) return
      } else if (view && isShown(block)) {
        this.insertBeside(view, element)
        return
      }
    }
    this.insertFirst(this.root, element)
  }

  private insertBeside(view: HTMLElement, element: HTMLElement): void {
    const chunk = view.parentElement
    if (!chunk) return
    if (view === chunk.lastElementChild && chunk.childElementCount >= CHUNK) {
      this.insertAfter(chunk, element)
      return
    }
    view.after(element)
    if (chunk.childElementCount > 2 * CHUNK) this.split(chunk)
  }

  private insertFirst(parent: HTMLElement, element: HTMLElement): void {
    const first = parent.firstElementChild
    if (first?.className === 'galley-chunk' && first.childElementCount < 2 * CHUNK) first.prepend(element)
    else {
      const chunk = this.newChunk()
      chunk.append(element)
      parent.prepend(chunk)
    }
  }

  private insertAfter(sibling: HTMLElement, element: HTMLElement): void {
    const next = sibling.nextElementSibling
    if (next?.className === 'galley-chunk' && next.childElementCount < CHUNK) {
      next.prepend(element)
      return
    }
    const chunk = this.newChunk()
    chunk.append(element)
    sibling.after(chunk)
  }

  private newChunk(): HTMLElement {
    const chunk = this.root.ownerDocument.createElement('div')
    chunk.className = 'galley-chunk'
    this.touch(chunk)
    this.onChunk?.(chunk)
    return chunk
  }

  private split(chunk: HTMLElement): void {
    const next = this.newChunk()
    next.append(...[...chunk.children].slice(CHUNK))
    chunk.after(next)
    this.touch(chunk)
  }
}

function asBlock(element: HTMLElement): HTMLElement {
  if (element.className === 'galley-block') return element
  element.className = 'galley-block'
  element.setAttribute('dir', 'auto')
  return element
}

/** Changes an element's content to another's; a `<details>` the reader opened stays open, an image that is loaded stays. */
function patchInto(standing: HTMLElement, fresh: HTMLElement): void {
  if (isPlain(standing) && isPlain(fresh)) {
    patchChildren(standing, fresh)
    return
  }
  const before = standing.querySelectorAll('details')
  const after = fresh.querySelectorAll('details')
  if (before.length === after.length)
    for (const [i, details] of after.entries()) details.open = before[i]?.open ?? false
  keepFormer(standing, fresh)
  const images = new Map<string, HTMLImageElement[]>()
  for (const image of standing.querySelectorAll<HTMLImageElement>('img[src]')) {
    const same = images.get(image.outerHTML)
    if (same) same.push(image)
    else images.set(image.outerHTML, [image])
  }
  for (const image of fresh.querySelectorAll<HTMLImageElement>('img[src]')) {
    const old = isFormer(image) ? undefined : images.get(image.outerHTML)?.shift()
    if (old) image.replaceWith(old)
  }
  keepPictures(standing, fresh)
  standing.replaceChildren(...fresh.childNodes)
}
