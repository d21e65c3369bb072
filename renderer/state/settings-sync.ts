import type { Bridge } from '../../core/contract.ts'
import type { Settings } from '../../core/settings.ts'
import type { Failure } from './app-state.ts'

/** The writer's settings in step with what is stored, which other pages change too. */
export interface SettingsSync {
  /** Shows the change at once and has it stored. */
  readonly change: (patch: Partial<Settings>) => void
}

export interface SettingsSyncOptions {
  readonly bridge: Bridge
  readonly current: () => Settings
  readonly apply: (settings: Settings) => void
  readonly failed: (failure: Failure) => void
}

/**
 * Follows `settings.changed`. While changes of this page are on their way, what is told waits for the last answer,
 * so that an older state never shows again between two quick changes.
 */
export function createSettingsSync({ bridge, current, apply, failed }: SettingsSyncOptions): SettingsSync {
  let pending = 0
  let told: Settings | null = null

  bridge.on('settings.changed', (settings) => {
    if (pending === 0) apply(settings)
    else told = settings
  })

  return {
    change(patch) {
      apply({ ...current(), ...patch })
      pending += 1
      void bridge.call('settings.write', patch).then((reply) => {
        pending -= 1
        if (!reply.ok) failed(reply)
        if (pending > 0) return
        if (told !== null) apply(told)
        told = null
      })
    },
  }
}
