import type { Block } from '../../core/markdown/block.ts'

/** On the element of a block that shows something simpler until it has been rendered. */
export const LATER = 'data-later'

/** Blocks to be rendered beside the page; their last good view stands meanwhile, or their text. */
export class LaterBlocks {
  private readonly waiting = new Set<Block>()
  private readonly running = new Map<Block, Promise<void>>()
  private readonly view: (block: Block) => Element | undefined

  constructor(view: (block: Block) => Element | undefined) {
    this.view = view
  }

  /** True when all that was added has been rendered. */
  get isEmpty(): boolean {
    return this.waiting.size + this.running.size === 0
  }

  add(block: Block): void {
    this.waiting.add(block)
  }

  delete(block: Block): void {
    this.waiting.delete(block)
    this.running.delete(block)
  }

  /** Says on the block's element whether it is to become another one. */
  mark(block: Block): void {
    this.view(block)?.toggleAttribute(LATER, this.waiting.has(block) || this.running.has(block))
  }

  /** Renders what waits by `render`, and calls `shown` after each. */
  start(render: (block: Block) => Promise<void>, shown: () => void): void {
    for (const block of this.waiting) {
      const run = render(block).finally(() => {
        if (this.running.get(block) === run) this.running.delete(block)
        this.mark(block)
      })
      this.running.set(block, run)
      void run.then(shown)
    }
    this.waiting.clear()
  }
}
