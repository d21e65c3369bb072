import { useEffect, useRef } from 'react'
import { formatShortcut } from '../../core/shortcuts.ts'
import { keyOf, type Platform } from '../panels/shortcuts.ts'

/** What was pressed: keys, or the wish to have none, or to stop. */
export type Recorded =
  | { readonly kind: 'keys'; readonly shortcut: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'cancel' }

/** The shortcut an event is; null while only Shift, Ctrl and the like are held, or an input method has the key. */
export function recordedShortcut(event: KeyboardEvent, platform: Platform): string | null {
  // 229: the input method has the key (UI Events, legacy key codes).
  // oxlint-disable-next-line typescript/no-deprecated
  if (event.isComposing || event.keyCode === 229) return null
  const key = keyOf(event)
  if (key === null) return null
  const { ctrlKey: ctrl, metaKey: meta, altKey: alt, shiftKey: shift } = event
  return formatShortcut({ ctrl, meta, alt, shift, key }, platform)
}

/** While `active`, takes every key of the page for itself and tells what was pressed. */
export function useRecorder(active: boolean, platform: Platform, tell: (recorded: Recorded) => void): void {
  const latest = useRef(tell)
  useEffect(() => {
    latest.current = tell
  })
  useEffect(() => {
    if (!active) return
    const listener = (event: KeyboardEvent): void => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
      // Tab goes on as usual, so that nobody is caught here.
      if (event.key === 'Tab' && !event.ctrlKey && !event.metaKey && !event.altKey) return
      event.preventDefault()
      event.stopImmediatePropagation()
      if (event.repeat) return
      if (plain && event.key === 'Escape') latest.current({ kind: 'cancel' })
      else if (plain && (event.key === 'Backspace' || event.key === 'Delete'))
        latest.current({ kind: 'none' })
      else {
        const shortcut = recordedShortcut(event, platform)
        if (shortcut !== null) latest.current({ kind: 'keys', shortcut })
      }
    }
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [active, platform])
}
