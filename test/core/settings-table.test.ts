import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../core/settings.ts'
import { isPortable, OF_THIS_MACHINE } from '../../core/settings-portable.ts'
import { INTERNAL_SETTINGS, SETTING_ROWS, SETTING_SECTIONS } from '../../core/settings-table.ts'
import { validateSettings } from '../../core/settings-validate.ts'

const invalid = (key: string, value: unknown): readonly string[] => validateSettings({ [key]: value }).invalid

describe('the table of settings', () => {
  test('has a row for every setting but those that Galley remembers for itself', () => {
    const shown = new Set<string>([...SETTING_ROWS.map(({ key }) => key), ...INTERNAL_SETTINGS])
    expect(Object.keys(DEFAULT_SETTINGS).filter((key) => !shown.has(key))).toEqual([])
  })
  test('shows nothing twice, and nothing that is internal', () => {
    const keys: readonly string[] = [...SETTING_ROWS.map(({ key }) => key), ...INTERNAL_SETTINGS]
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })
  test('stores what its rows change, but for what only explains or does something', () => {
    const rows = SETTING_ROWS.filter((row) => row.kind !== 'extra')
    expect(rows.filter(({ key }) => !Object.hasOwn(DEFAULT_SETTINGS, key))).toEqual([])
  })
  test('keeps the rows of a section together, in the order of the sections', () => {
    const order = SETTING_ROWS.map(({ section }) => SETTING_SECTIONS.indexOf(section))
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })
  test('offers only choices that are valid', () => {
    for (const row of SETTING_ROWS) {
      if (row.kind !== 'choice') continue
      expect(row.values).toContain(DEFAULT_SETTINGS[row.key])
      for (const value of row.values) expect(invalid(row.key, value), `${row.key} ${value}`).toEqual([])
    }
  })
  test('has the limits of its numbers where the stored settings have them', () => {
    for (const row of SETTING_ROWS) {
      if (row.kind !== 'number') continue
      expect(invalid(row.key, row.min)).toEqual([])
      expect(invalid(row.key, row.max)).toEqual([])
      expect(invalid(row.key, row.min - row.step)).toEqual([row.key])
      expect(invalid(row.key, row.max + row.step)).toEqual([row.key])
    }
  })
})

test('what names files of this machine does not go to another', () => {
  expect(OF_THIS_MACHINE.filter(isPortable)).toEqual([])
  expect(isPortable('theme')).toBe(true)
})

test.each([
  ['fontFamily', 'Menlo, "Sarasa Mono SC"', true],
  ['fontFamily', 'two\nlines', false],
  ['fontFamily', 'x'.repeat(201), false],
  ['tabWidth', 2.5, false],
  ['shortcuts', { 'file.save': 'Mod-Shift-s', 'no.longer': '' }, true],
  ['shortcuts', { 'file.save': 'Strg-S' }, false],
] as const)('%s %j is valid: %s', (key, value, valid) => {
  expect(invalid(key, value)).toEqual(valid ? [] : [key])
})
