import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits } from '../../../core/article/text-edit.ts'
import { finish } from '../../../core/finish.ts'
import { tidyHtml } from '../../../core/markdown/tidy-html.ts'
import { domTokens } from '../../../renderer/convert/compare/dom-tokens.ts'
import { parseInert } from '../../../renderer/convert/compare/parse-inert.ts'
import { htmlText } from '../../core/markdown/random-text.ts'
import { runs } from '../../runs.ts'

const keys = (html: string): readonly string[] => domTokens(parseInert(html)).map(({ key }) => key)

test('tidied well-formed HTML shows the same', () => {
  const inline = fc.constantFrom(
    'a',
    ' b ',
    '中文',
    '<b>x</b>',
    '<i> y </i>',
    '<br>',
    '<img src=a.png>',
    '\n',
    '<a href=/x>l</a>',
  )
  const line = fc.array(inline, { maxLength: 6 }).map((list) => list.join(''))
  const { block } = fc.letrec<{ block: string }>((tie) => ({
    block: fc.oneof(
      { depthSize: 'small' },
      line.map((text) => `<p>${text}</p>`),
      line.map((text) => `<pre>${text}</pre>`),
      line,
      fc
        .tuple(fc.constantFrom('div', 'blockquote', 'section'), fc.array(tie('block'), { maxLength: 3 }))
        .map(([name, list]) => `<${name} class=x>${list.join('\n')}</${name}>`),
      fc
        .array(tie('block'), { maxLength: 3 })
        .map((list) => `<ul>${list.map((item) => `<li>${item}</li>`).join('')}</ul>`),
    ),
  }))
  fc.assert(
    fc.property(block, (html) => {
      expect(keys(applyEdits(html, finish(tidyHtml(html))))).toEqual(keys(html))
    }),
    { numRuns: runs(200) },
  )
})

test('the edits of any text apply, and a second time change nothing', () => {
  fc.assert(
    fc.property(htmlText, (html) => {
      const once = applyEdits(html, finish(tidyHtml(html)))
      expect(once.replace(/[\s"'/]+/g, '').toLowerCase()).toBe(html.replace(/[\s"'/]+/g, '').toLowerCase())
    }),
    { numRuns: runs(150) },
  )
})
