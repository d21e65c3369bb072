import type TurndownService from 'turndown'
import { keptHtml } from './kept.ts'
import { isElement, type MarkdownWriting } from './writing.ts'

const BORDERS: Readonly<Record<string, string>> = { left: ':--', center: ':-:', right: '--:' }
/** What a cell of a GFM table cannot hold. */
const NOT_IN_A_CELL = 'ul, ol, pre, blockquote, table, hr, h1, h2, h3, h4, h5, h6'

/** The rows of a table itself, without those of tables in its cells. */
export function rowsOf(table: Element): readonly Element[] {
  return [...table.children].flatMap((child) =>
    isElement(child, 'tr') ? [child] : isElement(child, 'thead', 'tbody', 'tfoot') ? rowsOf(child) : [],
  )
}

const cellsOf = (row: Element): Element[] => [...row.children].filter((cell) => isElement(cell, 'td', 'th'))

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? '1', 10)
  return span > 1 ? Math.min(span, 100) : 1
}

/** The cells by row and column; null where a wider or taller cell reaches. */
function gridOf(table: Element): (Element | null)[][] {
  const rows = rowsOf(table)
  const grid: (Element | null | undefined)[][] = rows.map(() => [])
  for (const [r, row] of rows.entries()) {
    let column = 0
    for (const cell of cellsOf(row)) {
      while (grid[r]?.[column] !== undefined) column += 1
      const width = spanOf(cell, 'colspan')
      const height = spanOf(cell, 'rowspan')
      for (let down = 0; down < height; down++)
        for (let right = 0; right < width; right++) {
          const line = grid[r + down]
          if (line) line[column + right] = down === 0 && right === 0 ? cell : null
        }
      column += width
    }
  }
  const width = Math.max(0, ...grid.map((row) => row.length))
  return grid.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? null))
}

function isHeading(row: Element | undefined): boolean {
  if (row === undefined) return false
  return isElement(row.parentNode, 'thead') || cellsOf(row).every((cell) => cell.localName === 'th')
}

/** Whether a table stays HTML because GFM cannot say what is in it. */
function staysHtml(table: Element, writing: MarkdownWriting): boolean {
  if (table.querySelector(NOT_IN_A_CELL) !== null) return true
  if (!writing.exact) return false
  const rows = rowsOf(table)
  const plain = (element: Element, known: readonly string[]): boolean =>
    element.getAttributeNames().every((name) => known.includes(name))
  return (
    !isHeading(rows[0]) ||
    rows.slice(1).some((row) => isHeading(row) || cellsOf(row).some((cell) => cell.localName === 'th')) ||
    table.querySelector('caption, colgroup, tfoot, td p, th p, [colspan], [rowspan]') !== null ||
    !plain(table, []) ||
    [...table.querySelectorAll('tr, td, th')].some(
      (cell) => !plain(cell, cell.localName === 'tr' ? [] : ['align']),
    )
  )
}

function alignment(grid: readonly (readonly (Element | null)[])[], column: number): string {
  const said = grid.map((row) => row[column]?.getAttribute('align')?.toLowerCase() ?? '')
  const [head = '', ...body] = said
  return BORDERS[body.find((one) => one !== '') ?? head] ?? '---'
}

/** A cell's Markdown on one line, its bars escaped (GFM 4.10). */
function cellText(content: string): string {
  return content
    .trim()
    .replace(/ *\n[\s\n]*/g, '<br>')
    .replaceAll('|', '\\|')
}

/**
 * GFM tables. Merged cells leave empty ones, a table without a heading row takes its first as one; in exact writing
 * such tables stay HTML, and so does one with lists or code in its cells.
 */
export function tableRules(writing: MarkdownWriting): Record<string, TurndownService.Rule> {
  const texts = new WeakMap<Element, string>()
  return {
    cell: {
      filter: ['td', 'th'],
      replacement(content, node) {
        texts.set(node, cellText(content))
        return ''
      },
    },
    part: { filter: ['tr', 'thead', 'tbody', 'tfoot', 'colgroup', 'col'], replacement: () => '' },
    caption: { filter: 'caption', replacement: (content) => `\n\n${content.trim()}\n\n` },
    table: {
      filter: 'table',
      replacement(content, node) {
        if (staysHtml(node, writing)) return keptHtml(node)
        const grid = gridOf(node)
        const [head, ...body] = grid
        if (head === undefined || head.length === 0) return `\n\n${content}\n\n`
        const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
        const textOf = (cell: Element | null): string => (cell === null ? '' : (texts.get(cell) ?? ''))
        const borders = head.map((_, column) => alignment(grid, column))
        const lines = [line(head.map(textOf)), line(borders), ...body.map((row) => line(row.map(textOf)))]
        return `\n\n${content.trim()}\n\n${lines.join('\n')}\n\n`
      },
    },
  }
}
