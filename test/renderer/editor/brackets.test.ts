import { EditorView } from '@codemirror/view'
import { describe, expect, test } from 'vitest'
import type { BodyFormat } from '../../../core/article/body-format.ts'
import { brackets } from '../../../renderer/editor/brackets.ts'
import { notationOf, stateOf } from './cursor-notation.ts'
import { typeSign } from './type-sign.ts'

/** What typing a text, sign by sign, makes of another, both in notation. */
function type(text: string, notation: string, format: BodyFormat = 'markdown'): string {
  const view = new EditorView({ state: stateOf(notation, format, brackets) })
  for (const sign of text) typeSign(view, sign)
  const result = notationOf(view.state)
  view.destroy()
  return result
}

describe.each(['markdown', 'html'] as const)('brackets in %s', (format) => {
  test.each([
    ['close', '(', '|', '(|)'],
    ['are typed over', '(a)', '|', '(a)|'],
    ['do not close before a word', '(', '|word', '(|word'],
    ['close before punctuation', '(', 'a |，b', 'a (|)，b'],
    ['enclose a selection', '(', '«a b»', '(«a b»)'],
    ['close as quotes', '"', 'a |', 'a "|"'],
    ['leave apostrophes', "'", 'it|', "it'|"],
    ['leave them at a word’s start too', "'", '|', "'|"],
  ])('%s', (_, typed, before, after) => expect(type(typed, before, format)).toBe(after))

  test.each([
    ['「', '」'],
    ['『', '』'],
    ['《', '》'],
    ['〈', '〉'],
    ['（', '）'],
    ['【', '】'],
    ['“', '”'],
    ['‘', '’'],
  ])('a full-width %s closes with its own kind', (open, close) => {
    expect(type(open, '文|', format)).toBe(`文${open}|${close}`)
    expect(type(`${open}字${close}`, '|', format)).toBe(`${open}字${close}|`)
    expect(type(open, '«文字»', format)).toBe(`${open}«文字»${close}`)
    expect(type(open, '|文', format)).toBe(`${open}|文`)
    expect(type(open, '|。', format)).toBe(`${open}|${close}。`)
  })
})

describe('a mark typed on selected text', () => {
  test.each([
    ['encloses it', '*', '«a»', '*«a»*'],
    ['twice: strong', '**', '«a»', '**«a»**'],
    ['with several selections: replaces', '~', '«a» b', '~«a»~ b'],
    ['in code: replaces it', '*', '```\n«a»\n```', '```\n*|\n```'],
    ['in front matter: replaces it', '*', '---\nt: «a»\n---\n', '---\nt: *|\n---\n'],
    ['without a selection: is a mark', '*', 'a|', 'a*|'],
  ])('%s', (_, typed, before, after) => expect(type(typed, before)).toBe(after))
})
