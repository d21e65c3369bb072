import {
  NodeType,
  Parser,
  Tree,
  TreeFragment,
  type Input,
  type PartialParse,
  type TreeBuffer,
} from '@lezer/common'
import { compactTree } from './compact-tree.ts'
import { costlyStretch } from './costly-stretch.ts'

/** UTF-16 units parsed together, when the blocks in them allow it. */
const CHUNK = 8000
/** Longest block that is looked for; more than this is parsed as far as it goes. */
const LONGEST = 1_000_000
/** What follows a block's start and may decide whether it is one: two lines, of which this much. */
const AHEAD = 400
/** What an edit leaves of a chunk before and behind it becomes a chunk of its own from this size on, in UTF-16 units. */
const PARTED = 2000
/** After a change at more places than this it takes longer to part chunks than to parse them. */
const FEW_PLACES = 10

const plain = NodeType.define({ id: 0, name: 'PlainText' })

/** A few top-level blocks, parsed by themselves. */
interface Chunk {
  readonly tree: Tree
  readonly from: number
}

/** The chunks of the trees made here, at positions within the tree, to be used again after a change. */
const chunksOf = new WeakMap<Tree, readonly Chunk[]>()

/** A chunk of an older tree, where it stands now. */
interface Former extends Chunk {
  readonly to: number
  readonly fragment: TreeFragment
}

function formerChunks(fragments: readonly TreeFragment[]): Former[] {
  return fragments.flatMap((fragment) =>
    (chunksOf.get(fragment.tree) ?? []).flatMap((chunk) => {
      const from = chunk.from - fragment.offset
      const to = from + chunk.tree.length
      return to <= fragment.from || from >= fragment.to ? [] : [{ tree: chunk.tree, from, to, fragment }]
    }),
  )
}

/** What may be used again of a chunk as it is: all of it, or with `parts` else its blocks before or behind an edit in it. */
function untouched({ tree, from, to, fragment }: Former, input: Input, parts: boolean): Chunk | null {
  // Nothing has changed in what decides about a block that begins or one that ends there.
  const begins = (at: number): boolean => at > fragment.from || (at === fragment.from && !fragment.openStart)
  const ends = (at: number): boolean => {
    const seen = Math.min(input.length, at + AHEAD)
    return seen < fragment.to || (seen === fragment.to && !fragment.openEnd)
  }
  if (begins(from) && ends(to)) return { tree, from }
  if (!parts || tree.length < PARTED) return null
  const blocks = blocksOf(tree, from)
  const starts = [from, ...blocks.slice(1).map((block) => lineStart(input, from, block.from)), to]
  const first = starts.find(begins)
  const last = starts.findLast(ends)
  if (first === undefined || last === undefined || last - first < PARTED) return null
  return { tree: cutTree(blocks, first, last, new Set(tree.children)), from: first }
}

/** Where the line begins that `at` stands in; it is sought up to `least`. */
function lineStart(input: Input, least: number, at: number): number {
  const before = Math.max(least, at - 200)
  return before + input.read(before, at).lastIndexOf('\n') + 1
}

/** The top-level blocks of a Markdown tree, each with its place in it. */
function blocksOf(tree: Tree, from: number): Chunk[] {
  return tree.children.flatMap((child, i) => {
    const at = from + (tree.positions[i] ?? 0)
    if (!(child instanceof Tree)) return []
    return child.type.isAnonymous ? blocksOf(child, at) : [{ tree: child, from: at }]
  })
}

/** The blocks from `from` to `to` as a tree of their own, without a name. */
function cutTree(
  blocks: readonly Chunk[],
  from: number,
  to: number,
  known: ReadonlySet<Tree | TreeBuffer>,
): Tree {
  const kept = blocks.filter((block) => block.from >= from && block.from < to)
  return new Tree(
    NodeType.none,
    kept.map((block) => compactTree(block.tree, known)),
    kept.map((block) => block.from - from),
    to - from,
  )
}

class ChunkedParse implements PartialParse {
  stoppedAt: number | null = null
  private at: number
  private readonly from: number
  private readonly to: number
  private readonly made: Chunk[] = []
  /** What the parser calls a whole text. */
  private top: NodeType
  private readonly former: readonly Former[]
  /** What is used again as it is, by where it begins, in order. */
  private readonly whole: ReadonlyMap<number, Tree>
  private inner: { readonly parse: PartialParse; readonly to: number; readonly exact: boolean } | null = null
  private size = 0
  /** The blocks that may be used again for what is being parsed. */
  private readonly known = new Set<Tree | TreeBuffer>()
  private readonly parser: Parser
  private readonly input: Input

