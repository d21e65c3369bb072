import { bare, keepsHead, type Block, type Piece, type Scan, type Scanner } from './block.ts'
import { LabelTable } from './label-table.ts'

/** The text an index is about, and who follows it. */
export interface IndexHost {
  length(): number
  slice(from: number, to: number): string
  /** `removed` blocks from `index` on gave way to `added`; a block in both lists is the same object. */
  onSplice(index: number, removed: readonly Block[], added: readonly Block[]): void
  /** Same text, but a definition elsewhere changed what these blocks show. */
  onRefresh(blocks: readonly Block[]): void
}

/** Work done since the index was made; deterministic, for tests and benchmarks. */
export interface IndexCounters {
  lexed: number
  steps: number
}

const FIRST_WINDOW = 16_000
/** The first step of all reads about what a screen shows, so that it is there soonest. */
const OPENING_WINDOW = 4_000
const SMALL = 20_000
const MOST_LABELS = 40
const BEGINNING = { index: 0, offset: 0 } as const
/** A token that begins within a piece's reach may end a little past it. */
const SLACK = 200

/**
 * The top-level blocks of a body, kept up to date by scanning only around edits. Always: the blocks' lengths
 * sum to the host's length. When `dirty` is null: the blocks are those of a scan of the whole text.
 */
export class BlockIndex {
  readonly counters: IndexCounters = { lexed: 0, steps: 0 }
  readonly labels = new LabelTable()
  private list: Block[] = []
  /** Blocks that definitions elsewhere may concern. */
  private readonly referring = new Set<Block>()
  private range: { from: number; to: number } | null = null
  private window = 0
  /** A block whose offset is known, so that those near it are found without counting from the first. */
  private known: { readonly index: number; readonly offset: number } = BEGINNING
  /** A block that others were joined to, and the first one behind it that may not be empty: many edits come at once. */
  private emptied = { index: -1, end: 0 }
  private readonly host: IndexHost
  private readonly scanner: Scanner

  constructor(host: IndexHost, scanner: Scanner) {
    this.host = host
    this.scanner = scanner
    const length = host.length()
    if (length > 0) this.edit(0, 0, length)
  }

  get blocks(): readonly Block[] {
    return this.list
  }

  /** The stretch that is not scanned yet, or null. */
  get dirty(): { readonly from: number; readonly to: number } | null {
    return this.range
  }

  /** True when what is left is little enough for one short step. */
  get small(): boolean {
    return this.range !== null && this.range.to - this.range.from < SMALL
  }

  /** Offset at which block `index` begins; the text's length for the index past the last. */
  offsetOf(index: number): number {
    let { index: at, offset } = index * 2 < this.known.index ? BEGINNING : this.known
    while (at < index && at < this.list.length) offset += this.list[at++]?.length ?? 0
    while (at > index) offset -= this.list[--at]?.length ?? 0
    return offset
  }

  /** The block that holds `offset`, clipped to the text, and where it begins; null when there are none. */
  find(offset: number): { readonly index: number; readonly block: Block; readonly from: number } | null {
    let { index, offset: from } = offset * 2 < this.known.offset ? BEGINNING : this.known
    while (index > 0 && from > offset) from -= this.list[--index]?.length ?? 0
    for (; index < this.list.length; index++) {
      const block = this.list[index]
      if (block && block.length > 0 && offset < from + block.length) return { index, block, from }
      from += block?.length ?? 0
    }
    while (index > 0) {
      const block = this.list[--index]
      from -= block?.length ?? 0
      if (block && block.length > 0) return { index, block, from }
    }
    return null
  }

