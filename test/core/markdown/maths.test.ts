import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../../../core/markdown/render-markdown.ts'

const NONE = { definitions: {}, footnotes: new Map<string, number>() }
const formulas = (text: string): string[] =>
  [
    ...renderMarkdown(text, NONE).html.matchAll(
      /<span class="galley-maths( galley-maths-display)?">([^<]*)</g,
    ),
  ].map(([, display, tex]) => `${display ? 'display' : 'inline'} ${tex}`)

describe('formulas', () => {
  test.each([
    ['inline dollars', 'a $x_1$ and $y$', ['inline x_1', 'inline y']],
    ['parentheses', 'a \\(x\\) b', ['inline x']],
    ['two dollars inside a line', 'a $$x$$ b', ['display x']],
    ['a block', '$$\na\n\n+ b\n$$\n', ['display a\n\n+ b']],
    ['a block on one line', '$$x = y$$\n', ['display x = y']],
    ['brackets', '\\[\nx\n\\]\n', ['display x']],
    ['an escaped dollar inside', '$a\\$b$', ['inline a\\$b']],
    ['what looks like emphasis', '$a*b*c$ and $d_e f_g$', ['inline a*b*c', 'inline d_e f_g']],
    ['markup is text', '$a<b$', ['inline a&lt;b']],
    ['in a list', '- $$\n  x\n  $$\n', ['display x']],
  ])('%s', (_, text, expected) => {
    expect(formulas(text)).toEqual(expected)
  })

  test.each([
    ['prices', 'It costs $5 and $10.'],
    ['a price and a range', 'From $5-$10 to US$20'],
    ['escaped dollars', 'a \\$x\\$ b'],
    ['code', '`$x$` and ``\\(y\\)``'],
    ['a fence', '```\n$$\nx\n$$\n```\n'],
    ['escaped brackets in a line of text', '\\[1\\] says so, as does \\[2\\].'],
    ['dollars with a blank between', 'a $ x $ b'],
    ['an opening without an end', '$$\nx\n\ny\n'],
  ])('not in %s', (_, text) => {
    expect(formulas(text)).toEqual([])
  })
})
