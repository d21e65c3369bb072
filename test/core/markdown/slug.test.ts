import { expect, test } from 'vitest'
import { createSlugger } from '../../../core/markdown/slug.ts'

test('headings get ids as on GitHub', () => {
  const slug = createSlugger()
  expect(slug('Hello, World!')).toBe('hello-world')
  expect(slug('一、竹与纸')).toBe('一竹与纸')
  expect(slug('① 准备 Ⅷ ２')).toBe('-准备-ⅷ-２')
  expect(slug('❤ 结语')).toBe('-结语')
  expect(slug('a_b  c')).toBe('a_b--c')
})

test('equal headings get numbers, and no number is given twice', () => {
  const slug = createSlugger()
  expect(['a', 'a', 'a-1', 'a', 'constructor', 'constructor'].map(slug)).toEqual([
    'a',
    'a-1',
    'a-1-1',
    'a-2',
    'constructor',
    'constructor-1',
  ])
})
