import { useState, type FocusEvent } from 'react'
import type { ControlKind } from '../../core/front-matter/schemas/field-control.ts'

const TYPED: ReadonlySet<ControlKind> = new Set<ControlKind>(['text', 'longText', 'date', 'image'])

interface SteadyKind {
  readonly kind: ControlKind
  readonly handlers: { readonly onFocus: () => void; readonly onBlur: (event: FocusEvent) => void }
}

/**
 * The kind of control to show: while a text is typed, half a date or half an address is no date and no address,
 * and the control must not be taken away under the hand. It changes when the focus has left.
 */
export function useSteadyKind(fitting: ControlKind): SteadyKind {
  const [held, setHeld] = useState<ControlKind | null>(null)
  const kind = held !== null && TYPED.has(held) && TYPED.has(fitting) ? held : fitting
  return {
    kind,
    handlers: {
      onFocus: () => setHeld((now) => now ?? kind),
      onBlur: (event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setHeld(null)
      },
    },
  }
}
