import type { ChangeSet } from '@codemirror/state'
import { isShown, type Block } from '../../core/markdown/block.ts'
import { BlockIndex } from '../../core/markdown/block-index.ts'
import { htmlScanner } from '../../core/markdown/html-scanner.ts'
import { isWellNested } from '../../core/markdown/html-tags.ts'
import type { MarkdownExtension } from '../../core/markdown/extensions.ts'
import { isHeavyHtml, isHeavyMarkdown, MOST_SOURCE } from '../../core/markdown/limits.ts'
import { scannerWith, type RenderEnvironment } from '../../core/markdown/marked-setup.ts'
import { renderPlain, type Rendered } from '../../core/markdown/render-markdown.ts'
import { markdownScanner } from '../../core/markdown/markdown-scanner.ts'
import { BlockDom } from './block-dom.ts'
import { changesInBody } from './body-changes.ts'
import { renderContainer, renderSource } from './render-source.ts'
import type { PreviewSource } from './preview-api.ts'

/** What an article's view needs of the frame it is in. */
export interface ViewHost {
  readonly document: Document
  /** Sanitised elements for HTML texts, images resolved. `prompt`: code, formulas and the like are wanted at once. */
  make(html: readonly string[], source: PreviewSource, prompt: boolean): readonly HTMLElement[]
  /** Renders Markdown that may take long, beside the page; null when it takes too long. Absent: it stays plain. */
  readonly aside?: (text: string, env: RenderEnvironment) => Promise<string | null>
  /** The same as `make` for one long text, between other tasks; null when it is no longer `wanted`. */
  readonly makeSlowly?: (
    html: string,
    source: PreviewSource,
    wanted: () => boolean,
  ) => Promise<HTMLElement | null>
}

/** Work done, deterministic; for tests and benchmarks. */
export interface ViewCounters {
  readonly lexed: number
  readonly rendered: number
}

/** Longest source of a block with something unusual that is rendered beside the page, in UTF-16 units. */
const MOST_ASIDE = 200_000
/** Stands for a block until it is made. */
const WAITING = '<p class="galley-waiting">…</p>'
const BATCH_BLOCKS = 24
const BATCH_LENGTH = 12_000
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
  /** Blocks to be rendered beside the page; their last good view stands meanwhile, or their text. */
  private readonly costly = new Set<Block>()
  private rendered = 0
  private readonly host: ViewHost
  private readonly extensions: readonly MarkdownExtension[]
  private readonly pending = new Set<Block>()
  /** Between which block indices the pending ones stand. */
  private first = 0
  private last = 0
  private restructure = false

  constructor(host: ViewHost, source: PreviewSource, extensions: readonly MarkdownExtension[]) {
    this.extensions = extensions
    this.host = host
    this.source = source
    this.dom = new BlockDom(host.document, (block) => this.makeContainer(block))
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
    for (const block of this.costly) {
      const from = this.offsetOf(block)
      if (from !== null) void this.renderSlowly(block, from).then(shown)
    }
    this.costly.clear()
  }

  private async renderSlowly(block: Block, from: number): Promise<void> {
    const { aside, makeSlowly } = this.host
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
    const index = this.index.blocks.indexOf(block)
    if (html === null) this.plain.add(block)
    else if (!makeSlowly || !isHeavyHtml(html)) this.insert([{ index, from: at, html }])
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

  /** Takes note of an edit; false when it cannot be followed and the article has to be shown anew. */
  change(changes: ChangeSet, source: PreviewSource): boolean {
    const edits = changesInBody(changes, this.source.body, source.body)
    this.source = source
    for (const edit of edits) this.index.edit(edit.from, edit.to, edit.inserted)
    this.unsettled = true
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
      if (this.pending.size > 0) this.renderBatch()
    } while (!this.done && performance.now() < until)
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
      this.plain.delete(block)
      this.costly.delete(block)
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
    for (const block of freshShown) this.pending.add(block)
    this.unsettled = true
  }

  private refresh(blocks: readonly Block[]): void {
    for (const block of blocks) if (isShown(block)) this.pending.add(block)
    if (this.pending.size === 0) return
    this.first = 0
    this.last = this.index.blocks.length
  }

  /** Renders the first few pending blocks, sanitised together as far as they cannot touch one another. */
  private renderBatch(): void {
    const { blocks } = this.index
    const batch: { index: number; from: number; html: string }[] = []
    let from = this.index.offsetOf(this.first)
    let length = 0
    let i = this.first
    for (; i < this.last && i < blocks.length && batch.length < BATCH_BLOCKS && length < BATCH_LENGTH; i++) {
      const block = blocks[i]
      if (!block) break
      if (this.pending.delete(block)) {
        const { html, complete, later } = this.renderAtOnce(block, from)
        this.plain.delete(block)
        if (later) this.costly.add(block)
        else if (!complete) this.plain.add(block)
        if (!later || !this.dom.view(block)) batch.push({ index: i, from, html })
        length += html.length
      }
      from += block.length
    }
    this.first = i
    if (i >= this.last || i >= blocks.length) this.pending.clear()
    this.rendered += batch.length
    this.insert(batch)
  }

  private insert(batch: readonly { index: number; from: number; html: string }[]): void {
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
    this.stamp(this.dom.set(this.index.blocks, index, element), from, block)
  }

  /** What can be shown of a block within a few milliseconds, and whether there is more to be shown later. */
  private renderAtOnce(block: Block, from: number): Rendered & { readonly later: boolean } {
    const aside = this.host.aside !== undefined && this.source.format === 'markdown'
    if (aside && block.length <= MOST_SOURCE) {
      const text = this.slice(from, from + block.length)
      if (isHeavyMarkdown(text)) return { ...renderPlain(text), later: true }
    }
    const rendered = this.render(block, from)
    if (!rendered.complete) return { ...rendered, later: aside && block.length <= MOST_ASIDE }
    if (this.host.makeSlowly && isHeavyHtml(rendered.html))
      return { html: WAITING, complete: false, later: true }
    return { ...rendered, later: false }
  }

  private render(block: Block, from: number): Rendered {
    return renderSource(block, this.slice(from, from + block.length), this.source.format, this.environment())
  }

  private environment(): RenderEnvironment {
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

  /** Brings the offsets of the blocks around `index` up to date. */
  stampAround(index: number, reach: number): void {
    const begin = Math.max(0, index - reach)
    let from = this.index.offsetOf(begin)
    for (const block of this.index.blocks.slice(begin, index + reach)) {
      const element = this.dom.view(block)
      if (element && isShown(block)) this.stamp(element, from, block)
      from += block.length
    }
  }
}
