import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPlain, patchChildren } from '../../../renderer/preview/patch-children.ts'

function element(html: string): HTMLElement {
  const made = document.createElement('div')
  made.innerHTML = html
  return made
}

/** Patches one into the other and tells which nodes stayed. */
function patched(from: string, to: string) {
  const standing = element(from)
  document.body.replaceChildren(standing)
  const before = new Set([standing, ...standing.querySelectorAll('*')].flatMap((it) => [...it.childNodes]))
  patchChildren(standing, element(to))
  const after = [standing, ...standing.querySelectorAll('*')].flatMap((it) => [...it.childNodes])
  return {
    html: standing.innerHTML,
    stayed: after.filter((node) => before.has(node)).length,
    of: after.length,
  }
}

describe('the content of a block', () => {
  test('a typed letter changes one text and no element', () => {
    const from = '<p>One <em>and</em> two</p>\n'
    const to = '<p>One <em>and</em> twos</p>\n'
    expect(patched(from, to)).toEqual({ html: to, stayed: 6, of: 6 })
  })

  test('what comes between stays between', () => {
    const to = '<ul><li>a</li><li>new</li><li>b</li></ul>'
    expect(patched('<ul><li>a</li><li>b</li></ul>', to)).toEqual({ html: to, stayed: 5, of: 7 })
  })

  test.each([
    '<pre>a</pre>',
    '<p><img src="data:,"></p>',
    '<p><span>x</span></p>',
    '<video></video>',
    '<svg></svg>',
  ])('is not plain with %s', (html) => expect(isPlain(element(html))).toBe(false))

  test('an element with other attributes is another element', () => {
    expect(patched('<p id="a">x</p>', '<p id="b">x</p>')).toEqual({
      html: '<p id="b">x</p>',
      stayed: 0,
      of: 2,
    })
  })

  test('a range in a text that is changed elsewhere stays where it was', () => {
    const standing = element('<p>one two three</p>')
    document.body.replaceChildren(standing)
    const text = standing.querySelector('p')!.firstChild!
    const range = document.createRange()
    range.setStart(text, 4)
    range.setEnd(text, 7)
    patchChildren(standing, element('<p>one two threes</p>'))
    expect(range.toString()).toBe('two')
  })

  test('becomes what it is to be, whatever it was', () => {
    const node: fc.Arbitrary<string> = fc.letrec<{ node: string; tree: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('a', 'b', 'ab', ' ', '<br>', '<code>x</code>', '<img src="data:,">'),
        tie('tree'),
      ),
      tree: fc
        .tuple(
          fc.constantFrom('p', 'em', 'b', 'ul', 'li', 'pre', 'span', 'a'),
          fc.constantFrom('', ' title="t"', ' dir="rtl"'),
          fc.array(tie('node'), { maxLength: 4 }),
        )
        .map(([tag, attribute, inner]) => `<${tag}${attribute}>${inner.join('')}</${tag}>`),
    })).node
    const html = fc.array(node, { maxLength: 4 }).map((all) => element(all.join('')).innerHTML)
    fc.assert(
      fc.property(html, html, (from, to) => {
        expect(patched(from, to).html).toBe(element(to).innerHTML)
      }),
      { numRuns: 1000 },
    )
  })
})
