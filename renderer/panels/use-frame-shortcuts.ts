import { useEffect, type RefObject } from 'react'
import { useApp } from '../state/use-app.ts'
import { handleShortcut } from './shortcuts.ts'

/** Takes the shortcuts that are pressed while the focus is in a frame inside `host`, whenever that frame loads. */
export function useFrameShortcuts(host: RefObject<HTMLElement | null>): void {
  const app = useApp()
  useEffect(() => {
    const element = host.current
    if (!element) return
    const ended = new AbortController()
    const { signal } = ended
    const follow = (frame: Element | null): void => {
      if (!(frame instanceof HTMLIFrameElement)) return
      frame.contentWindow?.addEventListener('keydown', (event) => void handleShortcut(event, app), {
        capture: true,
        signal,
      })
    }
    follow(element.querySelector('iframe'))
    element.addEventListener(
      'load',
      (event) => follow(event.target instanceof Element ? event.target : null),
      {
        capture: true,
        signal,
      },
    )
    return () => ended.abort()
  }, [app, host])
}
