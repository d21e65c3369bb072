import { describe, expect, test } from 'vitest'
import {
  toggleBold,
  toggleCode,
  toggleItalic,
  toggleStrikethrough,
} from '../../../../renderer/editor/commands/inline.ts'
import { run } from '../cursor-notation.ts'

const markdown = (command: typeof toggleBold, before: string): string | null =>
  run(command, before, 'markdown')
const html = (command: typeof toggleBold, before: string): string | null => run(command, before, 'html')

describe('bold over several blocks of Markdown', () => {
  test.each([
    ['each paragraph by itself', '«one\n\ntwo»', '**«one**\n\n**two»**'],
    ['off again', '**«one**\n\n**two»**', '«one\n\ntwo»'],
    ['lines of one paragraph together', '«one\ntwo»', '**«one\ntwo»**'],
    ['lines of a quote together', '> «one\n> two»', '> **«one\n> two»**'],
    ['list items, off again', '- **«one**\n- **two»**', '- «one\n- two»'],
    [
      'without the marks of any block',
      '«# Title ##\n\n- item\n- [ ] task\n1. num\n\n> quote»',
      '# **«Title** ##\n\n- **item**\n- [ ] **task**\n1. **num**\n\n> **quote»**',
    ],
    ['the text of an underlined heading', '«Title\n===»', '**«Title»**\n==='],
    ['not what is code', '«a\n```\ncode\n```\nb»', '**«a**\n```\ncode\n```\n**b»**'],
    ['not a rule', '«---\n\ntext»', '---\n\n**«text»**'],
    ['each cell by itself', '¦ «a ¦ b» ¦\n¦ - ¦ - ¦', '¦ **«a** ¦ **b»** ¦\n¦ - ¦ - ¦'],
    [
      'a row of a table without its bars',
      '¦ a ¦ b ¦\n¦ - ¦ - ¦\n«¦ 1 ¦ 2 ¦»',
      '¦ a ¦ b ¦\n¦ - ¦ - ¦\n¦ **«1** ¦ **2»** ¦',
    ],
    ['the text of a footnote', '«[^1]: note»', '[^1]: **«note»**'],
    ['one that is bold and one that is not', '«**a**\n\nb»', '«**a**\n\n**b»**'],
    ['nothing but white space', '«  \n  »', null],
  ])('%s', (_, before, after) => expect(markdown(toggleBold, before)).toBe(after))
})

describe('bold beside other marks of Markdown', () => {
  test.each([
    ['a selection that cuts through bold', 'a «x **b»c** d', 'a **«x bc»** d'],
    ['one that cuts through its other end', '**a«b** c»', '**«ab c»**'],
    ['a selection that cuts through emphasis', '*a «b* c»', '**«*a b* c»**'],
    ['one that cuts through a link', 'a [b «c](d) e»', 'a **«[b c](d) e»**'],
    ['one that cuts through code', 'a «b`c» d`', 'a **«b`c d`»**'],
    ['in a link’s text', '[te|xt](url)', '[**te|xt**](url)'],
    ['around a link whose address has the caret', '[text](u|rl)', '**[text](u|rl)**'],
    ['around code', '`co|de`', '**`co|de`**'],
    ['around an image', '![al|t](url)', '**![al|t](url)**'],
    ['around an address', 'https://exa|mple.com', '**https://exa|mple.com**'],
    ['around an address in brackets', '<https://exa|mple.com>', '**<https://exa|mple.com>**'],
    ['around a formula', '$x|y$', '**$x|y$**'],
    ['between two that are bold', '**a** pl|ain **b**', '**a** **pl|ain** **b**'],
    ['off in both', '***wo|rd***', '*wo|rd*'],
    ['off with underscores', '__wo|rd__', 'wo|rd'],
  ])('%s', (_, before, after) => expect(markdown(toggleBold, before)).toBe(after))
})

describe('nothing becomes bold', () => {
  test.each([
    ['in a code block', '```\nco|de\n```'],
    ['in an empty line of one', '```\n|\n```'],
    ['in code by its indentation', '    co|de'],
    ['in a tag’s attributes', 'text <span class="x|y">a</span>'],
    ['in a block’s tag', '<div class="x|y">\n'],
    ['in a comment', '<!-- co|mment -->'],
    ['in a definition of a link', '[ref|]: https://example.com'],
    ['in a formula’s block', '$$\nx|y\n$$'],
  ])('%s (Markdown)', (_, before) => expect(markdown(toggleBold, before)).toBe(null))

  test.each([
    ['in a tag', '<p class="x|y">a</p>'],
    ['in an inline tag', '<p>a <span class="x|y">b</span></p>'],
    ['in a script', '<script>co|de</script>'],
    ['in an empty script', '<script>|</script>'],
    ['in a style sheet', '<style>a|b {}</style>'],
    ['in a comment', '<!-- co|mment -->'],
    ['in a description', '<img alt="a|b">'],
  ])('%s (HTML)', (_, before) => expect(html(toggleBold, before)).toBe(null))
})

