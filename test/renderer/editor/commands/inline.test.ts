import { describe, expect, test } from 'vitest'
import {
  toggleBold,
  toggleCode,
  toggleItalic,
  toggleStrikethrough,
} from '../../../../renderer/editor/commands/inline.ts'
import { run } from '../cursor-notation.ts'

describe('bold', () => {
  test.each([
    ['a selection', 'a «word» b', 'a **«word»** b'],
    ['a word under the caret', 'a wo|rd b', 'a **wo|rd** b'],
    ['a caret at the end of a word', 'word|', '**word|**'],
    ['nothing: an empty pair', 'a | b', 'a **|** b'],
    ['off inside the marks', 'a **«word»** b', 'a «word» b'],
    ['off by the caret', 'a **wo|rd** b', 'a wo|rd b'],
    ['off with the marks selected', '«**word**»', '«word»'],
    ['off for an empty pair', 'a **|** b', 'a | b'],
    ['several selections', '«one» and «two»', '**«one»** and **«two»**'],
    ['two carets in one word', 'o|n|e', '**o|n|e**'],
    ['outer spaces stay outside', 'a« word »b', 'a **«word»** b'],
    ['the lines of a selection, without their marks', '«- one\n- two»', '- **«one**\n- **two»**'],
    ['a Chinese word', '今天«天气»好', '今天**«天气»**好'],
    ['text that holds a bold word', '«one **two** three»', '**«one two three»**'],
    ['off for an element', 'a <strong>wo|rd</strong> b', 'a wo|rd b'],
    ['off for an element with attributes', 'a <b class="x">«word»</b> b', 'a «word» b'],
    ['off for an element around other formatting', 'a <b>one *wo|rd*</b> b', 'a one *wo|rd* b'],
    ['on after an element', '<b>a</b> wo|rd <b>c</b>', '<b>a</b> **wo|rd** <b>c</b>'],
    ['on beside tags that are code', '`<b>` wo|rd `</b>`', '`<b>` **wo|rd** `</b>`'],
    ['on in another paragraph', '<b>a\n\nwo|rd</b>', '<b>a\n\n**wo|rd**</b>'],
  ])('%s (Markdown)', (_, before, after) => {
    expect(run(toggleBold, before, 'markdown')).toBe(after)
  })

  test.each([
    ['a selection', '<p>a «word» b</p>', '<p>a <strong>«word»</strong> b</p>'],
    ['a word under the caret', '<p>wo|rd</p>', '<p><strong>wo|rd</strong></p>'],
    ['off inside the tags', '<p><strong>wo|rd</strong></p>', '<p>wo|rd</p>'],
    ['off for <b>', '<p><b>«word»</b></p>', '<p>«word»</p>'],
    ['off with the tags selected', '<p>«<strong>word</strong>»</p>', '<p>«word»</p>'],
    ['several selections', '<p>«a» «b»</p>', '<p><strong>«a»</strong> <strong>«b»</strong></p>'],
    ['whole paragraphs', '«<p>a</p>\n<p>b</p>»', '<p><strong>«a</strong></p>\n<p><strong>b»</strong></p>'],
    ['nothing: an empty pair', '<p>|</p>', '<p><strong>|</strong></p>'],
  ])('%s (HTML)', (_, before, after) => {
    expect(run(toggleBold, before, 'html')).toBe(after)
  })

  test('front matter is left alone', () => {
    expect(run(toggleBold, '---\ntitle: wo|rd\n---\nbody', 'markdown')).toBeNull()
    expect(run(toggleBold, '---\ntitle: «word»\n---\n«body»', 'markdown')).toBe(
      '---\ntitle: «word»\n---\n**«body»**',
    )
  })
})

