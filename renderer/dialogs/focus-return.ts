import { useEffect, useRef } from 'react'

/**
 * Gives the focus back to what had it before the first of several dialogs, one answering for the next. A single dialog
 * does that by itself; the second of a row finds nothing focused as it comes up, for the first has just gone.
 */
export function useFocusReturn(shown: boolean): void {
  const before = useRef<HTMLElement>(null)
  useEffect(() => {
    const remember = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && !target.closest('.modal-backdrop')) before.current = target
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [])
  useEffect(() => {
    if (shown) return
    // After the dialog's own try, which it makes in the frame that follows.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (document.activeElement === document.body) before.current?.focus()
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [shown])
}