describe('the word under the caret', () => {
  test.each([
    ['of Chinese is what its dictionary says', '今天天气|很好', '今天天气**|很好**'],
    ['of Japanese', 'コー|ヒーを飲む', '**コー|ヒー**を飲む'],
    ['of Korean', '안녕|하세요 세계', '**안녕|하세요** 세계'],
    ['of Arabic', 'مرح|با بك', '**مرح|با** بك'],
    ['has its apostrophe', "don|'t", "**don|'t**"],
    ['has its underscores', 'snake_ca|se', '**snake_ca|se**'],
    ['ends at a hyphen', 'foo-b|ar', 'foo-**b|ar**'],
    ['begins at the caret', 'a, |b', 'a, **|b**'],
    ['is not beside a space only', 'a, | b', 'a, **|** b'],
  ])('%s', (_, before, after) => expect(markdown(toggleBold, before)).toBe(after))
})

describe('elements around text of HTML', () => {
  test.each([
    ['lines of one paragraph together', '<p>«a\nb»</p>', '<p><strong>«a\nb»</strong></p>'],
    ['paragraphs on one line', '<p>«a</p><p>b»</p>', '<p><strong>«a</strong></p><p><strong>b»</strong></p>'],
    ['off again', '<p><b>«a</b></p>\n<p><b>b»</b></p>', '<p>«a</p>\n<p>b»</p>'],
    ['cells', '<td>«a</td><td>b»</td>', '<td><strong>«a</strong></td><td><strong>b»</strong></td>'],
    ['no tag is cut', '<p>a <em>«b</em> c»</p>', '<p>a <strong>«<em>b</em> c»</strong></p>'],
    ['no entity is cut', '<p>a&am|p;b</p>', '<p>a<strong>&am|p;</strong>b</p>'],
    ['over line breaks', '<p>a<br>«b<br>c»</p>', '<p>a<br><strong>«b<br>c»</strong></p>'],
    [
      'text beside blocks',
      '<div>x «a <p>b</p> c» y</div>',
      '<div>x <strong>«a</strong> <p><strong>b</strong></p> <strong>c»</strong> y</div>',
    ],
    ['what holds some already', '«<p>a <b>b</b> c</p>»', '<p><strong>«a b c»</strong></p>'],
    ['in preformatted text', '<pre>co|de</pre>', '<pre><strong>co|de</strong></pre>'],
    ['white space stays outside', '<p>« a »</p>', '<p> <strong>«a»</strong> </p>'],
    ['a Chinese word', '<p>今|天天气</p>', '<p><strong>今|天</strong>天气</p>'],
  ])('%s', (_, before, after) => expect(html(toggleBold, before)).toBe(after))

  test.each([
    ['in a block of HTML', '<div>\n<p>wo|rd</p>\n</div>', '<div>\n<p><strong>wo|rd</strong></p>\n</div>'],
    ['off there', '<div>\n<b>wo|rd</b>\n</div>', '<div>\nwo|rd\n</div>'],
    ['where a caret is in an empty element', '<p>|</p>', '<p><strong>|</strong></p>'],
  ])('are written in Markdown too: %s', (_, before, after) =>
    expect(markdown(toggleBold, before)).toBe(after),
  )
})

describe('inline code', () => {
  test.each([
    ['off where the text holds a backtick', '``a ` «b»``', 'a ` «b»'],
    ['off with the spaces that keep a backtick apart', '`` `b` |``', '`b`|'],
    ['around what holds code', '«`a` and b»', '`«a and b»`'],
    ['inside other marks', '«**a**»', '**`«a»`**'],
    ['in a cell with an escaped bar', '¦ «a\\¦b» ¦\n¦ - ¦', '¦ `«a\\¦b»` ¦\n¦ - ¦'],
    ['not in a code block', '```\na|b\n```', null],
    ['two words', 'o|ne t|wo', '`o|ne` `t|wo`'],
  ])('%s', (_, before, after) => expect(markdown(toggleCode, before)).toBe(after))
})

test('italic stands inside or around bold', () => {
  expect(markdown(toggleItalic, '**«a» b**')).toBe('***«a»* b**')
  expect(markdown(toggleItalic, '**a «b»**')).toBe('**a *«b»***')
  expect(markdown(toggleItalic, 'a«b»c')).toBe('a*«b»*c')
})

test('one tilde strikes through as well (GFM)', () => {
  expect(markdown(toggleStrikethrough, '~wo|rd~')).toBe('wo|rd')
  expect(markdown(toggleStrikethrough, '~«two words»~')).toBe('«two words»')
  expect(markdown(toggleStrikethrough, '«a\n\nb»')).toBe('~~«a~~\n\n~~b»~~')
})