  /** Tells that `to - from` characters at `from` gave way to `inserted` ones; to be followed by steps. */
  edit(from: number, to: number, inserted: number): void {
    const delta = inserted - (to - from)
    let { index: i, offset: start } = from * 2 < this.known.offset ? BEGINNING : this.known
    while (i > 0 && start >= from) start -= this.list[--i]?.length ?? 0
    for (; i < this.list.length; i++) {
      const length = this.list[i]?.length ?? 0
      if (start + length >= from) break
      start += length
    }
    this.known = { index: i, offset: start }
    const first = this.list[i]
    let end = start
    if (first) {
      end = start + first.length
      first.stale = true
      let j = i === this.emptied.index ? this.emptied.end : i + 1
      for (; j < this.list.length && end <= to; j++) {
        const next = this.list[j]
        if (!next) break
        end += next.length
        next.length = 0
        next.stale = true
      }
      this.emptied = { index: i, end: j }
      end += delta
      first.length = end - start
    } else {
      end += delta
      this.list.push(staleBlock(delta))
    }
    this.widen(from, to, delta, start, end)
    this.window = 0
  }

  private widen(from: number, to: number, delta: number, start: number, end: number): void {
    const old = this.range
    if (!old) {
      this.range = { from: start, to: end }
      return
    }
    const oldFrom = old.from <= from ? old.from : old.from >= to ? old.from + delta : start
    const oldTo = old.to <= from ? old.to : old.to >= to ? old.to + delta : end
    this.range = { from: Math.min(start, oldFrom), to: Math.max(end, oldTo) }
  }

  /** Scans one window: a fraction of a millisecond for ordinary text. Nothing happens when nothing is dirty. */
  step(): void {
    const dirty = this.range
    if (!dirty) return
    this.counters.steps++
    const length = this.host.length()
    const { index, offset } = this.startOf(dirty.from)
    const end = this.windowEnd(index, offset, dirty, length)
    const final = end >= length
    const text = this.host.slice(offset, end)
    this.counters.lexed += text.length
    const scan = this.scanner.scan(text, final, this.isHead(index))
    let trustedEnd = offset
    for (let i = 0; i < scan.trusted; i++) trustedEnd += scan.pieces[i]?.length ?? 0
    if (!final && trustedEnd <= dirty.from) {
      this.window = Math.max(SMALL, (end - offset) * 2)
      return
    }
    this.window = 0
    this.replace(index, offset, scan, dirty, final)
  }

  /** Where to begin scanning: one shown block before the dirty range, and before anything it may close. */
  private startOf(dirtyFrom: number): { index: number; offset: number } {
    let { index, offset } = this.known
    while (index > 0 && offset >= dirtyFrom) {
      index--
      offset -= this.list[index]?.length ?? 0
    }
    while (index < this.list.length) {
      const length = this.list[index]?.length ?? 0
      if (offset + length > dirtyFrom || (offset === dirtyFrom && length > 0)) break
      offset += length
      index++
    }
    while (index > 0) {
      index--
      const before = this.list[index]
      offset -= before?.length ?? 0
      if (before && before.length > 0 && before.type !== 'space') break
    }
    let at = offset
    for (let i = index - 1; i >= 0; i--) {
      const block = this.list[i]
      if (!block) break
      at -= block.length
      if (dirtyFrom - at > this.scanner.reach + SLACK) break
      if (block.opens) {
        index = i
        offset = at
      }
    }
    return { index, offset }
  }

  private isHead(index: number): boolean {
    for (let i = 0; i < index; i++) {
      const block = this.list[i]
      if (!block || block.length === 0) continue
      if (!keepsHead(block)) return false
    }
    return true
  }

  private windowEnd(
    index: number,
    offset: number,
    dirty: { readonly from: number; readonly to: number },
    length: number,
  ): number {
    const opening = this.counters.steps === 1
    if (this.window === 0 && dirty.to - offset < (opening ? 2 * OPENING_WINDOW : SMALL)) {
      let end = offset
      let i = index
      for (; i < this.list.length && end < dirty.to; i++) end += this.list[i]?.length ?? 0
      for (let shown = 0; i < this.list.length && shown < 3; i++) {
        const block = this.list[i]
        end += block?.length ?? 0
        if (block && block.length > 0 && block.type !== 'space') shown++
      }
      return end
    }
    const wanted = Math.max(offset, dirty.from) + (this.window || (opening ? OPENING_WINDOW : FIRST_WINDOW))
    if (wanted >= length) return length
    const ahead = this.host.slice(wanted, Math.min(length, wanted + 4000))
    const blank = /\n[ \t]*\n(?=\S)/.exec(ahead)
    if (blank) return wanted + blank.index + blank[0].length
    const line = ahead.indexOf('\n')
    return line < 0 ? Math.min(length, wanted + ahead.length) : wanted + line + 1
  }

