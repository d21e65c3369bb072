import { describe, expect, it } from 'vitest'
import { ERROR_CODES } from '../../../core/errors.ts'
import { MESSAGES } from './all-messages.ts'
import { errors } from '../../../renderer/i18n/en/errors.ts'
import { errors as errorsZh } from '../../../renderer/i18n/zh-cn/errors.ts'
import { translate } from '../../../renderer/i18n/translate.ts'

const blanks = (message: string): readonly string[] =>
  [...new Set(Array.from(message.matchAll(/\{(\w+)[},]/g), (it) => it[1] ?? ''))].sort()

describe('every error code', () => {
  it.each(ERROR_CODES)('%s has a sentence in each language', (code) => {
    for (const messages of Object.values(MESSAGES)) expect(messages[`error.${code}`]).toMatch(/[.。]$/)
  })

  it('is all the catalogues hold', () => {
    const keys = ERROR_CODES.map((code) => `error.${code}`).sort()
    expect(Object.keys(errors).sort()).toEqual(keys)
    expect(Object.keys(errorsZh).sort()).toEqual(keys)
  })

  it('speaks of the same details in each language', () => {
    for (const code of ERROR_CODES) {
      const key = `error.${code}` as const
      expect(blanks(errorsZh[key]), key).toEqual(blanks(errors[key]))
    }
  })

  it('is in Chinese without half-width punctuation between Chinese characters', () => {
    for (const message of Object.values(errorsZh)) expect(message).not.toMatch(/\p{Script=Han}[,.;:?!]/u)
  })

  it('tells how many characters do not fit', () => {
    const details = { encoding: 'gbk', count: 1, characters: '😀 (U+1F600) 2:1' }
    expect(translate('en', 'error.unencodable', details)).toBe(
      'Not saved: gbk has no form for this character: 😀 (U+1F600) 2:1. Save as UTF-8, or replace them.',
    )
  })
})
