import { ParseContext } from '@codemirror/language'
import { Parser, type Input, type PartialParse, type TreeFragment } from '@lezer/common'
import type { LRParser, ParserConfig } from '@lezer/lr'

interface Languages {
  readonly css: LRParser
  readonly javascript: LRParser
  readonly jsx: LRParser
  readonly typescript: LRParser
  readonly tsx: LRParser
}

let loaded: Languages | null = null
let loading: Promise<unknown> | null = null

/** A text whose language cannot be loaded stays without colours. */
function load(): Promise<unknown> {
  loading ??= import('./nested-languages.ts').then(
    (module) => (loaded = module),
    () => undefined,
  )
  return loading
}

/** Parses as the language inside HTML does once it is loaded; until then the text is passed over and looked at again. */
class LateParser extends Parser {
  private readonly parserIn: (languages: Languages) => LRParser

  constructor(parserIn: (languages: Languages) => LRParser) {
    super()
    this.parserIn = parserIn
  }

  configure(config: ParserConfig): LateParser {
    let made: LRParser | null = null
    return new LateParser((languages) => (made ??= this.parserIn(languages).configure(config)))
  }

  override createParse(
    input: Input,
    fragments: readonly TreeFragment[],
    ranges: readonly { readonly from: number; readonly to: number }[],
  ): PartialParse {
    const parser = loaded === null ? ParseContext.getSkippingParser(load()) : this.parserIn(loaded)
    return parser.createParse(input, fragments, ranges)
  }
}

// What @codemirror/lang-html asks of the packages for JavaScript and CSS; see vite.config.ts.
export const javascriptLanguage = { parser: new LateParser(({ javascript }) => javascript) }
export const typescriptLanguage = { parser: new LateParser(({ typescript }) => typescript) }
export const jsxLanguage = { parser: new LateParser(({ jsx }) => jsx) }
export const tsxLanguage = { parser: new LateParser(({ tsx }) => tsx) }
export const cssLanguage = { parser: new LateParser(({ css }) => css) }
export const javascript = (): { readonly support: readonly never[] } => ({ support: [] })
export const css = javascript
