import { describe, expect, test } from 'vitest'
import { AppError } from '../../../core/errors.ts'
import { failureText } from '../../../renderer/i18n/failure-text.ts'
import { baseName, folderOf } from '../../../renderer/i18n/path-text.ts'
import { problemText } from '../../../renderer/i18n/problem-text.ts'
import { languageFor, translate } from '../../../renderer/i18n/translate.ts'
import type { Translate } from '../../../renderer/i18n/use-translate.ts'

const t: Translate = (key, params) => translate('en', key, params)

describe('a message', () => {
  test('writes numbers in the form of the language', () => {
    expect(translate('en', 'status.words', { n: 12345 })).toBe('12,345 words')
    expect(translate('zh-CN', 'status.words', { n: 12345 })).toBe('12,345 字')
  })
  test('has a singular in English', () => {
    expect(translate('en', 'status.words', { n: 1 })).toBe('1 word')
    expect(translate('en', 'status.words', { n: 0 })).toBe('0 words')
  })
  test('leaves a blank that has no value as it is', () => {
    expect(translate('en', 'tabs.close')).toBe('Close {name}')
  })
  test('keeps braces and dollar signs of a value', () => {
    expect(translate('en', 'tabs.close', { name: '$& {name}.md' })).toBe('Close $& {name}.md')
  })
})

test.each([
  ['zh-CN', 'zh-CN'],
  ['zh-Hant-TW', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['en-GB', 'en'],
  ['de', 'en'],
  ['zha', 'en'],
] as const)('a system that speaks %s reads %s', (locale, language) => {
  expect(languageFor(locale)).toBe(language)
})

test('a failure is said by its code with its details', () => {
  const { code, message, details } = new AppError('notFound', 'No such file', { name: 'a.md' })
  expect(failureText(t, { code, message, details })).toContain('a.md')
})

test('a problem the catalogue does not know is said with its own sentence', () => {
  const problem = {
    code: 'notInTheCatalogue',
    severity: 'error',
    span: { from: 0, to: 1 },
    line: 1,
    message: 'Something is odd here.',
  } as const
  expect(problemText(t, problem)).toBe('Something is odd here.')
})

test.each([
  ['/home/ann/a.md', 'a.md', '/home/ann'],
  ['/a.md', 'a.md', '/'],
  ['C:\\posts\\a.md', 'a.md', 'C:\\posts'],
  ['C:\\a.md', 'a.md', 'C:\\'],
  ['a.md', 'a.md', ''],
  ['/', '/', '/'],
])('%s is named %s in %s', (path, name, folder) => {
  expect(baseName(path)).toBe(name)
  expect(folderOf(path)).toBe(folder)
})
