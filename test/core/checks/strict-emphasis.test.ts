import { Marked } from 'marked'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../../core/article/text-edit.ts'
import { findStrictEmphasis } from '../../../core/checks/strict-emphasis.ts'

const found = (text: string): string[] =>
  findStrictEmphasis(text).map(({ span }) => text.slice(span.from, span.to))

const strict = new Marked()
const bold = (text: string): boolean => /<(?:strong|em)>/.test(strict.parseInline(text, { async: false }))

describe('emphasis that strict readers leave as asterisks', () => {
  test.each([
    ['**重点。**后文', '**重点**。后文'],
    ['前文**重点！？**后文', '前文**重点**！？后文'],
    ['他说**“重点”**吗', '他说“**重点**”吗'],
    ['见**《春秋》**一书', '见《**春秋**》一书'],
    ['*强调，*后文', '*强调*，后文'],
    ['**重点（注）**后文', null],
    ['**重点：“注”。**后文', '**重点：“注”**。后文'],
  ])('%s', (text, mended) => {
    expect(bold(text)).toBe(false)
    const [one] = findStrictEmphasis(text)
    expect(one).toBeDefined()
    expect(one?.edits ? applyEdits(text, one.edits) : null).toBe(mended)
    if (mended !== null) expect(bold(mended)).toBe(true)
  })

  test('is not what every reader sets', () => {
    const fine = [
      '**重点**后文',
      '**重点。** 后文',
      '**重点。**',
      '**重点。**，后文',
      'a **b.** c',
      '前文 **“重点”** 后文',
    ]
    for (const text of fine) {
      expect(found(text), text).toEqual([])
      expect(bold(text), text).toBe(true)
    }
  })

  test('is not in code, and not without CJK text', () => {
    const text =
      '`**重点。**后文`\n\n```\n**重点。**后文\n```\n\n    **重点。**后文\n\n**a.**b\n\n\\**重点。**后文'
    expect(found(text)).toEqual([])
    expect(findStrictEmphasis('**重点。**后文\n```\n**又。**后文', { sign: '`', length: 3 })).toHaveLength(1)
  })

  test('is found with its place, several on a line', () => {
    expect(found('一**二。**三\n四**五！**六**七？**八')).toEqual(['**二。**', '**五！**', '**七？**'])
  })
})
