import { useAppState } from '../state/use-app.ts'
import { useMedia } from './use-media.ts'

/** Whether the page is at least this wide (or high), in pixels of the interface at its zoom. */
export function usePageAtLeast(pixels: number, side: 'width' | 'height' = 'width'): boolean {
  const zoom = useAppState((state) => state.settings.zoom)
  return useMedia(`(min-${side}: ${Math.round(pixels * zoom)}px)`)
}
