import type { Block } from '../../core/markdown/block.ts'
import type { BlockDom } from './block-dom.ts'

/** Whether a chunk of blocks is near what the window shows. */
export interface ChunkReport {
  readonly chunk: HTMLElement
  readonly near: boolean
  /** CSS pixels; 0 when it is not laid out. */
  readonly height: number
}

/** Calls `told` with what becomes of the chunks that are given to the function it returns, from the first frame on. */
export type WatchChunks = (told: (reports: readonly ChunkReport[]) => void) => (chunk: HTMLElement) => void

/** When blocks wait to be rendered. */
export interface FarLimits {
  /** Bodies up to this length (UTF-16 units) are rendered whole. */
  readonly whole: number
  /** So many chunks stay rendered after they have been near the view. */
  readonly parked: number
}

/** Articles of usual length are rendered whole; of longer ones about a megabyte may be on the page. */
export const FAR_LIMITS: FarLimits = { whole: 160_000, parked: 100 }

/** What a block takes on the page, in CSS pixels and by UTF-16 unit; corrected by what the rendered ones take. */
const BLOCK_HEIGHT = 40
const UNIT_HEIGHT = 0.4
/** How much an older chunk's height counts beside the next one's. */
const FADING = 0.9
/** A change of the scale by less than this is not worth moving what is out of sight. */
const NOTED = 0.1
const WAITING = 'data-waiting'

/**
 * The blocks of a long article that wait to be rendered until they come near the view. Their places are kept by empty
 * elements; a chunk with such is as high as its blocks are likely to be.
 */
export class FarBlocks {
  private readonly waiting = new Set<Block>()
  private readonly near = new WeakSet<Element>()
  private readonly unseen = new Set<Element>()
  private readonly parked = new Set<HTMLElement>()
  private readonly heights = { real: 0, expected: 0, scale: 1 }
  private readonly dom: BlockDom
  private readonly observe: (chunk: HTMLElement) => void
  /** Chunks with waiting blocks came near. */
  private readonly approached: (chunks: readonly HTMLElement[]) => void
  /** True for blocks that stay rendered however far they are. */
  private readonly stays: (block: Block) => boolean
  private readonly mostParked: number

  constructor(
    dom: BlockDom,
    watch: WatchChunks,
    approached: (chunks: readonly HTMLElement[]) => void,
    stays: (block: Block) => boolean,
    mostParked: number,
  ) {
    this.dom = dom
    this.approached = approached
    this.stays = stays
    this.mostParked = mostParked
    this.observe = watch((reports) => this.told(reports))
  }

  get size(): number {
    return this.waiting.size
  }

  /** True when it is known of every chunk whether it is near. */
  get known(): boolean {
    return [...this.unseen].every((chunk) => !chunk.isConnected)
  }

  [Symbol.iterator](): IterableIterator<Block> {
    return this.waiting.values()
  }

  has(block: Block): boolean {
    return this.waiting.has(block)
  }

  add(block: Block): void {
    this.waiting.add(block)
  }

  delete(block: Block): boolean {
    return this.waiting.delete(block)
  }

  isNear(chunk: Element): boolean {
    return this.near.has(chunk)
  }

  watch(chunk: HTMLElement): void {
    this.unseen.add(chunk)
    this.observe(chunk)
  }

  /** Gives the chunks that have changed the height their blocks are likely to have, as long as some of them wait. */
  weigh(): void {
    for (const chunk of this.dom.touched) {
      const blocks = this.dom.blocksIn(chunk)
      const waits = blocks.some((block) => this.waiting.has(block))
      if (waits) {
        const height = `calc(${expectedHeight(blocks).toFixed(0)} * var(--chunk-scale, 1px))`
        chunk.style.minHeight = height
        chunk.style.containIntrinsicSize = `auto ${height}`
      } else if (chunk.hasAttribute(WAITING)) chunk.style.minHeight = ''
      chunk.toggleAttribute(WAITING, waits)
    }
    this.dom.touched.clear()
  }

  private told(reports: readonly ChunkReport[]): void {
    const came: HTMLElement[] = []
    for (const { chunk, near, height } of reports) {
      this.unseen.delete(chunk)
      this.parked.delete(chunk)
      if (near) {
        this.near.add(chunk)
        if (chunk.hasAttribute(WAITING)) came.push(chunk)
        else if (height > 0 && this.waiting.size > 0) this.learn(chunk, height)
      } else {
        this.near.delete(chunk)
        if (!chunk.hasAttribute(WAITING)) this.parked.add(chunk)
      }
    }
    for (const chunk of this.parked) {
      if (this.parked.size <= this.mostParked) break
      this.parked.delete(chunk)
      if (chunk.isConnected) this.empty(chunk)
    }
    if (came.length > 0) this.approached(came)
  }

  /** Takes away what a chunk shows that has been far for long; headings stay, which links go to. */
  private empty(chunk: HTMLElement): void {
    if (chunk.querySelector('details[open], [data-caret]')) return
    const selected = chunk.ownerDocument.getSelection()?.anchorNode
    if (selected && chunk.contains(selected)) return
    for (const block of this.dom.blocksIn(chunk)) {
      const element = this.dom.view(block)
      const heading = /^h[1-6]$/.test(element?.firstElementChild?.localName ?? '')
      if (!element || heading || this.stays(block)) continue
      element.replaceChildren()
      element.removeAttribute('data-from')
      element.removeAttribute('data-to')
      this.waiting.add(block)
    }
    this.dom.touched.add(chunk)
    this.weigh()
  }

  private learn(chunk: HTMLElement, height: number): void {
    const { heights } = this
    heights.real = heights.real * FADING + height
    heights.expected = heights.expected * FADING + expectedHeight(this.dom.blocksIn(chunk))
    const scale = heights.real / heights.expected
    if (Math.abs(scale / heights.scale - 1) < NOTED) return
    heights.scale = scale
    this.dom.root.style.setProperty('--chunk-scale', `${scale.toFixed(3)}px`)
  }
}

function expectedHeight(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + BLOCK_HEIGHT + block.length * UNIT_HEIGHT, 0)
}
