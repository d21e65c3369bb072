import type { ChangeSet } from '@codemirror/state'
import { isShown, type Block } from '../../core/markdown/block.ts'
import { BlockIndex } from '../../core/markdown/block-index.ts'
import { htmlScanner } from '../../core/markdown/html-scanner.ts'
import { isWellNested } from '../../core/markdown/html-tags.ts'
import type { MarkdownExtension } from '../../core/markdown/extensions.ts'
import { isHeavyHtml } from '../../core/markdown/limits.ts'
import { scannerWith, type RenderEnvironment } from '../../core/markdown/marked-setup.ts'
import type { Rendered } from '../../core/markdown/render-markdown.ts'
import { markdownScanner } from '../../core/markdown/markdown-scanner.ts'
import { BlockDom } from './block-dom.ts'
import { changesInBody } from './body-changes.ts'
import { FAR_LIMITS, FarBlocks, type FarLimits } from './far-blocks.ts'
import { countAnew } from './far-images.ts'
import { LaterBlocks } from './later-blocks.ts'
import { renderAtOnce, type RenderedFirst } from './render-at-once.ts'
import { renderContainer, renderSource } from './render-source.ts'
import type { PreviewSource } from './preview-api.ts'
import type { BlockStart, ViewCounters, ViewHost } from './view-host.ts'

interface RenderedBlock extends BlockStart {
  readonly html: string
}

const BATCH_BLOCKS = 24
const BATCH_LENGTH = 12_000
/** An edit that makes more blocks new is like an opening: they are rendered as they come near the view. */
const MOST_EDITED_BLOCKS = 40
/** So many blocks are shown with their colours, formulas and diagrams at once: what is edited, and the first page. */
const MOST_EDITED = 3
const FIRST_PAGE = 40
/** Images, and what stands in the place of one that is not shown. */
const IMAGES = 'img, .galley-image'

/** One article's body in the preview: its block index and the elements that follow it. */
export class ArticleView {
  source: PreviewSource
  readonly index: BlockIndex
  readonly dom: BlockDom
  /** True: something came or went since offsets, heading ids and footnotes were last brought up to date. */
  unsettled = true
  /** Blocks shown as plain text, in part or whole. */
  private readonly plain = new Set<Block>()
  readonly later = new LaterBlocks((block) => this.dom.view(block))
  private rendered = 0
  private readonly host: ViewHost
  private readonly extensions: readonly MarkdownExtension[]
  private readonly pending = new Set<Block>()
  /** Between which block indices the pending ones stand. */
  private first = 0
  private last = 0
  private restructure = false
  /** The blocks that wait to come near the view; null in an article that is rendered whole wherever it is. */
  readonly far: FarBlocks | null
  /** True once the whole text has been scanned: what comes after that is edited. */
  private opened = false
  private readonly limits: FarLimits
  private readonly arrived: HTMLElement[] = []

  constructor(
    host: ViewHost,
    source: PreviewSource,
    extensions: readonly MarkdownExtension[],
    limits: FarLimits = FAR_LIMITS,
  ) {
    this.extensions = extensions
    this.host = host
    this.source = source
    this.limits = limits
    this.dom = new BlockDom(
      host.document,
      (block) => this.makeContainer(block),
      host.watch ? (chunk) => this.far?.watch(chunk) : null,
    )
    this.far = host.watch
      ? new FarBlocks(
          this.dom,
          host.watch,
          (chunks) => this.pend(chunks.flatMap((chunk) => this.dom.blocksIn(chunk))),
          (block) => !this.isLong || this.pending.has(block),
          limits.parked,
        )
      : null
    this.index = new BlockIndex(
      {
        length: () => this.source.body.to - this.source.body.from,
        slice: (from, to) => this.slice(from, to),
        onSplice: (at, removed, added) => this.splice(at, removed, added),
        onRefresh: (blocks) => this.refresh(blocks),
      },
      source.format === 'html' ? htmlScanner() : scannerWith(markdownScanner(), extensions),
    )
  }

  get counters(): ViewCounters {
    return { lexed: this.index.counters.lexed, rendered: this.rendered }
  }

  /** True when some block is shown as plain text because parsing it would take too long. */
  get incomplete(): boolean {
    return this.plain.size > 0
  }

  /** Renders what may take long beside the page, then calls `shown`; to be called when the writer pauses. */
  renderAside(shown: () => void): void {
    this.later.start((block) => this.renderSlowly(block), shown)
  }

  private async renderSlowly(block: Block): Promise<void> {
    const { aside, makeSlowly } = this.host
    const from = this.offsetOf(block)
    if (from === null) return
    const text = this.slice(from, from + block.length)
    const place = (): number | null => {
      const at = this.offsetOf(block)
      return at === null || block.stale || this.slice(at, at + block.length) !== text ? null : at
    }
    const html =
      this.source.format === 'markdown' && aside
        ? await aside(text, this.environment())
        : this.render(block, from).html
    const at = place()
    if (at === null) return
    if (html === null) this.plain.add(block)
    else if (!makeSlowly || !isHeavyHtml(html))
      this.insert([{ index: this.index.blocks.indexOf(block), from: at, html }])
    else {
      const element = await makeSlowly(html, this.source, () => place() !== null)
      const now = place()
      if (element && now !== null) this.put(block, this.index.blocks.indexOf(block), now, element)
    }
  }

