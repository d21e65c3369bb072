import type { Problem } from '../checks/problem.ts'
import type { FrontMatterFormat } from '../front-matter/model.ts'
import type { Span } from './text-edit.ts'

/** Where the front matter of an article stands. */
export interface FrontMatterBlock {
  readonly format: FrontMatterFormat
  /** `fenced` (`---`, `+++`, `;;;`), Hexo's `unopened` (only a closing fence), or a `bare` JSON object. */
  readonly form: 'fenced' | 'unopened' | 'bare'
  /** From the opening fence to the end of the closing fence's line, its line end included. */
  readonly span: Span
  /** What stands between the fences: whole lines, the last line end included. */
  readonly content: Span
  /** The fences' own characters, without line ends. */
  readonly openFence: Span | null
  readonly closeFence: Span | null
}

export interface SplitArticle {
  readonly frontMatter: FrontMatterBlock | null
  readonly body: Span
  readonly problems: readonly Problem[]
}
