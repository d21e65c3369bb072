import { Text } from '@codemirror/state'
import { detectBodyFormat, type DetectedBodyFormat } from '../../core/article/body-format.ts'
import { splitLineEnds, type LineEnds } from '../../core/article/line-ends.ts'
import type { SplitArticle } from '../../core/article/split.ts'
import { readHead, type ArticleHead } from './article-fields.ts'

/** A text as editors hold it, and how its lines end. */
export interface TextWithEnds {
  readonly doc: Text
  readonly ends: LineEnds
}

/** The text of an article before it has an editor. */
export interface ArticleText extends TextWithEnds {
  readonly head: ArticleHead
}

/** How much of a body tells its format, in UTF-16 units. */
const SAMPLE = 65_536

/** Reads a text with its line ends as on disk. */
export function textWithEnds(raw: string): TextWithEnds {
  const { text, ends } = splitLineEnds(raw)
  return { doc: Text.of(text.split('\n')), ends }
}

/** Reads the text of an article, with its line ends as on disk. */
export function readArticleText(raw: string): ArticleText {
  const text = textWithEnds(raw)
  return { ...text, head: readHead(text.doc) }
}

/** The body format of an article of this file name. */
export function formatOf(doc: Text, { body }: SplitArticle, name: string): DetectedBodyFormat {
  return detectBodyFormat(doc.sliceString(body.from, Math.min(body.to, body.from + SAMPLE)), name)
}

/** The same for the same line ends. */
export function endsKey({ dominant, exceptions }: LineEnds): string {
  return `${dominant} ${exceptions.map((one) => `${one.at}${one.end}`).join(' ')}`
}
