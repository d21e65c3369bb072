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
/** A chunk is parted before an edit when at least this much stands between its start and the edit, in UTF-16 units. */
const PARTED = 2000

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
  /** Nothing that decides about it has changed. */
  readonly whole: boolean
}

function formerChunks(fragments: readonly TreeFragment[], input: Input): Former[] {
  return fragments.flatMap((fragment) =>
    (chunksOf.get(fragment.tree) ?? []).flatMap((chunk) => {
      const from = chunk.from - fragment.offset
      const to = from + chunk.tree.length
      if (to <= fragment.from || from >= fragment.to) return []
      return [{ tree: chunk.tree, from, to, fragment, whole: isUntouched(fragment, from, to, input) }]
    }),
  )
}

/** Whether nothing has changed in what decides about the blocks from `from` to `to`. */
function isUntouched(fragment: TreeFragment, from: number, to: number, input: Input): boolean {
  const starts = from > fragment.from || (from === fragment.from && !fragment.openStart)
  const seen = Math.min(input.length, to + AHEAD)
  return starts && (seen < fragment.to || (seen === fragment.to && !fragment.openEnd))
}

/** The top-level blocks of a Markdown tree, each with its place in it. */
function blocksOf(tree: Tree, from: number): Chunk[] {
  return tree.children.flatMap((child, i) => {
    const at = from + (tree.positions[i] ?? 0)
    if (!(child instanceof Tree)) return []
    return child.type.isAnonymous ? blocksOf(child, at) : [{ tree: child, from: at }]
  })
}

function cutTree(
  tree: Tree,
  blocks: readonly Chunk[],
  length: number,
  known: ReadonlySet<Tree | TreeBuffer>,
): Tree {
  const kept = blocks.filter((block) => block.from < length)
  return new Tree(
    tree.type,
    kept.map((block) => compactTree(block.tree, known)),
    kept.map((block) => block.from),
    length,
  )
}

class ChunkedParse implements PartialParse {
  stoppedAt: number | null = null
  private at: number
  private readonly from: number
  private readonly to: number
  private readonly made: Chunk[] = []
  private readonly former: readonly Former[]
  private readonly whole: ReadonlyMap<number, Former>
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
    this.former = formerChunks(fragments, input)
    this.whole = new Map(this.former.filter((one) => one.whole).map((one) => [one.from, one]))
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
    while (this.at < limit) {
      const known = this.whole.get(this.at)?.tree ?? this.beginning()
      if (!known) break
      this.push(known)
    }
    if (this.at >= limit) return this.finish()
    this.begin()
    return null
  }

  private finish(): Tree {
    const chunks = this.made.map(({ tree, from }) => ({ tree, from: from - this.from }))
    const tree = new Tree(
      NodeType.none,
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

  /**
   * The blocks at the beginning of a former chunk that an edit further down does not touch: the next one is parsed from
   * there, or it would be all that stands before it in its chunk that is read again.
   */
  private beginning(): Tree | null {
    for (const { tree, from, fragment } of this.former) {
      if (from !== this.at) continue
      const blocks = blocksOf(tree, 0)
      const last = blocks.findLast(
        (block) => block.from >= PARTED && isUntouched(fragment, from, from + block.from, this.input),
      )
      const cut = last ? this.lineStart(from + last.from) - from : 0
      if (cut > 0) return cutTree(tree, blocks, cut, new Set(tree.children))
    }
    return null
  }

  /** Starts on what follows `at`: as much as stands before the next chunk that is whole, or twice what was too little. */
  private begin(): void {
    const next = this.former.find((one) => one.whole && one.from > this.at)
    const held = next ? next.from - this.at : 4 * CHUNK
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
      return [new TreeFragment(first, last, tree, 0 - from, openStart, fragment.openEnd || last < upTo)]
    })
    const parse = this.parser.startParse(this.input, fragments, [{ from: this.at, to }])
    this.inner = { parse, to, exact: costly !== null || to >= this.to }
  }

  /** Takes what was parsed up to where a block begins that does not depend on how it ended. */
  private take(tree: Tree, to: number, exact: boolean): void {
    this.inner = null
    const length = to - this.at
    const blocks = blocksOf(tree, 0)
    if (exact || length > LONGEST) {
      this.push(cutTree(tree, blocks, length, this.known))
      return
    }
    const starts = blocks.map((block) => this.lineStart(this.at + block.from)).filter((at) => at > this.at)
    const cut = starts.find((at) => this.whole.has(at)) ?? starts.at(-1)
    if (cut === undefined) this.size = 2 * length
    else this.push(cutTree(tree, blocks, cut - this.at, this.known))
  }

  /** The first line end at or after `from`, or the text's end. */
  private lineEnd(from: number): number {
    for (let at = from; at < this.to; at += CHUNK) {
      const found = this.input.read(at, Math.min(this.to, at + CHUNK)).indexOf('\n')
      if (found >= 0) return at + found + 1
    }
    return this.to
  }

  private lineStart(from: number): number {
    const before = Math.max(this.at, from - 200)
    return before + this.input.read(before, from).lastIndexOf('\n') + 1
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
