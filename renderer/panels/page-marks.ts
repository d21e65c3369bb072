import { useEffect, useLayoutEffect } from 'react'
import { useApp } from '../state/use-app.ts'
import { usePageAtLeast } from './use-page-width.ts'

/** Below these sizes of the page, in CSS pixels, style sheets leave out what is not needed. */
const NARROW = 900
const TIGHT = 600
const LOW = 620

/** Keeps marks on the root element for style sheets: `data-narrow`, `data-tight`, `data-low`, `data-zen`. */
export function usePageMarks(zen: boolean): void {
  const narrow = !usePageAtLeast(NARROW)
  const tight = !usePageAtLeast(TIGHT)
  const low = !usePageAtLeast(LOW, 'height')
  useLayoutEffect(() => {
    const { documentElement: root } = document
    root.toggleAttribute('data-narrow', narrow)
    root.toggleAttribute('data-tight', tight)
    root.toggleAttribute('data-low', low)
    root.toggleAttribute('data-zen', zen)
  }, [narrow, tight, low, zen])
}

/** Escape leaves zen, unless something in the page has its own use for the key. */
export function useZenEscape(zen: boolean): void {
  const app = useApp()
  useEffect(() => {
    if (!zen) return
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      if (app.getState().dialog === null) app.changeLayout({ zen: false })
    }
    window.addEventListener('keydown', key)
    return () => window.removeEventListener('keydown', key)
  }, [app, zen])
}
