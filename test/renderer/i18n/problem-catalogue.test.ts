import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CheckCode } from '../../../core/front-matter/checks/check.ts'
import { BUILT_IN_SCHEMAS } from '../../../core/front-matter/schemas/built-in.ts'
import type { ConfigCode } from '../../../core/front-matter/schemas/config-report.ts'
import type { KnownField } from '../../../core/front-matter/schemas/schema.ts'
import { problemKey } from '../../../renderer/i18n/problem-key.ts'
import { MESSAGES } from './all-messages.ts'
import { hasMessage, translate } from '../../../renderer/i18n/translate.ts'

/** Every code of these checks, and the parameters of its sentence. */
const CODES: Readonly<Record<CheckCode | ConfigCode, readonly string[]>> = {
  duplicateKey: ['key', 'line'],
  tabIndentation: [],
  fullWidthColon: ['key'],
  missingSpaceAfterColon: ['key'],
  unquotedColon: [],
  unquotedValue: [],
  yaml11Meaning: ['value'],
  strayBom: [],
  nbsp: [],
  nul: [],
  controlCharacter: ['character'],
  trailingComma: [],
  dateNotUnderstood: ['value'],
  dateDependsOnMachine: [],
  configSyntax: [],
  configShape: ['path', 'expected'],
  configUnknownValue: ['path', 'value'],
  configUnknownKey: ['path'],
  configRequiredUnknown: ['key'],
}
const WITHOUT_FIX = new Set(['dateNotUnderstood', 'dateDependsOnMachine'])
const LANGUAGES = ['en', 'zh-CN'] as const

const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

test.each(Object.entries(CODES))(
  '%s has a sentence in every language, and says how it is mended',
  (code, params) => {
    for (const language of LANGUAGES) {
      const key = `problem.${code}`
      if (!hasMessage(key)) throw new Error(`${key} is missing`)
      expect(blanks(MESSAGES[language][key])).toEqual([...params].sort())
      if (!code.startsWith('config') && !WITHOUT_FIX.has(code)) expect(hasMessage(`fix.${code}`)).toBe(true)
    }
  },
)

test('every code that reading front matter can give is in the catalogue', () => {
  const folder = 'core/front-matter/yaml'
  const files = [
    ...readdirSync(folder).map((name) => join(folder, name)),
    'core/front-matter/toml/read-toml.ts',
    'core/front-matter/json/read-json.ts',
  ]
  files.push(...readdirSync('core/article/split').map((name) => join('core/article/split', name)))
  const sources = files.map((file) => readFileSync(file, 'utf8')).join('\n')
  const codes = new Set(
    [...sources.matchAll(/(?:code: |[pP]roblem(?:At)?\([^'()]*)'([a-z]\w+)'/g)].map(
      (match) => match[1] ?? '',
    ),
  )
  expect(codes).toContain('syntax')
  expect(codes).toContain('fenceNeverClosed')
  expect(codes).toContain('unknownAlias')
  expect([...codes].filter((code) => !hasMessage(`problem.${code}`))).toEqual([])
})

test('the cause of a syntax error has a sentence of its own', () => {
  const names = ['yaml/syntax-problem.ts', 'toml/syntax-reason.ts'].flatMap((file) => {
    const source = readFileSync(join('core/front-matter', file), 'utf8')
    const union = /Reason =([^]*?)\n\n/.exec(source)?.[1] ?? ''
    return [...union.matchAll(/'(\w+)'/g)].map((match) => match[1] ?? '')
  })
  expect(names).toContain('unclosedQuote')
  expect(names).toContain('tomlString')
  const json = ['unexpected', 'unclosed', 'badString', 'missingComma', 'trailingComma', 'tooDeep']
  for (const reason of [...names, ...json].filter((name) => name !== 'other')) {
    expect(problemKey({ code: 'syntax', params: { reason } })).toBe(`problem.syntax.${reason}`)
  }
  expect(problemKey({ code: 'syntax', params: { reason: 'other' } })).toBe('problem.syntax')
  expect(problemKey({ code: 'no such code' })).toBeNull()
})

test('every message that stands in both languages has the same blanks', () => {
  const keys = Object.keys(MESSAGES.en)
    .filter((key) => /^(?:problem|fix|field)\./.test(key))
    .filter(hasMessage)
  expect(keys.length).toBeGreaterThan(80)
  for (const key of keys) expect(blanks(MESSAGES['zh-CN'][key])).toEqual(blanks(MESSAGES.en[key]))
})

test('Chinese sentences are in Chinese, with full-width punctuation', () => {
  const keys = Object.keys(MESSAGES.en)
    .filter((key) => /^(?:problem|field)\./.test(key))
    .filter(hasMessage)
  for (const key of keys) {
    expect(MESSAGES['zh-CN'][key], key).toMatch(/[\u4e00-\u9fff].*。$/s)
    expect(MESSAGES['zh-CN'][key], key).not.toMatch(/[\u4e00-\u9fff][,.;!?]/)
  }
})

test('every known field says what it means', () => {
  const all = (fields: readonly KnownField[]): readonly KnownField[] =>
    fields.flatMap((field) => [field, ...all(field.fields)])
  for (const schema of Object.values(BUILT_IN_SCHEMAS)) {
    expect(new Set(schema.fields.map((field) => field.key)).size).toBe(schema.fields.length)
    for (const field of all(schema.fields)) expect(hasMessage(field.messageKey ?? ''), field.key).toBe(true)
  }
})

test('blanks are filled', () => {
  const params = { key: 'title', line: 3 }
  expect(translate('zh-CN', 'problem.duplicateKey', params)).toContain('“title”在第 3 行')
})
