import type { Problem } from '../checks/problem.ts'
import type { FrontMatterFormat } from '../front-matter/model.ts'
import { findBareJson } from './split/bare-json.ts'
import { findFenced } from './split/fenced.ts'
import type { Found } from './split/found.ts'
import { findUnopened } from './split/unopened.ts'
import type { Span } from './text-edit.ts'

/** Where the front matter of an article stands. */
export interface FrontMatterBlock {
  readonly format: FrontMatterFormat
  /** `fenced` (`---`, `+++`, `;;;`), Hexo's `unopened` (only a closing fence), or a `bare` JSON object. */
  readonly form: 'fenced' | 'unopened' | 'bare'
  /** From the opening fence (or first line) to the end of the closing fence's line, its line end included. */
  readonly span: Span
  /** What stands between the fences: whole lines, the last line end included. Of a bare object: `{` to `}`. */
  readonly content: Span
  /** The fences' own characters, without trailing spaces and line ends. */
  readonly openFence: Span | null
  readonly closeFence: Span | null
}

export interface SplitArticle {
  readonly frontMatter: FrontMatterBlock | null
  /** What follows the front matter; the whole text but its byte order mark when there is none. */
  readonly body: Span
  /** `leadingBlankLine` and `fenceNeverClosed`. */
  readonly problems: readonly Problem[]
}

const blankLines = /(?:[ \t]*(?:\r\n|\n|\r))*/y

/**
 * Finds the front matter at the head of an article. Reads no further than the closing fence, or than the first line
 * that rules front matter out; only an opening fence that is never closed makes it scan the whole text, once.
 */
export function splitArticle(text: string): SplitArticle {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  blankLines.lastIndex = start
  const head = start + (blankLines.exec(text)?.[0].length ?? 0)
  const found: Found =
    findFenced(text, start, head) ?? findBareJson(text, head) ?? findUnopened(text, head) ?? nothing
  return {
    frontMatter: found.block,
    body: { from: found.block?.span.to ?? start, to: text.length },
    problems: found.problems,
  }
}

const nothing: Found = { block: null, problems: [] }
