import { describe, expect, test } from 'vitest'
import { goToMatchingTag, readTag, wrapInTag } from '../../../../renderer/editor/commands/tags.ts'
import { run } from '../cursor-notation.ts'

describe('wrap in tag', () => {
  test.each([
    ['a selection', 'b', 'a «x» c', 'a <b>«x»</b> c'],
    ['a word', 'b', 'wo|rd', '<b>wo|rd</b>'],
    ['with attributes', 'span class="x"', '«a»', '<span class="x">«a»</span>'],
    ['lines: what is inside stays Markdown', 'div', '«a\nb»', '<div>\n\n«a\nb»\n\n</div>'],
    ['several', 'b', '«a» and «c»', '<b>«a»</b> and <b>«c»</b>'],
    ['nothing at all', 'b', '|', '<b>|</b>'],
    ['not in front matter', 'b', '---\n«t»: 1\n---\n', null],
  ])('%s (Markdown)', (_, tag, before, after) => {
    expect(run(wrapInTag(tag), before, 'markdown')).toBe(after)
  })

  test.each([
    ['a selection', 'em', '<p>a «x»</p>', '<p>a <em>«x»</em></p>'],
    ['a word', 'em', '<p>wo|rd</p>', '<p><em>wo|rd</em></p>'],
    ['lines', 'div', '«<p>a</p>\n<p>b</p>»', '<div>\n«<p>a</p>\n<p>b</p>»\n</div>'],
    ['several', 'em', '<p>«a» «b»</p>', '<p><em>«a»</em> <em>«b»</em></p>'],
    ['written with its signs', '<em>', '<p>«a»</p>', '<p><em>«a»</em></p>'],
    ['not in what has no content', 'br', '<p>«a»</p>', null],
  ])('%s (HTML)', (_, tag, before, after) => {
    expect(run(wrapInTag(tag), before, 'html')).toBe(after)
  })

  test('a tag is read with its attributes, and nothing else is one', () => {
    expect(readTag('my-card  data-a="1" /')).toEqual({ name: 'my-card', attributes: ' data-a="1"' })
    for (const text of ['', '1a', 'a b>c<d', 'img src="x"', '<']) expect(readTag(text), text).toBe(null)
  })
})

describe('go to matching tag', () => {
  test.each([
    ['from the opening tag', '<di|v>a</div>', '<div>a</|div>'],
    ['from the closing tag', '<div>a</d|iv>', '<|div>a</div>'],
    ['past tags of the same name within', '<div|><div>a</div></div>', '<div><div>a</div></|div>'],
    ['from the content to the opening tag', '<div><p>a|</p></div>', '<div><|p>a</p></div>'],
    ['several carets', '<b|>a</b><i|>c</i>', '<b>a</|b><i>c</|i>'],
    ['nowhere without an element', 'a|', null],
  ])('%s (HTML)', (_, before, after) => expect(run(goToMatchingTag, before, 'html')).toBe(after))

  test.each([
    ['inline', 'a <b|>x</b> c', 'a <b>x</|b> c'],
    ['inline, back', 'a <b>x</b|> c', 'a <|b>x</b> c'],
    ['inline, past the same name within', '<i|>a <i>b</i></i>', '<i>a <i>b</i></|i>'],
    ['in a block', '<div|>\n<p>a</p>\n</div>', '<div>\n<p>a</p>\n</|div>'],
    ['not from another paragraph', 'a <b|>x\n\ny</b>', null],
    ['not in code', '`<b|>x</b>`', null],
  ])('%s (Markdown)', (_, before, after) => expect(run(goToMatchingTag, before, 'markdown')).toBe(after))
})
