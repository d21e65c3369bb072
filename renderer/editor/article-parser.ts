import { jsonLanguage } from '@codemirror/lang-json'
import { yamlLanguage } from '@codemirror/lang-yaml'
import { defineLanguageFacet, languageDataProp, ParseContext, StreamLanguage } from '@codemirror/language'
import { toml } from '@codemirror/legacy-modes/mode/toml'
import { NodeType, Parser, Tree, TreeFragment, type Input, type PartialParse } from '@lezer/common'
import type { FrontMatterBlock } from '../../core/article/split.ts'
import type { FrontMatterFormat } from '../../core/front-matter/model.ts'
import { splitField } from './article-fields.ts'

/** What the editor asks about the language of an article as a whole; nothing so far. */
export const articleData = defineLanguageFacet()

const top = NodeType.define({ id: 0, name: 'Article', top: true, props: [[languageDataProp, articleData]] })
const frontMatterParsers: Readonly<Record<FrontMatterFormat, Parser>> = {
  yaml: yamlLanguage.parser,
  toml: StreamLanguage.define(toml).parser,
  json: jsonLanguage.parser,
}

/** A part of an article's tree: what its own parser made, and where it stands. */
interface Part {
  readonly tree: Tree
  readonly from: number
}

/** The bodies of the trees made here, to be used again after a change. */
const bodies = new WeakMap<Tree, Part>()

/** What can be used again of the old body; a tree position is a document position plus the fragment's offset. */
function bodyFragments(fragments: readonly TreeFragment[]): TreeFragment[] {
  return fragments.flatMap((old) => {
    const body = bodies.get(old.tree)
    if (body === undefined) return []
    const start = body.from - old.offset
    const end = start + body.tree.length
    const from = Math.max(old.from, start)
    const to = Math.min(old.to, end)
    if (from >= to) return []
    const openStart = old.from > start && old.openStart
    const openEnd = old.to <= end && old.openEnd
    return [new TreeFragment(from, to, body.tree, old.offset - body.from, openStart, openEnd)]
  })
}

/** What was parsed of a front matter; typing in the body leaves the block the same object. */
const heads = new WeakMap<FrontMatterBlock, Part>()

/** The front matter, parsed at once when it is another: it is short. */
function parseHead(input: Input): Part | null {
  const block = ParseContext.get()?.state.field(splitField, false)?.frontMatter ?? null
  if (block === null) return null
  const known = heads.get(block)
  if (known) return known
  const { from } = block.content
  const to = Math.min(block.content.to, input.length)
  if (from >= to) return null
  const head = { tree: frontMatterParsers[block.format].parse(input, [], [{ from, to }]), from }
  if (to === block.content.to) heads.set(block, head)
  return head
}

/** Parses the body in steps, and puts front matter and body under one node that reaches as far as was parsed. */
class ArticleParse implements PartialParse {
  private readonly body: PartialParse
  private readonly from: number
  private readonly head: Part | null

  constructor(parser: Parser, input: Input, fragments: readonly TreeFragment[]) {
    const split = ParseContext.get()?.state.field(splitField, false)
    this.from = Math.min(split?.body.from ?? 0, input.length)
    this.head = parseHead(input)
    const ranges = [{ from: this.from, to: input.length }]
    this.body = parser.startParse(input, bodyFragments(fragments), ranges)
  }

  get parsedPos(): number {
    return this.body.parsedPos
  }

  get stoppedAt(): number | null {
    return this.body.stoppedAt
  }

  stopAt(pos: number): void {
    this.body.stopAt(Math.max(pos, this.from))
  }

  advance(): Tree | null {
    const tree = this.body.advance()
    if (tree === null) return null
    const body = { tree, from: this.from }
    const parts = this.head === null ? [body] : [this.head, body]
    const article = new Tree(
      top,
      parts.map((part) => part.tree),
      parts.map((part) => part.from),
      body.from + tree.length,
    )
    bodies.set(article, body)
    return article
  }
}

/** Parses an article: its front matter where `splitField` says it stands, then its body with the given parser. */
export class ArticleParser extends Parser {
  private readonly body: Parser

  constructor(body: Parser) {
    super()
    this.body = body
  }

  override createParse(input: Input, fragments: readonly TreeFragment[]): PartialParse {
    return new ArticleParse(this.body, input, fragments)
  }
}
