import type { Settings } from '../../core/settings.ts'
import type { App } from './app.ts'

/** Changes settings in a way that may not have been meant, and offers to take that back; `label` says what was done. */
export function changeWithUndo(
  app: Pick<App, 'getState' | 'changeSettings' | 'offerSettingsUndo'>,
  patch: Partial<Settings>,
  label: string,
): void {
  const { settings } = app.getState()
  const keys = Object.keys(patch) as (keyof Settings)[]
  const before: Partial<Settings> = Object.fromEntries(keys.map((key) => [key, settings[key]]))
  app.changeSettings(patch)
  app.offerSettingsUndo({ label, keys, run: () => app.changeSettings(before) })
}
