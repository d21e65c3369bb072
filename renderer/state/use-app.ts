import { createContext, useContext, useState, useSyncExternalStore } from 'react'
import { activeTab, type App } from './app.ts'
import type { AppState, PanesTab, SteadyTab } from './app-state.ts'
import { panesTab, steadyTab, steadyTabs } from './steady-tab.ts'

export const AppContext = createContext<App | null>(null)

/** The application; throws outside `AppContext`. */
export function useApp(): App {
  const app = useContext(AppContext)
  if (!app) throw new Error('useApp outside AppContext')
  return app
}

/** A part of the state; the component renders again only when that part is another value (`Object.is`). */
export function useAppState<T>(select: (state: AppState) => T): T {
  const app = useApp()
  return useSyncExternalStore(app.subscribe, () => select(app.getState()))
}

/** The article in front without what follows the caret: at an ordinary key nothing is drawn again because of it. */
export function useSteadyTab(): SteadyTab | null {
  const [select] = useState(() => {
    let last: SteadyTab | null = null
    return (state: AppState) => (last = steadyTab(activeTab(state), last))
  })
  return useAppState(select)
}

/** What the panes show of it: nothing of them is drawn again as it turns unsaved either. */
export function usePanesTab(): PanesTab | null {
  const [select] = useState(() => {
    let last: PanesTab | null = null
    return (state: AppState) => (last = panesTab(activeTab(state), last))
  })
  return useAppState(select)
}

/** The open articles in the same way. */
export function useSteadyTabs(): readonly SteadyTab[] {
  const [select] = useState(() => {
    let last: readonly SteadyTab[] = []
    return (state: AppState) => (last = steadyTabs(state.tabs, last))
  })
  return useAppState(select)
}
