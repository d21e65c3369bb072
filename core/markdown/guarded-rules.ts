import { Lexer } from 'marked'

/**
 * A rule of marked's that is tried only where it can match. V8 compiles a pattern when it is first tried, once for
 * Latin text and once for any other, and marked's large block rules take it tens of milliseconds: an article that has no
 * quotes, tables, HTML or underlined headings does not pay for theirs.
 */
class GuardedRule extends RegExp {
  readonly #guard: (src: string) => boolean

  /** `guard` is true wherever `rule` matches; it may be elsewhere, too. */
  constructor(rule: RegExp, guard: (src: string) => boolean) {
    super(rule)
    this.#guard = guard
  }

  override exec(src: string): RegExpExecArray | null {
    return this.#guard(src) ? super.exec(src) : null
  }
}

/** A rule of tables that says where one ends, not what its rows hold. */
class RowlessRule extends GuardedRule {
  override exec(src: string): RegExpExecArray | null {
    const found = super.exec(src)
    if (found?.[3] !== undefined) found[3] = ''
    return found
  }
}

/** The rule of paragraphs, which is not needed where every further line begins with what begins nothing else. */
class ParagraphRule extends RegExp {
  override exec(src: string): RegExpExecArray | null {
    const end = plainEnd(src)
    if (end === null) return super.exec(src)
    const text = src.slice(0, end)
    return Object.assign<[string, string], Pick<RegExpExecArray, 'index' | 'input'>>([text, text], {
      index: 0,
      input: src,
    })
  }
}

/** What a line that ends a paragraph may begin with, and what a table's second line may. */
const STARTERS = ' \t\r\f\v-_*#>`~+<|:=0123456789'
const DELIMITER_ROW = / {0,3}[|:-]/y
const UNDERLINE = /\n {0,3}(?:=+|-+)[ \t]*(?:\n|$)/

/** Where the paragraph at the beginning of `src` ends; null when only the rule itself can tell. */
export function plainEnd(src: string): number | null {
  let end = src.indexOf('\n')
  if (end === 0) return null
  while (end >= 0) {
    const next = src[end + 1]
    if (next === undefined || next === '\n') return end
    if (STARTERS.includes(next)) return null
    end = src.indexOf('\n', end + 1)
    DELIMITER_ROW.lastIndex = end + 1
    if (end >= 0 && DELIMITER_ROW.test(src)) return null
  }
  return src.length > 0 ? src.length : null
}

/** Whether a line before the first blank one could underline a heading. */
function hasUnderline(src: string): boolean {
  const blank = src.indexOf('\n\n')
  return UNDERLINE.test(blank < 0 ? src : src.slice(0, blank + 1))
}

const marked = Lexer.rules.block.gfm

const hasDelimiterRow = (src: string): boolean => /^[^\n]*\n {0,3}[|:-]/.test(src)

/** marked's block rules of GFM, which match the same. */
export const GUARDED_BLOCK_RULES: typeof marked = {
  ...marked,
  blockquote: new GuardedRule(marked.blockquote, (src) => /^ {0,3}>/.test(src)),
  html: new GuardedRule(marked.html, (src) => /^ {0,3}</.test(src)),
  table: new GuardedRule(marked.table, hasDelimiterRow),
  lheading: new GuardedRule(marked.lheading, hasUnderline),
  paragraph: new ParagraphRule(marked.paragraph),
}

/** The same for those who only want to know where blocks end. */
export const SCAN_BLOCK_RULES: typeof marked = {
  ...GUARDED_BLOCK_RULES,
  table: new RowlessRule(marked.table, hasDelimiterRow),
}
