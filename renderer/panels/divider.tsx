import { useRef, type KeyboardEvent, type PointerEvent } from 'react'

export interface DividerProps {
  readonly label: string
  /** Id of the pane whose width it sets. */
  readonly controls: string
  /** On which side of the divider that pane stands. */
  readonly side: 'before' | 'after'
  /** Width of the pane as a fraction of the panes' width (0 to 1), with its limits. */
  readonly value: number
  readonly min: number
  readonly max: number
  /** Called at each movement of a drag, to show it. */
  readonly onPreview: (value: number) => void
  /** Called once with the width to keep, after a drag and at each key. */
  readonly onChange: (value: number) => void
  /** Double click or Enter. */
  readonly onCollapse: () => void
}

/** Share of the width one press of an arrow key moves; with Shift five times that. */
const STEP = 0.02

/** A vertical separator between two panes that is dragged, stepped by arrow keys, and collapses its pane. */
export function Divider(props: DividerProps) {
  const { value, min, max, side } = props
  const drag = useRef<{ startX: number; width: number; value: number } | null>(null)
  const clamp = (wanted: number): number => Math.min(max, Math.max(min, wanted))

  const start = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return
    const panes = workspaceOf(event.currentTarget)
    if (!panes) return
    event.currentTarget.setPointerCapture(event.pointerId)
    panes.dataset.dragging = ''
    drag.current = { startX: event.clientX, width: panes.getBoundingClientRect().width, value }
  }
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    const { current } = drag
    if (!current) return
    const by = ((event.clientX - current.startX) / current.width) * (side === 'before' ? 1 : -1)
    current.value = clamp(value + by)
    event.currentTarget.setAttribute('aria-valuenow', String(percent(current.value)))
    props.onPreview(current.value)
  }
  const end = (event: PointerEvent<HTMLDivElement>): void => {
    const { current } = drag
    drag.current = null
    delete workspaceOf(event.currentTarget)?.dataset.dragging
    if (current && current.value !== value) props.onChange(current.value)
  }
  const key = (event: KeyboardEvent): void => {
    const step = STEP * (event.shiftKey ? 5 : 1) * (side === 'before' ? 1 : -1)
    const next = nextValue(event.key, step)
    if (event.key === 'Enter') props.onCollapse()
    else if (next === null) return
    else if (clamp(next) !== value) props.onChange(clamp(next))
    event.preventDefault()
  }
  const nextValue = (name: string, step: number): number | null => {
    switch (name) {
      case 'ArrowLeft':
        return value - step
      case 'ArrowRight':
        return value + step
      case 'Home':
        return min
      case 'End':
        return max
      default:
        return null
    }
  }

  return (
    <div
      role="separator"
      tabIndex={0}
      className="divider"
      aria-orientation="vertical"
      aria-label={props.label}
      aria-controls={props.controls}
      aria-valuenow={percent(value)}
      aria-valuemin={percent(min)}
      aria-valuemax={percent(max)}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={key}
      onDoubleClick={props.onCollapse}
    />
  )
}

function percent(value: number): number {
  return Math.round(value * 100)
}

/** What the panes' widths are fractions of. */
function workspaceOf(divider: Element): HTMLElement | null {
  return divider.closest<HTMLElement>('.workspace, .app-body')
}
