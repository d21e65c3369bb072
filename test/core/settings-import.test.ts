import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../core/settings.ts'
import { readSettingsImport } from '../../core/settings-import.ts'
import { exportedText } from '../../core/settings-portable.ts'

const read = (text: string) => readSettingsImport(text, DEFAULT_SETTINGS)

describe('a file of settings', () => {
  test('that was exported from here changes nothing', () => {
    expect(read(exportedText(DEFAULT_SETTINGS))).toEqual({
      kind: 'settings',
      changes: [],
      invalid: [],
      unknown: [],
    })
  })
  test('says what it would change', () => {
    expect(read('{"theme": "dark", "fontSize": 15, "shortcuts": {"file.save": "F2"}}')).toEqual({
      kind: 'settings',
      changes: [
        { key: 'theme', before: 'system', after: 'dark' },
        { key: 'shortcuts', before: {}, after: { 'file.save': 'F2' } },
      ],
      invalid: [],
      unknown: [],
    })
  })
  test('brings nothing that names files of another machine', () => {
    expect(read('{"encodings": {"/a.md": "gbk"}, "layout": {"view": "source"}, "workspace": "/x"}')).toEqual({
      kind: 'settings',
      changes: [],
      invalid: [],
      unknown: [],
    })
  })
  test('has its invalid and unknown settings told with their lines, and the others taken', () => {
    expect(read('{\n  "theme": "purple",\n  "fontSize": 18,\n  "colour": 1\n}')).toEqual({
      kind: 'settings',
      changes: [{ key: 'fontSize', before: 15, after: 18 }],
      invalid: [{ key: 'theme', line: 2 }],
      unknown: ['colour'],
    })
  })
  test('of an earlier format is read as one of the present', () => {
    const renamed = ({ colours, ...others }: Readonly<Record<string, unknown>>) => ({
      ...others,
      theme: colours,
    })
    const text = '{\n  "colours": "dark",\n  "fontSize": 18\n}'
    const changes = [
      { key: 'theme', before: 'system', after: 'dark' },
      { key: 'fontSize', before: 15, after: 18 },
    ]
    expect(readSettingsImport(text, DEFAULT_SETTINGS, [renamed])).toEqual({
      kind: 'settings',
      changes,
      invalid: [],
      unknown: [],
    })
    expect(readSettingsImport(text.replace('{', '{"format": 1,'), DEFAULT_SETTINGS, [renamed])).toMatchObject(
      {
        unknown: ['colours'],
      },
    )
  })
  test.each([
    ['{\n  "theme": "dark",\n}', 'trailingComma', 2],
    ['{"theme" "dark"}', 'unexpected', 1],
    ['{"theme": "dark"', 'unclosed', 1],
    ['[1, 2]', 'noObject', 1],
    ['', 'noObject', 1],
  ] as const)('that is none (%j) is told of with its place', (text, reason, line) => {
    expect(read(text)).toMatchObject({ kind: 'broken', reason, line })
  })
})
