import { splitArticle, type SplitArticle } from '../article/split.ts'
import type { FrontMatter } from './model.ts'
import { readFormat } from './read-format.ts'

/**
 * Reads the front matter at the head of `text`: fields with their places, and what is wrong. Never throws for any
 * text. Pass `split` when the text has been split before.
 */
export function readFrontMatter(text: string, split: SplitArticle = splitArticle(text)): FrontMatter {
  const block = split.frontMatter
  if (block === null) {
    return { block, format: null, fields: [], problems: split.problems, complete: true }
  }
  const read = readFormat(block.format, text, block.content)
  return {
    block,
    format: block.format,
    fields: read.fields,
    problems: [...split.problems, ...read.problems],
    complete: read.complete,
  }
}
