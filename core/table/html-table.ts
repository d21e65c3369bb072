import { nextTag, type Tag } from '../markdown/html-tags.ts'
import type { Span } from '../article/text-edit.ts'

/** A cell as written; `open` is its tag, `content` what follows up to its end tag or the next cell. */
export interface HtmlCell {
  readonly name: string
  readonly open: Span
  readonly content: Span
  /** After its end tag, if it has one. */
  readonly to: number
  readonly colspan: number
  readonly rowspan: number
  /** The first grid column it takes. */
  readonly column: number
}

export interface HtmlRow {
  readonly from: number
  readonly to: number
  readonly openTo: number
  readonly cells: readonly HtmlCell[]
  /** The `<thead>`, `<tbody>` or `<tfoot>` it is in; null without one. */
  readonly section: HtmlSection | null
}

export interface HtmlSection {
  readonly name: string
  readonly from: number
  to: number
}

export interface HtmlTable {
  readonly text: string
  readonly rows: readonly HtmlRow[]
  /** `grid[row][column]`: the cell that takes this place. */
  readonly grid: readonly (readonly (HtmlCell | undefined)[])[]
  readonly columns: number
}

const SECTIONS = new Set(['thead', 'tbody', 'tfoot'])
/** No table a writer edits has more columns or rows in one cell. */
const MOST = 1000

interface OpenRow {
  readonly from: number
  readonly openTo: number
  readonly cells: HtmlCell[]
  readonly section: HtmlSection | null
}

/** The value of a tag's attribute, without its quotes, and where it stands; null without one. */
export function attributeOf(
  text: string,
  tag: Span,
  name: string,
): { readonly value: string; readonly span: Span; readonly all: Span } | null {
  const source = text.slice(tag.from, tag.to)
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(source)
  if (match === null) return null
  const value = match[1] ?? match[2] ?? match[3] ?? ''
  const quoted = match[3] === undefined ? 1 : 0
  const end = tag.from + match.index + match[0].length
  return {
    value,
    span: { from: end - quoted - value.length, to: end - quoted },
    all: { from: tag.from + match.index, to: end },
  }
}

function spanOf(text: string, tag: Span, name: string): number {
  const number = parseInt(attributeOf(text, tag, name)?.value ?? '1', 10)
  return number >= 1 ? Math.min(number, MOST) : 1
}

/** Collects rows and cells while the tags of one table go by; tables within it are passed over. */
class Reader {
  readonly rows: HtmlRow[] = []
  private row: OpenRow | null = null
  private cell: { readonly name: string; readonly open: Span } | null = null
  private section: HtmlSection | null = null
  private depth = 0
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  tag(tag: Tag): void {
    if (tag.name === 'table') {
      if (tag.kind === 'close' && this.depth === 1) this.endRow(tag.from)
      this.depth += tag.kind === 'close' ? -1 : 1
      return
    }
    if (this.depth !== 1) return
    const opens = tag.kind === 'open'
    if (tag.name === 'td' || tag.name === 'th') {
      this.endCell(tag.from, tag.kind === 'close' ? tag.to : tag.from)
      if (opens) this.cell = { name: tag.name, open: { from: tag.from, to: tag.to } }
      if (opens && this.row === null) this.openRow(tag.from, tag.from)
    } else if (tag.name === 'tr') {
      this.endRow(opens ? tag.from : tag.to, tag.from)
      if (opens) this.openRow(tag.from, tag.to)
    } else if (SECTIONS.has(tag.name)) {
      this.endRow(tag.from)
      if (opens) this.section = { name: tag.name, from: tag.from, to: tag.to }
      else if (this.section !== null) {
        this.section.to = tag.to
        this.section = null
      }
    }
  }

  private openRow(from: number, openTo: number): void {
    this.row = { from, openTo, cells: [], section: this.section }
  }

  private endCell(from: number, to: number): void {
    if (this.cell === null || this.row === null) return
    const { name, open } = this.cell
    this.row.cells.push({
      name,
      open,
      content: { from: open.to, to: from },
      to,
      colspan: spanOf(this.text, open, 'colspan'),
      rowspan: spanOf(this.text, open, 'rowspan'),
      column: 0,
    })
    this.cell = null
  }

  endRow(to: number, contentTo = to): void {
    this.endCell(contentTo, contentTo)
    if (this.row !== null) this.rows.push({ ...this.row, to })
    this.row = null
  }
}

/** The rows with each cell's column, and the grid they make (HTML 4.9.12, forming a table). */
function gridOf(rows: readonly HtmlRow[]): Pick<HtmlTable, 'rows' | 'grid' | 'columns'> {
  const grid: (HtmlCell | undefined)[][] = rows.map(() => [])
  const placed = rows.map((row, at) => {
    let column = 0
    const cells = row.cells.map((cell) => {
      while (grid[at]?.[column] !== undefined) column += 1
      const own: HtmlCell = { ...cell, column }
      for (let y = at; y < Math.min(rows.length, at + cell.rowspan); y += 1) {
        for (let x = column; x < column + cell.colspan; x += 1) {
          const line = grid[y]
          if (line) line[x] ??= own
        }
      }
      return own
    })
    return { ...row, cells }
  })
  return { rows: placed, grid, columns: Math.max(0, ...grid.map((line) => line.length)) }
}

/** Reads the source of one `<table>` element; tables inside its cells are content. */
export function readHtmlTable(text: string): HtmlTable {
  const reader = new Reader(text)
  for (let tag = nextTag(text, 0); tag !== null; tag = nextTag(text, tag.to)) reader.tag(tag)
  reader.endRow(text.length)
  return { text, ...gridOf(reader.rows) }
}

/** The content of a cell without the white space around it. */
export function contentSpan(text: string, { content }: HtmlCell): Span {
  const source = text.slice(content.from, content.to)
  const from = content.from + source.length - source.trimStart().length
  return { from: Math.min(from, content.to), to: Math.max(from, content.from + source.trimEnd().length) }
}

/** The white space between a place and the tag before it. */
export function gapBefore(text: string, at: number): string {
  return /\s*$/.exec(text.slice(Math.max(0, at - 200), at))?.[0] ?? ''
}