  /** Puts the trusted pieces in place of the old blocks they cover, keeping old blocks that did not change. */
  private replace(
    index: number,
    offset: number,
    scan: Scan,
    dirty: { readonly from: number; readonly to: number },
    final: boolean,
  ): void {
    const added: Block[] = []
    let old = index
    let oldAt = offset
    let at = offset
    let met = false
    let head = this.isHead(index)
    for (let i = 0; i < scan.trusted; i++) {
      const piece = scan.pieces[i]
      if (!piece) break
      while (old < this.list.length && (oldAt < at || this.list[old]?.length === 0)) {
        oldAt += this.list[old]?.length ?? 0
        old++
      }
      const block = this.list[old]
      const same =
        block && oldAt === at && !block.stale && block.head === head && isSame(block, piece) ? block : null
      if (same && at >= dirty.to && same.type !== 'space') {
        met = true
        break
      }
      added.push(same ?? freshBlock(piece, head))
      head &&= keepsHead(piece)
      at += piece.length
    }
    let cut = old
    if (!met) {
      cut = final ? this.list.length : index
      let cutAt = offset
      if (!final) {
        while (cut < this.list.length) {
          const length = this.list[cut]?.length ?? 0
          if (cutAt + length > at) break
          cutAt += length
          cut++
        }
      }
      let to = Math.max(dirty.to, at)
      const split = this.list[cut]
      if (!final && split && cutAt < at) {
        split.length = cutAt + split.length - at
        split.stale = true
        to = Math.max(to, at + split.length)
      }
      this.range = final ? null : { from: at, to }
    } else {
      this.range = null
    }
    this.known = { index, offset }
    this.splice(index, cut, added)
  }

  private splice(index: number, cut: number, added: readonly Block[]): void {
    this.emptied = { index: -1, end: 0 }
    const removed = this.list.slice(index, cut)
    if (added.length < 3000) this.list.splice(index, cut - index, ...added)
    else this.list = [...this.list.slice(0, index), ...added, ...this.list.slice(cut)]
    const kept = new Set(added)
    const gone = removed.filter((block) => !kept.has(block))
    const known = new Set(removed)
    const fresh = added.filter((block) => !known.has(block))
    for (const block of gone) this.referring.delete(block)
    for (const block of fresh) if (block.brackets && block.type !== 'definition') this.referring.add(block)
    const changed = this.labels.update(this.list, gone, fresh)
    this.host.onSplice(index, removed, added)
    if (changed.length > 0) this.refresh(changed, new Set(fresh))
  }

  private refresh(labels: readonly string[], fresh: ReadonlySet<Block>): void {
    if (this.referring.size === 0) return
    const keys = labels.length > MOST_LABELS ? null : labels.map((label) => `[${label}`)
    const found: Block[] = []
    let at = 0
    for (const block of this.list) {
      if (this.referring.has(block) && !block.stale && !fresh.has(block)) {
        const text = this.host
          .slice(at, at + block.length)
          .toLowerCase()
          .replace(/\s+/g, ' ')
        if (!keys || keys.some((key) => text.includes(key.toLowerCase()))) found.push(block)
      }
      at += block.length
    }
    if (found.length > 0) this.host.onRefresh(found)
  }
}

function isSame(block: Block, piece: Piece): boolean {
  return block.type === piece.type && block.length === piece.length && block.opens === piece.opens
}

function freshBlock(piece: Piece, head: boolean): Block {
  const { type, length, opens, definitions, footnote, footnoteRefs, brackets } = piece
  return { type, length, opens, definitions, footnote, footnoteRefs, brackets, stale: false, head }
}

function staleBlock(length: number): Block {
  return { ...bare('markdown', length), stale: true, head: false }
}
