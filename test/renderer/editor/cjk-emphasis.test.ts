import { ensureSyntaxTree } from '@codemirror/language'
import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../../../core/markdown/render-markdown.ts'
import { toggleBold, toggleItalic } from '../../../renderer/editor/commands/inline.ts'
import { run, stateOf } from './cursor-notation.ts'

/** The texts the source shows as strong and as emphasis, with their marks. */
function emphasised(text: string): string[] {
  const state = stateOf(`${text}|`, 'markdown')
  const found: string[] = []
  ensureSyntaxTree(state, state.doc.length, 10_000)?.iterate({
    enter: ({ name, from, to }) => {
      if (/^(?:Strong)?Emphasis$/.test(name)) found.push(state.sliceDoc(from, to))
    },
  })
  return found
}

describe('emphasis beside CJK text', () => {
  test.each([
    ['**重点。**后文', ['**重点。**']],
    ['前文**「重点」**后文', ['**「重点」**']],
    ['*（注）*文', ['*（注）*']],
    ['**このアスタリスクは強調記号です。**この', ['**このアスタリスクは強調記号です。**']],
    ['**이것은 강조(強調)**입니다', ['**이것은 강조(強調)**']],
    ['文**"a"**文', ['**"a"**']],
    ['𠮷**。𠮷。**𠮷', ['**。𠮷。**']],
    ['a**"b"**c', []],
    ['a * b * c', []],
    ['** 文**', []],
    ['***文。***字', ['***文。***', '**文。**']],
    ['*a*b **c** __d__', ['*a*', '**c**', '__d__']],
  ])('%s', (text, expected) => {
    expect(emphasised(text)).toEqual(expected)
    const { html } = renderMarkdown(text, { definitions: {}, footnotes: new Map() })
    expect((html.match(/<(?:strong|em)>/g) ?? []).length).toBe(expected.length)
  })
})

test('bold that ends in Chinese punctuation toggles off again', () => {
  expect(run(toggleBold, '«重点。»后文', 'markdown')).toBe('**«重点。»**后文')
  expect(run(toggleBold, '**«重点。»**后文', 'markdown')).toBe('«重点。»后文')
  expect(run(toggleItalic, '前*「重|点」*后', 'markdown')).toBe('前「重|点」后')
})
