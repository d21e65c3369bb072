import { afterEach, describe, expect, test } from 'vitest'
import { COMMANDS } from '../../../core/commands.ts'
import type { AppInfo } from '../../../core/contract.ts'
import { handleShortcut, matchShortcut, shortcutLabel } from '../../../renderer/panels/shortcuts.ts'
import { createFakeApp, makeState, makeTab, type FakeApp } from './fake-app.ts'

const key = (name: string, init: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...init })

function appOn(info: Partial<AppInfo> = {}, disabled: readonly string[] = []): FakeApp {
  const tab = makeTab()
  const state = makeState()
  return createFakeApp({ info: { ...state.info, ...info }, tabs: [tab], activeId: tab.id }, { disabled })
}

/** Sends a key from an element of the page through the handler. */
function send(fake: FakeApp, target: Element, event: KeyboardEvent): boolean {
  let handled = false
  const listener = (seen: KeyboardEvent): void => {
    handled = handleShortcut(seen, fake.app)
  }
  window.addEventListener('keydown', listener, { capture: true, once: true })
  target.dispatchEvent(event)
  return handled
}

afterEach(() => document.body.replaceChildren())

describe('a shortcut is written', () => {
  test.each([
    ['Mod-Shift-s', 'linux', 'Ctrl+Shift+S'],
    ['Mod-Shift-s', 'win32', 'Ctrl+Shift+S'],
    ['Mod-Shift-s', 'darwin', '⇧⌘S'],
    ['Mod-Alt-1', 'darwin', '⌥⌘1'],
    ['Ctrl-PageDown', 'darwin', '⌃PageDown'],
    ['Ctrl-PageDown', 'linux', 'Ctrl+PageDown'],
    ['F6', 'linux', 'F6'],
    ['Mod-Shift-.', 'linux', 'Ctrl+Shift+.'],
  ] as const)('%s on %s as %s', (shortcut, platform, label) => {
    expect(shortcutLabel(shortcut, platform)).toBe(label)
  })
})

describe('a key event is a shortcut', () => {
  test('with Ctrl on Linux and Cmd on macOS', () => {
    expect(matchShortcut(key('s', { ctrlKey: true }), 'Mod-s', 'linux')).toBe(true)
    expect(matchShortcut(key('s', { metaKey: true }), 'Mod-s', 'darwin')).toBe(true)
    expect(matchShortcut(key('s', { ctrlKey: true }), 'Mod-s', 'darwin')).toBe(false)
  })
  test('only with exactly its modifiers', () => {
    expect(matchShortcut(key('S', { ctrlKey: true, shiftKey: true }), 'Mod-s', 'linux')).toBe(false)
    expect(matchShortcut(key('S', { ctrlKey: true, shiftKey: true }), 'Mod-Shift-s', 'linux')).toBe(true)
  })
  test('by the place of the key where the layout writes no Latin letter', () => {
    expect(matchShortcut(key('ы', { code: 'KeyS', ctrlKey: true }), 'Mod-s', 'linux')).toBe(true)
    expect(matchShortcut(key('o', { code: 'KeyS', ctrlKey: true }), 'Mod-s', 'linux')).toBe(false)
  })
  test('for digits and full stop with Shift held', () => {
    const held = { ctrlKey: true, shiftKey: true }
    expect(matchShortcut(key('*', { code: 'Digit8', ...held }), 'Mod-Shift-8', 'linux')).toBe(true)
    expect(matchShortcut(key('>', { code: 'Period', ...held }), 'Mod-Shift-.', 'linux')).toBe(true)
  })
  test('never while an input method composes', () => {
    expect(matchShortcut(key('s', { ctrlKey: true, isComposing: true }), 'Mod-s', 'linux')).toBe(false)
  })
  test('never with AltGr, which writes letters such as ś', () => {
    const event = key('s', { ctrlKey: true, altKey: true })
    Object.defineProperty(event, 'getModifierState', { value: (name: string) => name === 'AltGraph' })
    expect(matchShortcut(event, 'Mod-Alt-s', 'linux')).toBe(false)
  })
})

test('no two commands share a shortcut', () => {
  const shortcuts = COMMANDS.flatMap((it) => it.shortcut ?? [])
  expect(new Set(shortcuts).size).toBe(shortcuts.length)
})

