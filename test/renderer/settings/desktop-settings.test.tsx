import { describe, expect, test } from 'vitest'
import type { Bridge } from '../../../core/contract.ts'
import { DEFAULT_SETTINGS } from '../../../core/settings.ts'
import type { SettingSection } from '../../../core/settings-table.ts'
import { SettingsDialog } from '../../../renderer/settings/settings-dialog.tsx'
import { createFakeApp, makeState, type FakeApp } from '../panels/fake-app.ts'
import { after, button, click, render, type } from '../panels/render.tsx'

interface Desktop {
  readonly platform?: 'linux' | 'darwin'
  readonly words?: readonly string[]
  readonly fails?: boolean
}

/** The settings dialog in the desktop app on `platform`, whose dictionary knows these words. */
async function show(
  section: SettingSection,
  { platform = 'linux', words = [], fails = false }: Desktop = {},
): Promise<FakeApp> {
  const fake = createFakeApp({ info: { ...makeState().info, shell: 'desktop', platform } })
  let kept = words
  const call = (method: string, word?: string): Promise<unknown> => {
    if (fails) return Promise.resolve({ ok: false, code: 'ioError', message: '', details: { name: 'words' } })
    if (method === 'spelling.forget') kept = kept.filter((it) => it !== word)
    if (method === 'spelling.add' && word !== undefined) kept = [...kept, word]
    const available = platform === 'darwin' ? [] : ['de', 'en-GB', 'fr']
    return Promise.resolve({ ok: true, value: { available, words: kept } })
  }
  const bridge: Bridge = { ...fake.app.bridge, call: call as Bridge['call'] }
  await render({ ...fake.app, bridge }, <SettingsDialog section={section} />)
  await after(() => undefined)
  return fake
}

const box = (name: string): HTMLInputElement => {
  const label = [...document.querySelectorAll('label')].find((it) => it.textContent.trim().startsWith(name))
  return label!.querySelector('input')!
}
const boxes = (): readonly string[] =>
  [...document.querySelectorAll('.check-columns label')].map((it) => it.textContent.trim())
/** The boxes that are not languages. */
const wishes = (): readonly HTMLInputElement[] =>
  [...document.querySelectorAll<HTMLInputElement>('.setting-parts input')].filter(
    (it) => it.closest('.check-columns') === null,
  )
const known = (): readonly string[] => [...document.querySelectorAll('.word')].map((it) => it.textContent)

describe('spelling in the desktop app', () => {
  test('is checked in the languages chosen, by their names in the language of the interface', async () => {
    const fake = await show('spelling')
    expect(boxes()).toEqual(['German', 'British English', 'French'])
    await click(box('German'))
    await click(box('French'))
    expect(fake.app.getState().settings.spelling).toEqual({
      ...DEFAULT_SETTINGS.spelling,
      languages: ['de', 'fr'],
    })
    await after(() => fake.set({ language: 'zh-CN' }))
    expect(boxes()).toContain('法语')
  })
  test('can be left off, and fetches dictionaries only on the writer’s word', async () => {
    const fake = await show('spelling')
    const { enabled, download } = fake.app.getState().settings.spelling
    expect([enabled, download]).toEqual([true, false])
    for (const input of wishes()) await click(input)
    expect(fake.app.getState().settings.spelling).toMatchObject({ enabled: false, download: true })
  })
  test('leaves languages and dictionaries to macOS', async () => {
    await show('spelling', { platform: 'darwin' })
    expect(boxes()).toEqual([])
    expect(wishes()).toHaveLength(1)
  })
  test('forgets a word the writer has added, and takes that back', async () => {
    await show('spelling', { words: ['tidewrack', 'quayside'] })
    expect(known()).toEqual(['tidewrack', 'quayside'])
    await click(document.querySelector('.word button'))
    expect(known()).toEqual(['quayside'])
    expect(document.querySelector('.settings-undo-text')?.textContent).toBe('“tidewrack” is forgotten.')
    await click(button('Undo'))
    await after(() => undefined)
    expect(known()).toEqual(['quayside', 'tidewrack'])
  })
  test('says when the dictionary cannot be read', async () => {
    await show('spelling', { fails: true })
    expect(document.querySelector('.setting-parts [role="alert"]')?.textContent).not.toBe('')
  })
})

describe('updates of the desktop app', () => {
  const feed = (): HTMLInputElement => document.querySelector<HTMLInputElement>('input[type="url"]')!
  const leave = (): Promise<void> => after(() => feed().blur())

  test('are looked for at each start only when the writer wants it', async () => {
    const fake = await show('updates')
    expect(fake.app.getState().settings.updates.automatic).toBe(false)
    await click(document.querySelector('.setting-parts input[type="checkbox"]'))
    expect(fake.app.getState().settings.updates.automatic).toBe(true)
  })
  test('come from an address that is kept once it is one', async () => {
    const fake = await show('updates')
    feed().focus()
    await type(feed(), 'http://plain.example.com')
    expect(document.querySelector('.field-error')?.textContent).not.toBe('')
    await leave()
    expect(fake.app.getState().settings.updates.feed).toBe('')
    feed().focus()
    await type(feed(), 'https://updates.example.com/galley')
    expect(document.querySelector('.field-error')).toBe(null)
    await leave()
    expect(fake.app.getState().settings.updates.feed).toBe('https://updates.example.com/galley')
  })
})
