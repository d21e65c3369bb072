import { Text } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { languageOf } from '../../../renderer/preview/article-language.ts'

const of = (text: string): string =>
  languageOf({ doc: Text.of(text.split('\n')), body: { from: 0, to: text.length }, fields: [] })

describe('an article’s language', () => {
  test.each([
    ['A harbour.', 'en'],
    ['港口与码头。', 'zh-CN'],
    ['港の話です。', 'ja'],
    ['항구 이야기', 'ko'],
  ])('%s is %s', (text, language) => {
    expect(of(text)).toBe(language)
  })
})