  private offsetOf(block: Block): number | null {
    const at = this.index.blocks.indexOf(block)
    return at < 0 ? null : this.index.offsetOf(at)
  }

  /** True when there is nothing left to scan or render. */
  get done(): boolean {
    return this.index.dirty === null && this.pending.size === 0 && !this.restructure
  }

  /** True when the whole text is scanned, and what the window shows is rendered, with what is near it. */
  get complete(): boolean {
    return this.done && (this.far?.known ?? true)
  }

  /** Elements of waiting blocks that have been rendered since this was last asked. */
  takeArrived(): readonly HTMLElement[] {
    return this.arrived.splice(0)
  }

  /** Renders at once all blocks of the chunk an element stands in; false when there is nothing to do. */
  showAround(element: Element): boolean {
    const chunk = element.closest('.galley-chunk')
    const { far } = this
    if (!chunk || !far || far.size + this.pending.size === 0) return false
    const wanted = new Set(this.dom.blocksIn(chunk).filter((it) => this.pending.has(it) || far.has(it)))
    const places: BlockStart[] = []
    let from = 0
    for (const [index, block] of this.index.blocks.entries()) {
      if (wanted.size === 0) break
      if (wanted.delete(block)) places.push({ index, from })
      from += block.length
    }
    this.showBlocks(places)
    far.weigh()
    return places.length > 0
  }

  /** Renders waiting blocks at once. */
  showBlocks(places: readonly BlockStart[]): void {
    this.insert(places.map(({ index, from }) => this.rendering(index, from)).filter((it) => it !== null))
  }

  /** Waiting blocks of a chunk, or of an article that is not long any more, are rendered with the next work. */
  private pend(blocks: Iterable<Block>): void {
    for (const block of [...blocks]) if (this.far?.delete(block)) this.pending.add(block)
    this.first = 0
    this.last = this.index.blocks.length
  }

  private get isLong(): boolean {
    return this.source.body.to - this.source.body.from > this.limits.whole
  }

  /** Takes note of an edit; false when it cannot be followed and the article has to be shown anew. */
  change(changes: ChangeSet, source: PreviewSource): boolean {
    const edits = changesInBody(changes, this.source.body, source.body)
    this.source = source
    for (const edit of edits) this.index.edit(edit.from, edit.to, edit.inserted)
    this.unsettled = true
    // What a large edit brings is like an opening.
    this.opened &&= this.index.dirty === null || this.index.small
    const length = this.index.offsetOf(this.index.blocks.length)
    return length === source.body.to - source.body.from
  }

  /** Scans and renders until all is done or `until` (milliseconds, `performance.now`) is past. */
  work(until: number): void {
    do {
      if (this.index.dirty) this.index.step()
      if (this.restructure) {
        this.restructure = false
        this.dom.rebuild(this.index.blocks)
      }
      this.opened ||= this.index.dirty === null
      if (this.far && this.far.size > 0 && !this.isLong) this.pend(this.far)
      if (this.pending.size > 0) this.renderBatch()
    } while (!this.done && performance.now() < until)
    this.far?.weigh()
  }

  /** Renders again what shows images: what surrounds the article (images' leave, folder) is another. */
  renew(source: PreviewSource): void {
    this.source = source
    this.refresh(this.index.blocks.filter((block) => this.dom.view(block)?.querySelector(IMAGES)))
    this.unsettled = true
  }

  slice(from: number, to: number): string {
    const start = this.source.body.from
    return this.source.doc.sliceString(start + from, start + to)
  }

  private splice(at: number, removed: readonly Block[], added: readonly Block[]): void {
    const kept = new Set(added)
    const known = new Set(removed)
    const gone = removed.filter((block) => !kept.has(block))
    const fresh = added.filter((block) => !known.has(block))
    if ([...gone, ...fresh].some((block) => block.type === 'open' || block.type === 'close'))
      this.restructure = true
    const goneShown = gone.filter((block) => this.dom.view(block) !== undefined && isShown(block))
    const freshShown = fresh.filter(isShown)
    const [only] = goneShown
    const [next] = freshShown
    if (only && next && goneShown.length === 1 && freshShown.length === 1) this.dom.handOver(only, next)
    for (const block of gone) {
      this.pending.delete(block)
      this.far?.delete(block)
      this.plain.delete(block)
      this.later.delete(block)
      this.dom.remove(block)
    }
    const grown = added.length - removed.length
    if (this.pending.size === 0) {
      this.first = at
      this.last = at + added.length
    } else {
      this.first = Math.min(this.first, at)
      this.last = Math.max(this.last + grown, at + added.length)
    }
    if (this.far && this.isLong) this.hold(at, new Set(freshShown))
    else for (const block of freshShown) this.pending.add(block)
    this.unsettled = true
  }

