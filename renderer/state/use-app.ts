import { createContext, useContext, useSyncExternalStore } from 'react'
import type { App } from './app.ts'
import type { AppState } from './app-state.ts'

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
