import { expect, test } from 'vitest'
import type { Contract, Reply } from '../../../core/contract.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../core/settings.ts'
import { createSettingsSync } from '../../../renderer/state/settings-sync.ts'
import type { Failure } from '../../../renderer/state/app-state.ts'
import { memoryBridge } from './memory-bridge.ts'

type Written = Reply<Contract['settings.write']['result']>

/** A page whose changes are stored when the test says so. */
function page() {
  const answers: ((reply: Written) => void)[] = []
  const shell = memoryBridge(new Map(), {
    'settings.write': () => new Promise((resolve) => answers.push(resolve)),
  })
  let settings: Settings = DEFAULT_SETTINGS
  const failures: Failure[] = []
  const sync = createSettingsSync({
    bridge: shell.bridge,
    current: () => settings,
    apply: (next) => {
      settings = next
    },
    failed: (failure) => failures.push(failure),
  })
  return {
    sync,
    failures,
    settings: () => settings,
    told: (patch: Partial<Settings>) => shell.emit('settings.changed', { ...DEFAULT_SETTINGS, ...patch }),
    stored: async (reply?: Written) => {
      answers.shift()?.(reply ?? { ok: true, value: DEFAULT_SETTINGS })
      await Promise.resolve()
      await Promise.resolve()
    },
  }
}

test('what another page changed is shown', () => {
  const { told, settings } = page()
  told({ theme: 'dark' })
  expect(settings().theme).toBe('dark')
})

test('of two quick changes the first does not show again when it is stored', async () => {
  const { sync, told, settings, stored } = page()
  sync.change({ fontSize: 16 })
  sync.change({ fontSize: 17 })
  told({ fontSize: 16 })
  await stored()
  expect(settings().fontSize).toBe(17)
  told({ fontSize: 17, theme: 'dark' })
  await stored()
  expect(settings()).toMatchObject({ fontSize: 17, theme: 'dark' })
})

test('a change that could not be stored is told of', async () => {
  const { sync, failures, stored } = page()
  sync.change({ fontSize: 16 })
  await stored({ ok: false, code: 'diskFull', message: 'full', details: {} })
  expect(failures.map((it) => it.code)).toEqual(['diskFull'])
})