describe('a shortcut in the page', () => {
  test('runs its command and keeps the browser from its own', () => {
    const fake = appOn()
    const event = key('s', { ctrlKey: true })
    expect(send(fake, document.body, event)).toBe(true)
    expect(fake.calls).toEqual([['run', 'file.save']])
    expect(event.defaultPrevented).toBe(true)
  })
  test('runs the command that the writer gave the keys to, before the one that has them by default', () => {
    const fake = appOn()
    const { settings } = fake.app.getState()
    fake.set({ settings: { ...settings, shortcuts: { 'insert.table': 'Mod-b', 'file.save': '' } } })
    send(fake, document.body, key('b', { ctrlKey: true }))
    expect(send(fake, document.body, key('s', { ctrlKey: true }))).toBe(false)
    expect(fake.calls).toEqual([['run', 'insert.table']])
  })
  test('does not run a command that is not enabled, yet keeps the browser from printing', () => {
    const fake = appOn({}, ['file.quickOpen'])
    const event = key('p', { ctrlKey: true })
    expect(send(fake, document.body, event)).toBe(true)
    expect(fake.calls).toEqual([])
    expect(event.defaultPrevented).toBe(true)
  })
  test('is not repeated by a held key, but undo is', () => {
    const fake = appOn()
    send(fake, document.body, key('n', { ctrlKey: true, repeat: true }))
    send(fake, document.body, key('z', { ctrlKey: true, repeat: true }))
    expect(fake.calls).toEqual([['run', 'edit.undo']])
  })
  test('waits while a dialog is open', () => {
    const fake = appOn()
    fake.set({ dialog: { kind: 'about' } })
    const event = key('s', { ctrlKey: true })
    send(fake, document.body, event)
    expect(fake.calls).toEqual([])
    expect(event.defaultPrevented).toBe(true)
  })
  test('takes back in the settings what was done there, but for a field that is typed into', () => {
    const fake = appOn()
    let undone = 0
    fake.set({
      dialog: { kind: 'settings', section: null },
      settingsUndo: { label: 'Reset', keys: [], run: () => (undone += 1) },
    })
    document.body.innerHTML = '<input type="search"><input type="checkbox">'
    const [search, box] = document.querySelectorAll('input')
    expect(send(fake, search!, key('z', { ctrlKey: true }))).toBe(false)
    expect(undone).toBe(0)
    expect(send(fake, box!, key('z', { ctrlKey: true }))).toBe(true)
    expect(undone).toBe(1)
  })
  test('of the palette closes the palette', () => {
    const fake = appOn()
    fake.set({ dialog: { kind: 'palette' } })
    send(fake, document.body, key('P', { ctrlKey: true, shiftKey: true }))
    expect(fake.calls).toEqual([['answer', null]])
  })

  const field = (pane: string): HTMLInputElement => {
    document.body.innerHTML = `<section data-pane="${pane}"><input></section>`
    return document.querySelector('input')!
  }
  test('saves from the form', () => {
    const fake = appOn()
    expect(send(fake, field('form'), key('s', { ctrlKey: true }))).toBe(true)
    expect(fake.calls).toEqual([['run', 'file.save']])
  })
  test('undoes in the article when it is pressed in the form', () => {
    const fake = appOn()
    send(fake, field('form'), key('z', { ctrlKey: true }))
    expect(fake.calls).toEqual([['run', 'edit.undo']])
  })
  test('stays undo of the field elsewhere', () => {
    const fake = appOn()
    const event = key('z', { ctrlKey: true })
    expect(send(fake, field('other'), event)).toBe(false)
    expect(fake.calls).toEqual([])
    expect(event.defaultPrevented).toBe(false)
  })
  test('formats nothing from a text field', () => {
    const fake = appOn()
    expect(send(fake, field('form'), key('b', { ctrlKey: true }))).toBe(false)
    expect(fake.calls).toEqual([])
  })
  test('formats from the source editor', () => {
    const fake = appOn()
    document.body.innerHTML = '<div class="cm-content" contenteditable="true"></div>'
    send(fake, document.querySelector('.cm-content')!, key('b', { ctrlKey: true }))
    expect(fake.calls).toEqual([['run', 'format.bold']])
  })
  test('is left to the native menu in the desktop shell, but for undo in the form and on its buttons', () => {
    const fake = appOn({ shell: 'desktop' })
    expect(send(fake, document.body, key('s', { ctrlKey: true }))).toBe(false)
    expect(send(fake, field('form'), key('z', { ctrlKey: true }))).toBe(true)
    document.body.innerHTML = '<button></button><div class="cm-content" contenteditable="true"></div>'
    expect(send(fake, document.querySelector('button')!, key('z', { ctrlKey: true }))).toBe(true)
    expect(send(fake, document.querySelector('.cm-content')!, key('z', { ctrlKey: true }))).toBe(false)
    expect(fake.calls).toEqual([
      ['run', 'edit.undo'],
      ['run', 'edit.undo'],
    ])
  })
})
