import { describe, expect, test } from 'vitest'
import type { BodyFormat } from '../../../core/article/body-format.ts'
import { alignTexts } from '../../../renderer/preview/text-alignment.ts'

/** Both with a bar where the caret is. */
function finds(rendered: string, source: string, format: BodyFormat = 'markdown'): void {
  const aligned = alignTexts(source.replace('|', ''), rendered.replace('|', ''), format)
  expect(aligned.sourceAt(rendered.indexOf('|'))).toBe(source.indexOf('|'))
}

/** What is marked in the rendered text for what stands between bars in the source. */
function selects(source: string, rendered: string, format: BodyFormat = 'markdown'): string {
  const [before = '', inside = '', after = ''] = source.split('‖')
  const aligned = alignTexts(before + inside + after, rendered, format)
  const from = aligned.textAt(before.length, 'start')
  return rendered.slice(from, aligned.textAt(before.length + inside.length, 'end'))
}

describe('a place in rendered text is found in the source', () => {
  test('between marks', () => finds('A strong wo|rd here', 'A **strong** wo|rd here'))
  test('in the right one of equal words', () => finds('word word wo|rd word', 'word word wo|rd word'))
  test('in Chinese with marks after every few characters', () => {
    finds('重点后|文很长', '**重点**后|文很长')
    finds(
      '有加粗的字和斜|体，还有链接以及代码',
      '有**加粗的字**和*斜|体*，还有[链接](https://a.b/以及)以及`代码`',
    )
    finds(
      '有加粗的字和斜体，还有链接以|及代码',
      '有**加粗的字**和*斜体*，还有[链接](https://a.b/以及)以|及`代码`',
    )
  })
  test('in a cell of one character', () => {
    const source = '| N | V |\n|---|:-:|\n| a | 1 |\n'
    const rendered = '\nN\nV\n\n\na\n1\n'
    expect(alignTexts(source, rendered, 'markdown').sourceAt(rendered.indexOf('1'))).toBe(source.indexOf('1'))
  })
  test('not in an address, a title, a tag or a language of code that has the same word', () => {
    finds('one li|nk', '[one](http://link.one "link") li|nk')
    finds('a bo|ld', 'a <b class="bold">bo|ld</b>')
    finds('j|s = 1', '```js\nj|s = 1\n```\n')
    finds('o|ne\ntwo', '<ul class="one"><li>o|ne</li>\n<li>two</li></ul>', 'html')
  })
  test('behind an image, and at it', () => {
    finds('A \uFFFC aft|er', 'A ![after](after.png) aft|er')
    finds('A |\uFFFC after', 'A |![after](after.png) after')
    finds('|\uFFFC', '<p>|<img alt="x" src="y.png"></p>', 'html')
  })
  test('behind entities and escapes', () => finds('© & *a* en|d', '&copy; &amp; \\*a\\* en|d'))
})

describe('a selection in the source is found in rendered text', () => {
  test('across cells, items and quotations', () => {
    expect(selects('| a | b |\n|---|---|\n| o‖ne | t‖wo |\n', '\na\nb\n\n\none\ntwo\n')).toBe('ne\nt')
    expect(selects('- on‖e\n  1. tw‖o\n', '\none\n\ntwo\n\n')).toBe('e\n\ntw')
    expect(selects('> on‖e\n> tw‖o\n', '\none\ntwo\n')).toBe('e\ntw')
  })
  test('with marks only partly inside', () => {
    expect(selects('A *‖*bold** and `co‖de` b', 'A bold and code b')).toBe('bold and co')
    expect(selects('An ‖[inline](x.md "inline") te‖xt', 'An inline text')).toBe('inline te')
  })
  test('what is written otherwise than shown belongs to it when all of it is selected', () => {
    expect(selects('A ‖&copy; 20‖24', 'A © 2024')).toBe('© 20')
    expect(selects('here‖[^note] and‖ more', 'here1 and more')).toBe('1 and')
    expect(selects('here[^n‖ote] and‖ more', 'here1 and more')).toBe('and')
    expect(selects('<p>a ‖&amp; b&nbsp;c‖</p>', 'a & b\u00a0c', 'html')).toBe('& b\u00a0c')
  })
  test('what is not shown is nothing', () => {
    expect(selects('<p ‖class="a"‖>a</p>', 'a', 'html')).toBe('')
    expect(selects('[a](‖http://a.b‖) c', 'a c')).toBe('')
  })
})

test('long code is found as it stands between its fences, and a beginning of it at its place', () => {
  const code = 'line of it\n'.repeat(20_000)
  const fenced = `\`\`\`ts\n${code}\`\`\`\n`
  const aligned = alignTexts(fenced, code, 'markdown')
  expect(aligned.sourceAt(0)).toBe(6)
  expect(aligned.sourceAt(code.length)).toBe(6 + code.length)
  expect(aligned.textAt(6 + 1100, 'start')).toBe(1100)
  expect(aligned.textAt(2, 'start')).toBe(0)
  expect(aligned.textAt(fenced.length, 'end')).toBe(code.length)
  expect(alignTexts(fenced, `${fenced.slice(0, 20_000)}…`, 'markdown').sourceAt(12_345)).toBe(12_345)
})

test('texts with nothing in common, and very long ones, are aligned in proportion', () => {
  expect(alignTexts('&sum;&int;', '∑∫', 'markdown').sourceAt(1)).toBe(5)
  expect(alignTexts('ab'.repeat(150_000), 'ab'.repeat(150_000), 'markdown').sourceAt(200_000)).toBe(200_000)
})