  constructor(
    parser: Parser,
    input: Input,
    fragments: readonly TreeFragment[],
    range: { readonly from: number; readonly to: number },
  ) {
    this.parser = parser
    this.input = input
    this.from = this.at = range.from
    this.to = range.to
    this.top = fragments.find((fragment) => chunksOf.has(fragment.tree))?.tree.type ?? NodeType.none
    this.former = formerChunks(fragments)
    const parts = fragments.length <= FEW_PLACES
    const whole = this.former.map((chunk) => untouched(chunk, input, parts)).filter((part) => part !== null)
    this.whole = new Map(whole.map((part) => [part.from, part.tree]))
  }

  get parsedPos(): number {
    return this.at
  }

  stopAt(pos: number): void {
    this.stoppedAt = pos
  }

  advance(): Tree | null {
    if (this.inner) {
      const tree = this.inner.parse.advance()
      if (tree) this.take(tree, this.inner.to, this.inner.exact)
      return null
    }
    const limit = Math.min(this.to, this.stoppedAt ?? this.to)
    for (let known = this.whole.get(this.at); known && this.at < limit; known = this.whole.get(this.at)) {
      this.push(known)
    }
    if (this.at >= limit) return this.finish()
    this.begin()
    return null
  }

  private finish(): Tree {
    const chunks = this.made.map(({ tree, from }) => ({ tree, from: from - this.from }))
    const tree = new Tree(
      this.top,
      chunks.map((chunk) => chunk.tree),
      chunks.map((chunk) => chunk.from),
      this.at - this.from,
    )
    chunksOf.set(tree, chunks)
    return tree
  }

  private push(tree: Tree): void {
    this.made.push({ tree, from: this.at })
    this.at += tree.length
    this.size = 0
  }

  /** Starts on what follows `at`: as much as stands before what is used again, or twice what was too little. */
  private begin(): void {
    const next = [...this.whole.keys()].find((from) => from > this.at)
    const held = next === undefined ? 4 * CHUNK : next - this.at
    const isNear = this.size === 0 && held < 4 * CHUNK
    const end = isNear
      ? Math.min(this.lineEnd(this.lineEnd(this.at + held)), this.lineEnd(this.at + held + AHEAD))
      : this.lineEnd(this.at + (this.size || CHUNK))
    const costly = costlyStretch(this.input, this.at, end, this.to)
    if (costly?.from === this.at) {
      this.push(new Tree(plain, [], [], costly.to - this.at))
      return
    }
    const to = costly?.from ?? end
    this.known.clear()
    const fragments = this.former.flatMap(({ tree, from, to: upTo, fragment }) => {
      const first = Math.max(from, fragment.from, this.at)
      const last = Math.min(upTo, fragment.to, to)
      if (first >= last) return []
      for (const block of tree.children) this.known.add(block)
      const openStart = first > from && fragment.openStart
      // Not `-from`, which may be `-0` and no integer to the engine (see warm-up.ts).
      return [new TreeFragment(first, last, tree, 0 - from, openStart, fragment.openEnd || last < upTo)]
    })
    const parse = this.parser.startParse(this.input, fragments, [{ from: this.at, to }])
    this.inner = { parse, to, exact: costly !== null || to >= this.to }
  }

  /** Takes what was parsed up to where a block begins that does not depend on how it ended. */
  private take(tree: Tree, to: number, exact: boolean): void {
    this.inner = null
    this.top = tree.type
    const length = to - this.at
    const blocks = blocksOf(tree, this.at)
    if (exact || length > LONGEST) {
      this.push(cutTree(blocks, this.at, to, this.known))
      return
    }
    const starts = blocks
      .map((block) => lineStart(this.input, this.at, block.from))
      .filter((at) => at > this.at)
    const cut = starts.find((at) => this.whole.has(at)) ?? starts.at(-1)
    if (cut === undefined) this.size = 2 * length
    else this.push(cutTree(blocks, this.at, cut, this.known))
  }

  /** The first line end at or after `from`, or the text's end. */
  private lineEnd(from: number): number {
    for (let at = from; at < this.to; at += CHUNK) {
      const found = this.input.read(at, Math.min(this.to, at + CHUNK)).indexOf('\n')
      if (found >= 0) return at + found + 1
    }
    return this.to
  }
}

/**
 * Parses Markdown a few top-level blocks at a time, and after a change only those it touches: what a key costs
 * does not grow with the text. A stretch that would take the parser long becomes plain text.
 */
export class ChunkedParser extends Parser {
  private readonly markdown: Parser

  constructor(markdown: Parser) {
    super()
    this.markdown = markdown
  }

  override createParse(
    input: Input,
    fragments: readonly TreeFragment[],
    ranges: readonly { readonly from: number; readonly to: number }[],
  ): PartialParse {
    const range = { from: ranges[0]?.from ?? 0, to: ranges.at(-1)?.to ?? input.length }
    return new ChunkedParse(this.markdown, input, fragments, range)
  }
}
