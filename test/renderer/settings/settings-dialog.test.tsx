import { describe, expect, test } from 'vitest'
import { handleShortcut } from '../../../renderer/panels/shortcuts.ts'
import { SettingsDialog } from '../../../renderer/settings/settings-dialog.tsx'
import { recordedShortcut } from '../../../renderer/settings/use-recorder.ts'
import { createFakeApp, type FakeApp } from '../panels/fake-app.ts'
import { after, button, click, press, render, type, unmountAll } from '../panels/render.tsx'
import { DEFAULT_SETTINGS, type Settings } from '../../../core/settings.ts'
import type { SettingSection } from '../../../core/settings-table.ts'

async function show(section: SettingSection | null, settings: Partial<Settings> = {}): Promise<FakeApp> {
  const fake = createFakeApp({
    settings: { ...DEFAULT_SETTINGS, ...settings },
    dialog: { kind: 'settings', section },
  })
  await render(fake.app, <SettingsDialog section={section} />)
  return fake
}

const names = (): readonly string[] =>
  [...document.querySelectorAll('.setting-name')].map((it) => it.textContent)
const row = (key: string): HTMLElement => document.querySelector<HTMLElement>(`[data-setting="${key}"]`)!
const undoText = (): string => document.querySelector('.settings-undo-text')?.textContent ?? ''
const ctrlZ = (): KeyboardEvent => new KeyboardEvent('keydown', { key: 'z', code: 'KeyZ', ctrlKey: true })
const search = (): HTMLInputElement => document.querySelector<HTMLInputElement>('input[type="search"]')!

describe('the settings dialog', () => {
  test('changes a setting at once, and puts the default back', async () => {
    const fake = await show('editor')
    await click(row('lineNumbers').querySelector('input'))
    expect(fake.app.getState().settings.lineNumbers).toBe(true)
    await click(button(/^Reset “Line numbers”/, row('lineNumbers')))
    expect(fake.app.getState().settings.lineNumbers).toBe(false)
    expect(row('lineNumbers').querySelector('[aria-label^="Reset"]')).toBe(null)
  })
  test('follows a language that is chosen while it is open', async () => {
    const fake = await show('language')
    await after(() => fake.set({ language: 'zh-CN' }))
    expect(names()).toEqual(['界面语言'])
    expect(document.querySelector('.dialog-title')?.textContent).toBe('设置')
  })
  test('finds settings across sections, and says how many', async () => {
    await show('appearance')
    await type(search(), 'font')
    expect(names()).toContain('Font of the source')
    expect(names()).not.toContain('Theme')
    expect(document.querySelector('.settings-pane [role="status"]')?.textContent).toMatch(/settings found/)
    await type(search(), 'zzzz')
    expect(document.querySelector('.settings-none')?.textContent).toMatch(/No setting/)
  })
  test('forgets an article that may load images, and all of them', async () => {
    const fake = await show('preview', { remoteImagesAllowed: ['/posts/a.md', '/posts/b.md'] })
    await click(button('Forget a.md'))
    expect(fake.app.getState().settings.remoteImagesAllowed).toEqual(['/posts/b.md'])
    await click(button('Forget All', row('remoteImagesAllowed')))
    expect(fake.app.getState().settings.remoteImagesAllowed).toEqual([])
  })
  test('takes back what was reset or forgotten, by the button or by Ctrl+Z', async () => {
    const former: Partial<Settings> = {
      theme: 'dark',
      remoteImagesAllowed: ['/posts/a.md', '/posts/b.md'],
      encodings: { '/posts/a.md': 'gbk' },
      schemas: { '/site': 'hexo' },
      shortcuts: { 'format.bold': 'F18' },
    }
    const acts: readonly (readonly [SettingSection, string, string])[] = [
      ['appearance', 'Reset “Theme” to its default', '“Theme” is back at its default.'],
      ['preview', 'Forget a.md', '“a.md” is forgotten.'],
      ['preview', 'Forget All', '2 entries are forgotten.'],
      ['files', 'Forget a.md', '“a.md” is forgotten.'],
      ['frontMatter', 'Forget All', '1 entry is forgotten.'],
      ['shortcuts', 'Reset “Bold” to Ctrl+B', 'The keys of “Bold” are changed.'],
      ['shortcuts', 'Reset All Shortcuts', 'All shortcuts are back at their defaults.'],
    ]
    for (const [at, [section, act, said]] of acts.entries()) {
      const fake = await show(section, former)
      const before = fake.app.getState().settings
      await click(button(act))
      expect(fake.app.getState().settings, act).not.toEqual(before)
      expect(undoText(), act).toBe(said)
      if (at % 2 === 0) await click(button('Undo'))
      else await after(() => handleShortcut(ctrlZ(), fake.app))
      expect(fake.app.getState().settings, act).toEqual(before)
      expect(undoText()).toBe('')
      unmountAll()
    }
  })
  test('keeps the focus in the dialog when what was pressed goes', async () => {
    await show('preview', { remoteImagesAllowed: ['/posts/a.md'] })
    button('Forget a.md').focus()
    await click(button('Forget a.md'))
    expect(row('remoteImagesAllowed').contains(document.activeElement)).toBe(true)
    button('Undo').focus()
    await click(button('Undo'))
    expect(document.activeElement?.closest('[role="dialog"]')).not.toBe(null)
  })
  test('answers with the section to come back to when something is to be exported', async () => {
    const fake = await show('files')
    await click(button('Export…'))
    expect(fake.calls).toContainEqual(['answer', { then: 'export', section: 'files' }])
  })
})

