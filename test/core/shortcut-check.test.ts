import { describe, expect, test } from 'vitest'
import { browserKeeps, checkShortcut, writesCharacter } from '../../core/shortcut-check.ts'

const check = (shortcut: string, platform = 'linux', overrides = {}) =>
  checkShortcut(shortcut, 'insert.table', overrides, platform)

describe('keys for a command', () => {
  test.each(['Mod-Alt-t', 'F18', 'Shift-F18', 'Mod-Shift-ArrowUp', 'Alt-j'])('%s are free', (keys) => {
    expect(check(keys)).toEqual({ kind: 'free' })
  })
  test.each(['a', 'Shift-a', 'Enter', 'Shift-ArrowDown', 'PageUp', 'Space'])(
    '%s are needed for writing',
    (keys) => expect(check(keys)).toEqual({ kind: 'needsModifier' }),
  )
  test.each([
    ['Mod-c', 'linux'],
    ['Ctrl-v', 'win32'],
    ['Alt-F4', 'win32'],
    ['Meta-l', 'win32'],
    ['Mod-q', 'darwin'],
    ['Mod-a', 'darwin'],
  ] as const)('%s belong to fields or to the system on %s', (keys, platform) => {
    expect(check(keys, platform)).toEqual({ kind: 'reserved' })
  })
  test('belong to the command that has them, as the writer has set it', () => {
    expect(check('Mod-b')).toEqual({ kind: 'held', by: 'format.bold' })
    expect(check('Mod-b', 'linux', { 'format.bold': 'F18' })).toEqual({ kind: 'free' })
    expect(check('F18', 'linux', { 'format.bold': 'F18' })).toEqual({ kind: 'held', by: 'format.bold' })
    expect(check('F18', 'linux', { 'insert.table': 'F18' })).toEqual({ kind: 'same' })
  })
})

test('what a browser keeps for itself is known', () => {
  expect(browserKeeps('Mod-t', 'linux')).toBe(true)
  expect(browserKeeps('Mod-s', 'linux')).toBe(false)
})

test('what writes a character on some keyboards is known', () => {
  expect(writesCharacter('Mod-Alt-e', 'win32')).toBe(true)
  expect(writesCharacter('Mod-Alt-e', 'darwin')).toBe(false)
  expect(writesCharacter('Alt-e', 'darwin')).toBe(true)
  expect(writesCharacter('Alt-e', 'linux')).toBe(false)
  expect(writesCharacter('Mod-Alt-F5', 'win32')).toBe(false)
})
