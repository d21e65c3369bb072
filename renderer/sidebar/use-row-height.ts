import { useAppState } from '../state/use-app.ts'

/** Height of a row of the sidebar's lists, in CSS pixels, as in sidebar.css. */
export function useRowHeight(): number {
  return useAppState((state) => (state.settings.density === 'compact' ? 24 : 28))
}