describe('changing a shortcut', () => {
  const record = async (name: RegExp, key: string, init: KeyboardEventInit): Promise<void> => {
    await click(button(name))
    await press(document.body, key, init)
  }
  test('gives a command free keys', async () => {
    const fake = await show('shortcuts')
    await record(/^Change the keys of “Table”/, 'F18', {})
    await click(button('Use F18'))
    expect(fake.app.getState().settings.shortcuts).toEqual({ 'insert.table': 'F18' })
  })
  test('says who has the keys, and takes them over', async () => {
    const fake = await show('shortcuts')
    await record(/^Change the keys of “Table”/, 'b', { code: 'KeyB', ctrlKey: true })
    expect(document.querySelector('.recorder-prompt')?.textContent).toMatch(/belong to “Bold”/)
    await click(button('Take Ctrl+B Over'))
    expect(fake.app.getState().settings.shortcuts).toEqual({ 'format.bold': '', 'insert.table': 'Mod-b' })
  })
  test('refuses what every text field needs', async () => {
    const fake = await show('shortcuts')
    await record(/^Change the keys of “Table”/, 'c', { code: 'KeyC', ctrlKey: true })
    expect(document.querySelector('.recorder-prompt')?.textContent).toMatch(/cannot be given/)
    expect(() => button(/^Use|^Take/)).toThrow()
    expect(fake.app.getState().settings.shortcuts).toEqual({})
  })
  test('takes keys away with Backspace, stops with Escape, and puts one or all back', async () => {
    const fake = await show('shortcuts')
    await record(/^Change the keys of “Bold”/, 'Backspace', {})
    expect(fake.app.getState().settings.shortcuts).toEqual({ 'format.bold': '' })
    await record(/^Change the keys of “Italic”/, 'Escape', {})
    expect(document.querySelector('.recorder')).toBe(null)
    await click(button('Reset “Bold” to Ctrl+B'))
    expect(fake.app.getState().settings.shortcuts).toEqual({})
    await record(/^Change the keys of “Bold”/, 'F18', {})
    await click(button('Use F18'))
    await click(button('Reset All Shortcuts'))
    expect(fake.app.getState().settings.shortcuts).toEqual({})
  })
})

describe('keys that are pressed are a shortcut', () => {
  const event = (key: string, init: KeyboardEventInit = {}): KeyboardEvent =>
    new KeyboardEvent('keydown', { key, ...init })
  test('by letter, by place where the layout has no Latin letter, and by digit under Shift', () => {
    expect(recordedShortcut(event('S', { code: 'KeyS', ctrlKey: true, shiftKey: true }), 'linux')).toBe(
      'Mod-Shift-s',
    )
    expect(recordedShortcut(event('ы', { code: 'KeyS', ctrlKey: true }), 'linux')).toBe('Mod-s')
    expect(recordedShortcut(event('∑', { code: 'KeyW', altKey: true }), 'darwin')).toBe('Alt-w')
    expect(recordedShortcut(event('*', { code: 'Digit8', ctrlKey: true, shiftKey: true }), 'linux')).toBe(
      'Mod-Shift-8',
    )
    expect(recordedShortcut(event('>', { code: 'Period', metaKey: true, shiftKey: true }), 'darwin')).toBe(
      'Mod-Shift-.',
    )
  })
  test('but not Shift alone, nor what an input method composes', () => {
    expect(recordedShortcut(event('Shift', { code: 'ShiftLeft', shiftKey: true }), 'linux')).toBe(null)
    expect(recordedShortcut(event('s', { code: 'KeyS', isComposing: true }), 'linux')).toBe(null)
  })
})
