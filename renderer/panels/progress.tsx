import { ProgressBar } from 'react-aria-components'

/** How much is done of something, in one unit. */
export interface Part {
  readonly done: number
  readonly total: number
}

/** Bytes as megabytes with one decimal. */
export function megabytesOf({ done, total }: Part): { readonly done: string; readonly total: string } {
  const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1)
  return { done: megabytes(done), total: megabytes(total) }
}

/** A bar that fills as a work goes on; one that only moves while it is not known how far it is (null). */
export function Progress({ label, part }: { readonly label: string; readonly part: Part | null }) {
  if (part === null)
    return (
      <ProgressBar className="progress" aria-label={label} isIndeterminate>
        <span className="progress-track" />
      </ProgressBar>
    )
  const { done, total } = part
  return (
    <ProgressBar
      className="progress"
      aria-label={label}
      value={done}
      maxValue={Math.max(1, total)}
      style={{ '--progress-done': total === 0 ? 0 : done / total }}
    >
      <span className="progress-track" data-known />
    </ProgressBar>
  )
}
