import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMMANDS, type CommandSpec } from '../../core/commands.ts'
import {
  formatShortcut,
  holderOf,
  isShortcut,
  parseShortcut,
  sameShortcut,
  shortcutOf,
  takeShortcut,
  withDefaultShortcut,
  withShortcut,
} from '../../core/shortcuts.ts'

describe('the notation', () => {
  test.each(['Mod-s', 'Mod-Shift-.', 'F6', 'Ctrl-PageDown', 'Mod--', 'Mod-Shift--', '-', 'Alt-Space'])(
    '%s is a shortcut',
    (text) => expect(isShortcut(text)).toBe(true),
  )
  test.each(['', 'Mod-', 'Mod', 'Hyper-s', 'Mod-Mod-s', 'Mod-ss', 'Mod-é', 'F25', 'Mod- ', 's-Mod'])(
    '%j is none',
    (text) => expect(isShortcut(text)).toBe(false),
  )
  test('of every command of the table is a shortcut', () => {
    const wrong = (COMMANDS as readonly CommandSpec[]).filter(
      (it) => it.shortcut !== null && !isShortcut(it.shortcut),
    )
    expect(wrong).toEqual([])
  })
  test.each(['darwin', 'win32', 'linux'])('gives no two commands the same keys on %s', (platform) => {
    const held = (COMMANDS as readonly CommandSpec[]).flatMap(({ id, shortcut }) =>
      shortcut === null ? [] : [{ id, shortcut }],
    )
    const clashes = held.flatMap((one, at) =>
      held
        .slice(at + 1)
        .filter((other) => sameShortcut(one.shortcut, other.shortcut, platform))
        .map((other) => `${one.id} ${other.id}`),
    )
    expect(clashes).toEqual([])
  })
  test('comes back the same from keys, on every platform', () => {
    const keys = fc.record({
      ctrl: fc.boolean(),
      meta: fc.boolean(),
      alt: fc.boolean(),
      shift: fc.boolean(),
      key: fc.constantFrom('s', '-', '.', '7', 'F5', 'PageUp', 'Space', 'ArrowLeft'),
    })
    fc.assert(
      fc.property(keys, fc.constantFrom('darwin', 'win32', 'linux'), (held, platform) => {
        const text = formatShortcut(held, platform)
        expect(isShortcut(text)).toBe(true)
        expect(parseShortcut(text, platform)).toEqual(held)
      }),
    )
  })
  test('knows that Mod is Ctrl on Linux and Cmd on macOS', () => {
    expect(sameShortcut('Mod-s', 'Ctrl-s', 'linux')).toBe(true)
    expect(sameShortcut('Mod-s', 'Ctrl-s', 'darwin')).toBe(false)
    expect(sameShortcut('Mod-Shift-s', 'Shift-Mod-S', 'linux')).toBe(true)
  })
})

describe("a writer's own keys", () => {
  test('go before those of the table, and can take them away', () => {
    expect(shortcutOf('file.save', {})).toBe('Mod-s')
    expect(shortcutOf('file.save', { 'file.save': 'F2' })).toBe('F2')
    expect(shortcutOf('file.save', { 'file.save': '' })).toBe(null)
    expect(shortcutOf('file.save', { 'no.such': 'F2' })).toBe('Mod-s')
  })
  test('are not named when they are the usual ones', () => {
    expect(withShortcut({ 'file.save': 'F2', 'file.open': 'F3' }, 'file.save', 'Mod-s')).toEqual({
      'file.open': 'F3',
    })
    expect(withShortcut({}, 'file.save', null)).toEqual({ 'file.save': '' })
    expect(withShortcut({}, 'insert.table', null)).toEqual({})
  })
  test('are held by one command', () => {
    expect(holderOf('Ctrl-b', {}, 'linux')).toBe('format.bold')
    expect(holderOf('Ctrl-b', {}, 'linux', 'format.bold')).toBe(null)
    expect(holderOf('Mod-b', { 'format.bold': 'F2' }, 'linux')).toBe(null)
    expect(holderOf('F2', { 'format.bold': 'F2' }, 'linux')).toBe('format.bold')
  })
  test('are taken from the command that has them', () => {
    expect(takeShortcut({}, 'insert.table', 'Mod-b', 'linux')).toEqual({
      'format.bold': '',
      'insert.table': 'Mod-b',
    })
  })
  test('go back to the usual ones, from whoever has those by now', () => {
    const taken = takeShortcut({}, 'insert.table', 'Mod-b', 'linux')
    expect(withDefaultShortcut(taken, 'format.bold', 'linux')).toEqual({})
    expect(withDefaultShortcut(taken, 'insert.table', 'linux')).toEqual({ 'format.bold': '' })
  })
})
