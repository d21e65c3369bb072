import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../../core/article/text-edit.ts'
import { finish } from '../../../core/finish.ts'
import { tidyHtml } from '../../../core/markdown/tidy-html.ts'

const tidy = (html: string): string => applyEdits(html, finish(tidyHtml(html)))

describe('HTML is laid out by its blocks', () => {
  test.each([
    ['blocks go in', '<div><p>a</p><p>b</p></div>', '<div>\n  <p>a</p>\n  <p>b</p>\n</div>'],
    ['a blank line between blocks stays, one', '<p>a</p>\n\n\n\n<p>b</p>', '<p>a</p>\n\n<p>b</p>'],
    ['text in lines is indented', '<div>\n<p>a\n      b</p>\n</div>', '<div>\n  <p>a\n  b</p>\n</div>'],
    ['white space in a line stays', '<p>a  <b>b</b> c</p>', '<p>a  <b>b</b> c</p>'],
    ['no space comes between inline elements', '<p><b>a</b><i>b</i></p>', '<p><b>a</b><i>b</i></p>'],
    ['items', '<ul><li>a<ul><li>b</li></ul></li></ul>', '<ul>\n  <li>a\n    <ul>\n      <li>b</li>\n    </ul>\n  </li>\n</ul>'],
    ['items without closing tags', '<ul><li>a<li>b</ul>', '<ul>\n  <li>a\n  <li>b\n</ul>'],
    ['attributes', `<A HREF=x  class='y "z"' ID='q'  hidden >t</A>`, `<a href="x" class='y "z"' id="q" hidden>t</a>`],
    ['code stays', '<div><pre>\n a\n\n  b</pre></div>', '<div>\n  <pre>\n a\n\n  b</pre>\n</div>'],
    ['pictures and scripts stay', '<div><svg viewBox="0 0 1 1"> <path/> </svg><script>\n a</script></div>', '<div>\n  <svg viewBox="0 0 1 1"> <path/> </svg>\n  <script>\n a</script>\n</div>'],
    ['styled space stays', '<p style="white-space: pre">a\n  b</p>', '<p style="white-space: pre">a\n  b</p>'],
    ['a tag that never ends', '<div><p>a<p class="x', '<div>\n  <p>a\n  <p class="x'],
    ['what is tidy', '<div>\n  <p>a</p>\n</div>\n', '<div>\n  <p>a</p>\n</div>\n'],
  ])('%s', (_, html, expected) => {
    expect(tidy(html)).toBe(expected)
    expect(tidy(expected)).toBe(expected)
  }) // prettier-ignore
})

test('deep and broken HTML costs what its length costs', () => {
  for (const text of [
    '<div>'.repeat(20_000),
    '</div>'.repeat(20_000),
    '<a '.repeat(20_000),
    '<p =" '.repeat(20_000),
  ])
    expect(tidy(tidy(text))).toBe(tidy(text))
})
