import type { TextEdit } from '../article/text-edit.ts'
import { attributeFindings } from './attribute-checks.ts'
import { emptyElement, escapedBraces, spanTower, tagsInCode } from './element-checks.ts'
import type { Finding } from './finding.ts'
import { scanPage } from './scan-page.ts'
import { widget } from './widgets.ts'

/** Most findings that are listed. */
export const MOST_FINDINGS = 2000
/** Characters of boxes read for widgets: what is nested deeply is not read again and again. */
const MOST_READ = 8_000_000
const MOST_BOX = 20_000
const BATCH = 500

export interface Examination {
  /** In the order of the source. */
  readonly findings: readonly Finding[]
  /** True: there are more than are listed. */
  readonly more: boolean
}

/** Looks for what HTML taken from web pages brings along. Does a few milliseconds' work between two calls of `next`. */
export function* examineHtml(html: string): Generator<undefined, Examination> {
  const page = yield* scanPage(html)
  const findings: Finding[] = []
  let read = 0
  let widgetEnd = 0
  for (const [i, element] of page.elements.entries()) {
    if (i % BATCH === 0) yield
    if (findings.length > MOST_FINDINGS) break
    const single = [escapedBraces, tagsInCode, spanTower, emptyElement].map((check) => check(page, element))
    findings.push(...single.filter((one) => one !== null), ...attributeFindings(element))
    // Of widgets in one another the outermost is told.
    if (element.open.from < widgetEnd || read > MOST_READ) continue
    read += Math.min((element.close?.to ?? element.open.to) - element.open.from, MOST_BOX)
    const box = widget(page, element)
    if (!box) continue
    widgetEnd = box.span.to
    findings.push(box)
  }
  const sorted = findings.sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to)
  return { findings: sorted.slice(0, MOST_FINDINGS), more: sorted.length > MOST_FINDINGS }
}

/**
 * The edits of all these findings together. Where two would change the same characters the larger wins: what is taken
 * away as a whole needs no mending inside.
 */
export function editsOf(findings: readonly Finding[]): readonly TextEdit[] {
  const size = ({ edits }: Finding): number => Math.max(...edits.map(({ from, to }) => to - from))
  const taken: TextEdit[] = []
  const ordered = [...findings].sort((a, b) => size(b) - size(a))
  const starts: TextEdit[] = []
  for (const { edits } of ordered) {
    if (edits.some((edit) => touches(starts, edit))) continue
    for (const edit of edits) insertSorted(starts, edit)
    taken.push(...edits)
  }
  return taken.sort((a, b) => a.from - b.from)
}

/** Whether an edit overlaps one of these, which are in order and do not overlap one another. */
function touches(sorted: readonly TextEdit[], { from, to }: TextEdit): boolean {
  const at = firstFrom(sorted, from)
  const before = sorted[at - 1]
  const after = sorted[at]
  return (before !== undefined && before.to > from) || (after !== undefined && after.from < to)
}

function insertSorted(sorted: TextEdit[], edit: TextEdit): void {
  sorted.splice(firstFrom(sorted, edit.from), 0, edit)
}

/** Index of the first edit that begins at or after `offset`. */
function firstFrom(sorted: readonly TextEdit[], offset: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.from ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