  /** Keeps places for new blocks of a long article. Those near the view, the first and edited ones are rendered next. */
  private hold(at: number, fresh: ReadonlySet<Block>): void {
    const { blocks } = this.index
    const edited = this.opened && fresh.size <= MOST_EDITED_BLOCKS
    // While an article is being read its new blocks stand behind all others: behind those that were read once more, too.
    const first = this.opened ? at : blocks.findIndex((block, i) => i >= at && fresh.has(block))
    const last = !this.opened && fresh.size > 1 && this.dom.holdLast(blocks, first, fresh)
    let left = fresh.size
    for (let i = first; left > 0; i++) {
      const block = blocks[i]
      if (!block) break
      if (!fresh.has(block)) continue
      left--
      const view = this.dom.view(block)
      const known = view && !last
      const { parentElement: chunk } = view ?? this.dom.hold(blocks, i)
      if (known || edited || i < FIRST_PAGE || (chunk && this.far?.isNear(chunk))) this.pending.add(block)
      else this.far?.add(block)
    }
  }

  private refresh(blocks: readonly Block[]): void {
    countAnew(blocks)
    for (const block of blocks) if (isShown(block) && !this.far?.has(block)) this.pending.add(block)
    if (this.pending.size === 0) return
    this.first = 0
    this.last = this.index.blocks.length
  }

  /** Renders the first few pending blocks, sanitised together as far as they cannot touch one another. */
  private renderBatch(): void {
    const { blocks } = this.index
    const batch: RenderedBlock[] = []
    let from = this.index.offsetOf(this.first)
    let length = 0
    let i = this.first
    for (; i < this.last && i < blocks.length && batch.length < BATCH_BLOCKS && length < BATCH_LENGTH; i++) {
      const block = blocks[i]
      if (!block || this.pending.size === 0) break
      if (this.pending.has(block)) {
        const item = this.rendering(i, from)
        if (item) batch.push(item)
        length += item?.html.length ?? 0
      }
      from += block.length
    }
    this.first = i
    if (i >= this.last || i >= blocks.length) this.pending.clear()
    this.insert(batch)
  }

  /** A block's HTML to be inserted; null when it is to be rendered aside, and its last good view stays meanwhile. */
  private rendering(index: number, from: number): RenderedBlock | null {
    const block = this.index.blocks[index]
    if (!block) return null
    this.pending.delete(block)
    this.far?.delete(block)
    const { html, complete, later } = this.renderFirst(block, from)
    this.plain.delete(block)
    if (later) this.later.add(block)
    else if (!complete) this.plain.add(block)
    this.later.mark(block)
    if (later && this.dom.view(block)?.firstChild) return null
    this.rendered++
    return { index, from, html }
  }

  private insert(batch: readonly RenderedBlock[]): void {
    const together = batch.filter((item) => isWellNested(item.html))
    const made = new Map<number, HTMLElement>()
    const prompt = batch.length <= MOST_EDITED || this.rendered <= FIRST_PAGE
    const elements =
      together.length > 0
        ? this.host.make(
            together.map((item) => item.html),
            this.source,
            prompt,
          )
        : []
    for (const [i, element] of elements.entries()) {
      const item = together[i]
      if (item) made.set(item.index, element)
    }
    for (const { index, from, html } of batch) {
      const block = this.index.blocks[index]
      const element = made.get(index) ?? this.host.make([html], this.source, prompt)[0]
      if (block && element) this.put(block, index, from, element)
    }
  }

  private put(block: Block, index: number, from: number, element: HTMLElement): void {
    const place = this.dom.view(block)
    if (place && !place.hasAttribute('data-from')) this.arrived.push(place)
    this.far?.delete(block)
    this.stamp(this.dom.set(this.index.blocks, index, element), from, block)
    this.later.mark(block)
  }

  private renderFirst(block: Block, from: number): RenderedFirst {
    const can = { aside: this.host.aside !== undefined, slowly: this.host.makeSlowly !== undefined }
    const text = this.slice(from, from + block.length)
    return renderAtOnce(block, text, this.source.format, this.environment(), can)
  }

  private render(block: Block, from: number): Rendered {
    return renderSource(block, this.slice(from, from + block.length), this.source.format, this.environment())
  }

  /** What rendering any of its text depends on besides that text. */
  environment(): RenderEnvironment {
    const { definitions, footnotes } = this.index.labels
    return { definitions, footnotes, extensions: this.extensions }
  }

  private makeContainer(block: Block): HTMLElement {
    const at = this.index.offsetOf(this.index.blocks.indexOf(block))
    const [made] = this.host.make([renderContainer(this.slice(at, at + block.length))], this.source, true)
    const container = made?.firstElementChild ?? this.host.document.createElement('div')
    container.replaceChildren()
    return container as HTMLElement
  }

  /** Writes a block's place into its element; true when it was another. */
  stamp(element: HTMLElement, from: number, block: Block): boolean {
    const start = String(this.source.body.from + from)
    const end = String(this.source.body.from + from + block.length)
    if (element.getAttribute('data-from') === start && element.getAttribute('data-to') === end) return false
    element.setAttribute('data-from', start)
    element.setAttribute('data-to', end)
    return true
  }
}
