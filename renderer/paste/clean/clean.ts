import { arrange } from '../../convert/markdown/arrange.ts'
import { keepMeaning, paragraphs, readCode, readOfficeStyles, readTicks } from './blocks.ts'
import { joinPreformatted, readOfficeCode } from './office-code.ts'
import { readOfficeLists } from './office-lists.ts'
import { readStyles, removeHidden } from './style.ts'
import { tidy } from './tidy.ts'
import { readFormulas, readImages, readInnerLinks, readLinks, removeFurniture } from './web.ts'
import { readWriters } from './writers.ts'

/** What became of the clipboard's content. */
export interface Cleaned {
  /** Images that are on another program's disk or in its memory, and could not be taken along. */
  readonly unreachable: number
}

/**
 * Leaves of sanitised clipboard HTML what it means: paragraphs, headings, lists, tables, quotes, code, links, images,
 * emphasis. `footnotes` puts the target format's footnotes in the place of links between marks and notes. `office`:
 * an office program's HTML, with the classes it sets in a fixed-width font.
 */
export function cleanClipboard(
  root: Element,
  footnotes: (root: Element) => void,
  office: { readonly monospaced: ReadonlySet<string> } | null,
): Cleaned {
  removeFurniture(root)
  removeHidden(root)
  readFormulas(root)
  readInnerLinks(root)
  if (office) joinPreformatted(root)
  readCode(root)
  readWriters(root)
  readTicks(root)
  readOfficeLists(root)
  if (office) readOfficeCode(root, office.monospaced)
  readOfficeStyles(root)
  readStyles(root)
  const { unreachable } = readImages(root)
  footnotes(root)
  readLinks(root)
  keepMeaning(root)
  if ([...root.children].length > 0) keepLinesApart(root)
  tidy(root)
  arrange(root, { exact: false, takenFootnotes: new Set() })
  return { unreachable }
}

/** Text beside blocks becomes paragraphs; a line alone stays a line. */
function keepLinesApart(root: Element): void {
  const blocks = root.querySelector(
    'p, h1, h2, h3, h4, h5, h6, ul, ol, blockquote, pre, table, hr, figure, dl, details',
  )
  if (blocks !== null) paragraphs(root)
}
