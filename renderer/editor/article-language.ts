import { html, htmlLanguage } from '@codemirror/lang-html'
import { jsonLanguage } from '@codemirror/lang-json'
import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { yamlLanguage } from '@codemirror/lang-yaml'
import {
  defineLanguageFacet,
  Language,
  languageDataProp,
  LanguageSupport,
  ParseContext,
  StreamLanguage,
} from '@codemirror/language'
import { languages } from '@codemirror/language-data'
import { toml } from '@codemirror/legacy-modes/mode/toml'
import {
  NodeType,
  Parser,
  parseMixed,
  Tree,
  type Input,
  type NestedParse,
  type PartialParse,
  type SyntaxNodeRef,
} from '@lezer/common'
import type { BodyFormat } from '../../core/article/body-format.ts'
import type { FrontMatterFormat } from '../../core/front-matter/model.ts'
import { splitField } from './article-fields.ts'

const data = defineLanguageFacet()
const top = NodeType.define({ id: 0, name: 'Article', top: true, props: [[languageDataProp, data]] })
const frontMatterTypes: Readonly<Record<FrontMatterFormat, NodeType>> = {
  yaml: NodeType.define({ id: 1, name: 'YamlFrontMatter' }),
  toml: NodeType.define({ id: 2, name: 'TomlFrontMatter' }),
  json: NodeType.define({ id: 3, name: 'JsonFrontMatter' }),
}
const bodyType = NodeType.define({ id: 4, name: 'Body' })
const frontMatterParsers: Readonly<Record<FrontMatterFormat, Parser>> = {
  yaml: yamlLanguage.parser,
  toml: StreamLanguage.define(toml).parser,
  json: jsonLanguage.parser,
}

/** The two parts of the article as a tree without details, made in one step. */
class OutlineParse implements PartialParse {
  readonly parsedPos: number
  stoppedAt: number | null = null
  readonly input: Input

  constructor(input: Input) {
    this.input = input
    this.parsedPos = input.length
  }

  stopAt(pos: number): void {
    this.stoppedAt = pos
  }

  advance(): Tree {
    const { length } = this.input
    const split = ParseContext.get()?.state.field(splitField, false)
    const block = split?.frontMatter ?? null
    const from = Math.min(split?.body.from ?? 0, length)
    const children: Tree[] = []
    const positions: number[] = []
    if (block !== null && block.content.to > block.content.from && block.content.to <= from) {
      const size = block.content.to - block.content.from
      children.push(new Tree(frontMatterTypes[block.format], [], [], size))
      positions.push(block.content.from)
    }
    children.push(new Tree(bodyType, [], [], length - from))
    positions.push(from)
    return new Tree(top, children, positions, length)
  }
}

class ArticleParser extends Parser {
  private readonly wrap: ReturnType<typeof parseMixed>

  constructor(body: Parser) {
    super()
    this.wrap = parseMixed((node: SyntaxNodeRef): NestedParse | null => {
      if (node.type === bodyType) return { parser: body }
      const format = (['yaml', 'toml', 'json'] as const).find((one) => frontMatterTypes[one] === node.type)
      return format === undefined ? null : { parser: frontMatterParsers[format] }
    })
  }

  override createParse(...args: Parameters<Parser['createParse']>): PartialParse {
    const [input, fragments, ranges] = args
    return this.wrap(new OutlineParse(input), input, fragments, ranges)
  }
}

const markdownSupport = markdown({
  base: markdownLanguage,
  addKeymap: false,
  pasteURLAsLink: false,
  codeLanguages: languages,
})
const htmlSupport = html({ autoCloseTags: true })

const markdownArticle = new LanguageSupport(
  new Language(data, new ArticleParser(markdownSupport.language.parser), [], 'article'),
  markdownSupport.support,
)
const htmlArticle = new LanguageSupport(
  new Language(data, new ArticleParser(htmlLanguage.parser), [], 'article'),
  htmlSupport.support,
)

/** The language of an article: front matter in its own notation where `splitField` says it stands, then the body. */
export function articleLanguage(format: BodyFormat): LanguageSupport {
  return format === 'html' ? htmlArticle : markdownArticle
}
