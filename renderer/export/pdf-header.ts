import type { PdfChoice, PdfOptions } from '../../core/contract.ts'
import type { Field } from '../../core/front-matter/model.ts'
import { articleHead } from '../preview/article-head.ts'

/** How the PDF of an article is made: as chosen, with its title, and its author and date from the front matter above. */
export function pdfOptionsOf(
  chosen: PdfChoice,
  title: string,
  fields: readonly Field[],
  remoteImages: boolean,
): PdfOptions {
  const { date, author } = articleHead(fields)
  const byline = [author, date].filter((it) => it !== null).join(' · ')
  return { ...chosen, title, byline, remoteImages }
}
