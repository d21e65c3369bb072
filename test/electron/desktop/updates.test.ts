import { createRequire } from 'node:module'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { UpdateSettings } from '../../../core/settings.ts'
import type { Updates } from '../../../electron/desktop/updates.ts'
import { launch, type Desktop } from './launch.ts'

interface Done {
  readonly calls: string[]
  autoDownload?: boolean
}

let desktop: Desktop
let updates: Updates
const failures: unknown[] = []

/** An updater on the disk, as the real one is: it notes what is asked of it. */
async function withUpdater(checks: string): Promise<Done> {
  const path = join(desktop.folder, `updater-${String(Math.random()).slice(2)}.cjs`)
  await writeFile(
    path,
    `const calls = []
    exports.autoUpdater = { calls,
      setFeedURL: ({ provider, url }) => void calls.push(provider + ' ' + url),
      checkForUpdates: async () => { calls.push('check'); ${checks} },
      downloadUpdate: async () => { calls.push('download') } }`,
  )
  const { createUpdates } = await import('../../../electron/desktop/updates.ts')
  const { messagesFor } = await import('../../../electron/desktop/messages.ts')
  updates = createUpdates({
    updater: path,
    messages: () => messagesFor('en', 'en'),
    log: (error) => failures.push(error),
  })
  return (createRequire(import.meta.url)(path) as { autoUpdater: Done }).autoUpdater
}

const FEED: UpdateSettings = { automatic: true, feed: 'https://updates.example/galley/' }
const FOUND = 'return { isUpdateAvailable: true, updateInfo: { version: "9.9.9" } }'

beforeEach(async () => {
  failures.length = 0
  desktop = await launch()
  vi.doMock('electron', () => desktop.electron.mainModule())
})
afterEach(() => desktop.dispose())

describe('updates', () => {
  it('are never looked for without an address, and the writer who asks is told so', async () => {
    const updater = await withUpdater(FOUND)
    await updates.check({ automatic: true, feed: '' }, false)
    expect(desktop.electron.dialog.shown).toEqual([])
    desktop.electron.dialog.willPress('OK')
    await updates.check({ automatic: true, feed: '' }, true)
    expect(desktop.electron.dialog.shown).toMatchObject([{ message: 'Galley does not look for updates.' }])
    expect(updater.calls).toEqual([])
  })

  it('are not looked for at the start unless the writer wished so', async () => {
    const updater = await withUpdater('return null')
    await updates.check({ ...FEED, automatic: false }, false)
    expect(updater.calls).toEqual([])
    await updates.check(FEED, false)
    expect(updater.calls).toEqual(['generic https://updates.example/galley/', 'check'])
    expect(desktop.electron.dialog.shown).toEqual([])
  })

  it('are downloaded on the word of the writer alone', async () => {
    const updater = await withUpdater(FOUND)
    desktop.electron.dialog.willPress('Later')
    await updates.check(FEED, false)
    expect(updater.calls).not.toContain('download')
    expect(updater.autoDownload).toBe(false)
    desktop.electron.dialog.willPress('Download')
    desktop.electron.dialog.willPress('OK')
    await updates.check(FEED, true)
    expect(updater.calls).toContain('download')
    expect(desktop.electron.dialog.shown.at(-1)).toMatchObject({ message: 'Galley 9.9.9 is ready.' })
  })

  it('that cannot be looked for are told to the writer who asked, and noted', async () => {
    await withUpdater('throw new Error("no network")')
    await updates.check(FEED, false)
    expect(desktop.electron.dialog.shown).toEqual([])
    desktop.electron.dialog.willPress('OK')
    await updates.check(FEED, true)
    expect(desktop.electron.dialog.shown).toMatchObject([{ detail: 'no network' }])
    expect(failures).toHaveLength(2)
  })

  it('are looked for when the page asks', async () => {
    desktop.electron.dialog.willPress('OK')
    expect(await desktop.bridge().call('app.checkUpdates')).toEqual({ ok: true, value: null })
    expect(desktop.electron.dialog.shown).toMatchObject([{ message: 'Galley does not look for updates.' }])
  })
})
