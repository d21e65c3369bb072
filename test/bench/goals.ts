/** What was measured of one editor with one article. Milliseconds and megabytes. */
export interface Measured {
  readonly name: string
  /** Keydown to frame of the keys typed first, before its code is compiled. */
  readonly firstFrame: number
  /** Keydown to frame of the keys after those. */
  readonly frame: number
  /** Null without a preview. */
  readonly preview: number | null
  /** Null when no task took more than 50 ms. */
  readonly longest: number | null
  /** Opening to first content. */
  readonly first: number
  readonly complete: number
  /** Of the whole renderer: JavaScript, the page's nodes with their style and layout, and buffers. */
  readonly heap: number
  /** JavaScript's part of it. */
  readonly script: number
}

const said = (met: boolean): string => (met ? 'met' : 'missed')

/** What a table says of the goals set for Galley at that size, one line each. */
export function againstGoals(label: string, all: readonly Measured[]): string[] {
  const galley = all.find(({ name }) => name === 'galley')
  const floor = all.find(({ name }) => name === 'codemirror')
  if (!galley || !floor) return []
  const peers = all.filter(({ name }) => !['galley', 'codemirror', 'naive'].includes(name))
  const lines: string[] = []
  const compare = (what: string, mine: number, other: number, goal: number): void => {
    const ratio = mine / other
    const figures = `${mine.toFixed(1)} to ${other.toFixed(1)}`
    lines.push(
      `- ${label}, ${what}, at most ${goal}: ${ratio.toFixed(2)} (${figures}), ${said(ratio <= goal)}.`,
    )
  }
  const best = (of: (one: Measured) => number | null): number =>
    Math.min(...peers.map(of).filter((value) => value !== null))
  compare('keydown to frame ÷ CodeMirror alone', galley.frame, floor.frame, 1.2)
  if (peers.length > 0 && galley.preview !== null && (label === '100 KB' || label === '1 MB'))
    compare(
      'keydown to preview ÷ the best peer',
      galley.preview,
      best((one) => one.preview),
      label === '1 MB' ? 0.1 : 0.4,
    )
  if (peers.length > 0 && label === '1 MB') {
    compare(
      'opening to first content ÷ the best peer',
      galley.first,
      best((one) => one.first),
      0.1,
    )
    compare(
      'opening to complete ÷ the best peer',
      galley.complete,
      best((one) => one.complete),
      0.25,
    )
    const mdEditor = peers.find(({ name }) => name === 'mdEditor')
    if (mdEditor) compare('heap ÷ md-editor-v3', galley.heap, mdEditor.heap, 0.3)
  }
  const longest = galley.longest === null ? 'none' : `${galley.longest.toFixed(0)} ms`
  lines.push(`- ${label}, no long task while typing: ${longest}, ${said(galley.longest === null)}.`)
  return lines
}