describe('italic', () => {
  test.each([
    ['a selection', '«word»', '*«word»*'],
    ['a word', 'wo|rd', '*wo|rd*'],
    ['off', '*wo|rd*', 'wo|rd'],
    ['off with underscores', '_wo|rd_', 'wo|rd'],
    ['inside bold', '**«word»**', '***«word»***'],
    ['off inside bold, bold stays', '***«word»***', '**«word»**'],
    ['empty pair', '|', '*|*'],
    ['several', '«a» «b»', '*«a»* *«b»*'],
  ])('%s (Markdown)', (_, before, after) => {
    expect(run(toggleItalic, before, 'markdown')).toBe(after)
  })

  test.each([
    ['a selection', '<p>«a»</p>', '<p><em>«a»</em></p>'],
    ['a word', '<p>wo|rd</p>', '<p><em>wo|rd</em></p>'],
    ['off', '<p><em>wo|rd</em></p>', '<p>wo|rd</p>'],
    ['off for <i>', '<p><i class="x">«a»</i></p>', '<p>«a»</p>'],
    ['inside bold', '<b>«a»</b>', '<b><em>«a»</em></b>'],
    ['several', '<p>«a» «b»</p>', '<p><em>«a»</em> <em>«b»</em></p>'],
  ])('%s (HTML)', (_, before, after) => {
    expect(run(toggleItalic, before, 'html')).toBe(after)
  })
})

describe('strikethrough', () => {
  test.each([
    ['a selection', '«word»', '~~«word»~~'],
    ['a word', 'wo|rd', '~~wo|rd~~'],
    ['off', '~~«word»~~', '«word»'],
    ['off by the caret', 'a ~~wo|rd~~', 'a wo|rd'],
    ['empty pair', 'a |', 'a ~~|~~'],
    ['several', '«a» «b»', '~~«a»~~ ~~«b»~~'],
  ])('%s (Markdown)', (_, before, after) => {
    expect(run(toggleStrikethrough, before, 'markdown')).toBe(after)
  })

  test.each([
    ['a selection', '<p>«a»</p>', '<p><del>«a»</del></p>'],
    ['a word', '<p>wo|rd</p>', '<p><del>wo|rd</del></p>'],
    ['off', '<p><del>«a»</del></p>', '<p>«a»</p>'],
    ['off for <s>', '<p><s>«a»</s></p>', '<p>«a»</p>'],
    ['empty pair', '<p>|</p>', '<p><del>|</del></p>'],
    ['several', '<p>«a» «b»</p>', '<p><del>«a»</del> <del>«b»</del></p>'],
  ])('%s (HTML)', (_, before, after) => {
    expect(run(toggleStrikethrough, before, 'html')).toBe(after)
  })
})

describe('inline code', () => {
  test.each([
    ['a selection', '«word»', '`«word»`'],
    ['a word', 'wo|rd', '`wo|rd`'],
    ['off', '`wo|rd`', 'wo|rd'],
    ['text with a backtick', '«a`b»', '``«a`b»``'],
    ['text that begins with a backtick', '«`b», c', '`` «`b» ``, c'],
    ['empty pair', 'a |', 'a `|`'],
    ['several', '«a» «b»', '`«a»` `«b»`'],
  ])('%s (Markdown)', (_, before, after) => {
    expect(run(toggleCode, before, 'markdown')).toBe(after)
  })

  test.each([
    ['a selection', '<p>«a»</p>', '<p><code>«a»</code></p>'],
    ['a word', '<p>wo|rd</p>', '<p><code>wo|rd</code></p>'],
    ['off', '<p><code>«a»</code></p>', '<p>«a»</p>'],
    ['off by the caret', '<p><code>wo|rd</code></p>', '<p>wo|rd</p>'],
    ['empty pair', '<p>|</p>', '<p><code>|</code></p>'],
    ['several', '<p>«a» «b»</p>', '<p><code>«a»</code> <code>«b»</code></p>'],
  ])('%s (HTML)', (_, before, after) => {
    expect(run(toggleCode, before, 'html')).toBe(after)
  })
})
