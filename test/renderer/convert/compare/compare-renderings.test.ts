import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareRenderings } from '../../../../renderer/convert/compare/compare-renderings.ts'
import {
  domTokens,
  domTokenSteps,
  sameTokens,
  type DomToken,
} from '../../../../renderer/convert/compare/dom-tokens.ts'
import { parseInert } from '../../../../renderer/convert/compare/parse-inert.ts'
import { placesIn } from '../../../../renderer/convert/compare/places.ts'
import { finish } from '../../../../core/finish.ts'
import { htmlText } from '../../../core/markdown/random-text.ts'
import { runs } from '../../../runs.ts'

const tokens = (html: string): readonly DomToken[] => domTokens(parseInert(html))
const same = (a: string, b: string): boolean => sameTokens(tokens(a), tokens(b))
/** Without their places. */
const changes = (a: string, b: string): readonly unknown[] =>
  finish(compareRenderings(tokens(a), tokens(b))).map((change) => ({ ...change, at: undefined }))

describe('two renderings are the same', () => {
  test.each([
    ['white space around blocks', '<div><p>a</p><p>b</p></div>', '<div>\n  <p> a </p>\n\n<p>b\n</p> </div>'],
    ['white space inside a line', '<p>a\n  b</p>', '<p>a b</p>'],
    ['a space on either side of a tag', '<p>a <b>b</b> c</p>', '<p>a<b> b </b>c</p>'],
    ['a space between closing and opening tags', '<p><b>a </b><i>b</i></p>', '<p><b>a</b> <i>b</i></p>'],
    ['entities', '<p>&lt;&#65;&nbsp;</p>', '<p>&#60;A&#160;</p>'],
    ['the order of attributes', '<p id="a" class="b  c">x</p>', '<p class="b c" id="a">x</p>'],
    ['a line end before the end of code', '<pre><code>x\n</code></pre>', '<pre><code>x</code></pre>'],
    ['space around a line break', '<p>a <br> b</p>', '<p>a<br>b</p>'],
    ['addresses that are percent-encoded', '<a href="/中">x</a>', '<a href="/%E4%B8%AD">x</a>'],
    ['a comment that says nothing', '<p>a<!-- --></p>', '<p>a</p>'],
    ['space inside a comment', '<!-- more --><p>x</p>', '<!--more-->\n<p>x</p>'],
  ])('but for %s', (_, a, b) => {
    expect(changes(a, b)).toEqual([])
    expect(same(a, b)).toBe(true)
  })
})

describe('a difference is listed', () => {
  test.each<[string, string, string, readonly unknown[]]>([
    ['a lost element', '<div><p>a</p></div>', '<p>a</p>', [{ kind: 'elementLost', name: 'div' }]],
    ['an added element', 'a', '<p>a</p>', [{ kind: 'elementAdded', name: 'p' }]],
    ['another name', '<p><b>a</b></p>', '<p><strong>a</strong></p>', [
      { kind: 'elementRenamed', name: 'b', becomes: 'strong' },
    ]],
    ['a lost attribute', '<p class="x">a</p>', '<p>a</p>', [
      { kind: 'attribute', element: 'p', name: 'class', before: 'x', after: null },
    ]],
    ['another value', '<img src="a" alt="x">', '<img src="b" alt="x">', [
      { kind: 'attribute', element: 'img', name: 'src', before: 'a', after: 'b' },
    ]],
    ['lost text', '<p>a</p><p>b</p>', '<p>a</p><p></p>', [{ kind: 'text', before: 'b', after: '' }]],
    ['other text', '<p>one two three</p>', '<p>one 2 three</p>', [{ kind: 'text', before: 'two', after: '2' }]],
    ['a space that shows', '<p>a b</p>', '<p>ab</p>', [{ kind: 'text', before: 'a b', after: 'ab' }]],
    ['a space in code', '<p><code>a b</code></p>', '<p><code>a  b</code></p>', []],
    ['line ends in code', '<pre>a\n\nb</pre>', '<pre>a\nb</pre>', [{ kind: 'text', before: '\n', after: '' }]],
    ['an element around more', '<div><p>a</p></div><p>b</p>', '<div><p>a</p><p>b</p></div>', [
      { kind: 'elementMoved', name: 'div' },
    ]],
    ['a comment', '<p>a</p><!-- x -->', '<p>a</p>', [{ kind: 'comment', before: 'x', after: '' }]],
  ])('%s', (_, a, b, expected) => {
    const found = changes(a, b)
    expect(found).toHaveLength(expected.length)
    expect(found).toEqual(expect.arrayContaining([...expected]))
  }) // prettier-ignore
})

test('for every two texts: the list is empty exactly when the renderings are the same', () => {
  fc.assert(
    fc.property(htmlText, htmlText, fc.nat(40), (a, b, cut) => {
      for (const other of [b, a, a.slice(0, cut) + a.slice(cut + 5), a.replaceAll('<b>', '<i>')]) {
        expect(changes(a, other).length === 0).toBe(same(a, other))
      }
    }),
    { numRuns: runs(150) },
  )
})

test('every change has its place in the source', () => {
  const before = '<div class="wrap">\n<p>One</p>\n<p style="x:y">Two <b>three</b></p>\n</div>'
  const root = parseInert(before)
  const old = finish(domTokenSteps(root, finish(placesIn(root, before, [{ html: before, span: null }], 100))))
  const found = finish(compareRenderings(old, tokens('<p>One</p><p>Two <b>3</b></p>')))
  expect(found.map(({ kind, at }) => [kind, at && before.slice(at.from - 100, at.to - 100)])).toEqual([
    ['elementLost', '<div class="wrap">'],
    ['attribute', '<p style="x:y">'],
    ['text', 'three'],
  ])
})

test('many changes all over a long page are told one by one', () => {
  const part = (i: number): string => `<p class="x">Part ${i} <span>of</span> <b>many</b></p><p>the same</p>`
  const html = Array.from({ length: 1500 }, (_, i) => part(i)).join('')
  const found = changes(html, html.replaceAll(' class="x"', '').replaceAll('<span>of</span>', 'of'))
  expect(found).toHaveLength(3000)
})
