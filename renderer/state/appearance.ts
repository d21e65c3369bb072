import type { Settings } from '../../core/settings.ts'
import type { AppState } from './app-state.ts'

/** What the settings come to on this system. */
export type Appearance = Pick<AppState, 'dark' | 'highContrast'>

const systemDark = (): MediaQueryList => window.matchMedia('(prefers-color-scheme: dark)')
const systemContrast = (): MediaQueryList => window.matchMedia('(prefers-contrast: more)')

/** Whether the colours are dark, and whether they are the high-contrast ones. */
export function appearanceOf({ theme, contrast }: Settings): Appearance {
  return {
    dark: theme === 'dark' || (theme === 'system' && systemDark().matches),
    highContrast: contrast === 'more' || (contrast === 'system' && systemContrast().matches),
  }
}

/** Calls `changed` when the system asks for other colours. */
export function followSystemColours(changed: () => void): void {
  systemDark().addEventListener('change', changed)
  systemContrast().addEventListener('change', changed)
}
