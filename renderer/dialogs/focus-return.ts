import { useCallback, useEffect, useRef } from 'react'

/** What comes and goes over the article: the focus never stays there. */
const PASSING = '.modal-backdrop, .bars'

/**
 * Gives a function that gives the focus back to what last had it in the page itself, when it was lost with what has
 * just gone: the second of two dialogs, or a bar whose button was pressed. Nothing happens when something has it.
 */
function useGivingBack(): () => () => void {
  const before = useRef<HTMLElement>(null)
  useEffect(() => {
    const note = (target: EventTarget | null): void => {
      const isPlace = target instanceof HTMLElement && target !== document.body
      if (isPlace && !target.closest(PASSING)) before.current = target
    }
    const remember = ({ target }: FocusEvent): void => note(target)
    // The editor may have had it before this was listened for.
    note(document.activeElement)
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [])
  return useCallback(() => {
    // After a dialog's own try, which it makes in the frame that follows.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (document.activeElement === document.body) before.current?.focus()
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [])
}

/**
 * Gives the focus back to what had it before the first of several dialogs, one answering for the next. A single dialog
 * does that by itself; the second of a row finds nothing focused as it comes up, for the first has just gone.
 */
export function useFocusReturn(shown: boolean): void {
  const giveBack = useGivingBack()
  useEffect(() => (shown ? undefined : giveBack()), [shown, giveBack])
}

/** Gives the focus back to the page when a bar goes that had it; for the component that renders the bars. */
export function useFocusBehindBars(): void {
  const giveBack = useGivingBack()
  const inside = useRef(false)
  useEffect(() => {
    const look = ({ target }: FocusEvent): void => {
      inside.current = target instanceof Element && target.closest('.bars') !== null
    }
    document.addEventListener('focusin', look)
    return () => document.removeEventListener('focusin', look)
  }, [])
  useEffect(() => (inside.current ? giveBack() : undefined))
}
