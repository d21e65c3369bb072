import { describe, expect, test } from 'vitest'
import { SETTING_ROWS } from '../../../core/settings-table.ts'
import { hasMessage } from '../../../renderer/i18n/translate.ts'
import { findCommands } from '../../../renderer/settings/find-commands.ts'
import { findSettings } from '../../../renderer/settings/find-settings.ts'
import { choiceKey } from '../../../renderer/settings/setting-texts.ts'

const keys = (query: string, language: 'en' | 'zh-CN' = 'en') =>
  findSettings(query, language, 'browser').map(({ key }) => key)

describe('settings are found', () => {
  test('all by nothing', () => {
    expect(findSettings('  ', 'en', 'desktop')).toEqual(SETTING_ROWS)
    expect(keys('')).not.toContain('spelling')
  })
  test('by words of their name and explanation, in any order', () => {
    expect(keys('size font source')).toEqual(['fontSize'])
    expect(keys('crash')).toEqual(['autosave'])
  })
  test('by their choices and their stored name', () => {
    expect(keys('violet')).toEqual(['accent'])
    expect(keys('tabWidth')).toEqual(['tabWidth'])
  })
  test('in Chinese, and in English words too', () => {
    expect(keys('行高', 'zh-CN')).toEqual(['lineHeight'])
    expect(keys('line height', 'zh-CN')).toEqual(['lineHeight'])
  })
  test('by the commands whose keys they hold', () => {
    expect(keys('strikethrough')).toEqual(['shortcuts'])
  })
  test('not by what nothing is called', () => {
    expect(keys('qqqq')).toEqual([])
  })
})

test('every choice has a name', () => {
  const unnamed = SETTING_ROWS.flatMap((row) =>
    row.kind === 'choice' ? row.values.map((value) => choiceKey(row, value)) : [],
  ).filter((key) => !hasMessage(key))
  expect(unnamed).toEqual([])
})

test('commands are found by title in both languages, by menu and by their keys', () => {
  const found = (query: string, overrides = {}) => [...findCommands(query, 'zh-CN', overrides, 'linux')]
  expect(found('加粗').length + found('粗体').length).toBeGreaterThan(0)
  expect(found('bold')).toEqual(['format.bold'])
  expect(found('ctrl+b')).toContain('format.bold')
  expect(found('F18', { 'insert.table': 'F18' })).toEqual(['insert.table'])
})
