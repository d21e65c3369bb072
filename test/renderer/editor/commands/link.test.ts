import { describe, expect, test } from 'vitest'
import { insertImage, isUrl, linkTo, toggleLink } from '../../../../renderer/editor/commands/link.ts'
import { run } from '../cursor-notation.ts'

describe('link', () => {
  test.each([
    ['a selection becomes the text', 'see «this page» now', 'see [this page](|) now'],
    ['a word under the caret', 'see pa|ge', 'see [page](|)'],
    ['a selected address becomes the target', '«https://example.org/a»', '[|](https://example.org/a)'],
    ['nothing', 'a | b', 'a [|]() b'],
    ['off by the caret', 'a [te|xt](https://example.org) b', 'a te|xt b'],
    ['off with a title', '[te|xt](x.html "Title")', 'te|xt'],
    ['several', '«a» «b»', '[a](|) [b](|)'],
    ['two carets in a word', 'a|b|', '[ab](|)|'],
    ['the address under the caret', 'https://e.o|rg/a', '[|](https://e.org/a)'],
    ['one in angle brackets', '<https://e.o|rg/a>', '[|](https://e.org/a)'],
    ['code as a whole', '`co|de`', '[`code`](|)'],
    ['an image as a whole', '![al|t](x)', '[![alt](x)](|)'],
    ['off for one with an image', '[![al|t](x)](y)', '![al|t](x)'],
    ['off for a reference', '[te|xt][ref]\n\n[ref]: x', 'te|xt\n\n[ref]: x'],
    ['white space stays outside', '« a »', ' [a](|) '],
    ['block marks stay outside', '«# Title»', '# [Title](|)'],
    ['a bracket without a partner is escaped', '«a]b [c]»', '[a\\]b [c]](|)'],
    ['a Chinese word', '今天|天气', '今天[天气](|)'],
    ['not in a code block', '```\nco|de\n```', null],
    ['not around a link', '«a [b](c) d»', null],
    ['not over paragraphs', '«a\n\nb»', null],
    ['not over cells', '¦ «a ¦ b» ¦\n¦ - ¦ - ¦', null],
    [
      'as an element in a block of HTML',
      '<div>\n<p>wo|rd</p>\n</div>',
      '<div>\n<p><a href="|">word</a></p>\n</div>',
    ],
  ])('%s (Markdown)', (_, before, after) => {
    expect(run(toggleLink, before, 'markdown')).toBe(after)
  })

  test.each([
    ['a selection becomes the text', '<p>«this»</p>', '<p><a href="|">this</a></p>'],
    ['a word under the caret', '<p>pa|ge</p>', '<p><a href="|">page</a></p>'],
    [
      'a selected address',
      '<p>«https://e.org/?a=1&b»</p>',
      '<p><a href="https://e.org/?a=1&amp;b">|</a></p>',
    ],
    ['nothing', '<p>|</p>', '<p><a href="">|</a></p>'],
    ['off by the caret', '<p><a href="x" class="y">te|xt</a></p>', '<p>te|xt</p>'],
    ['several', '<p>«a» «b»</p>', '<p><a href="|">a</a> <a href="|">b</a></p>'],
    ['the address under the caret', '<p>https://e.o|rg/a</p>', '<p><a href="https://e.org/a">|</a></p>'],
    ['a paragraph’s text', '«<p>a</p>»', '<p><a href="|">a</a></p>'],
    ['text with other elements', '<p>«a <b>b</b>»</p>', '<p><a href="|">a <b>b</b></a></p>'],
    ['white space stays outside', '<p>« a »</p>', '<p> <a href="|">a</a> </p>'],
    ['not in a tag', '<p class="a|b">x</p>', null],
    ['not in a script', '<script>a|</script>', null],
    ['not over paragraphs', '<p>«a</p>\n<p>b»</p>', null],
  ])('%s (HTML)', (_, before, after) => {
    expect(run(toggleLink, before, 'html')).toBe(after)
  })
})

describe('image', () => {
  test.each([
    ['nothing', 'a | b', 'a ![|]() b'],
    ['a selection becomes the description', '«a cat»', '![a cat](|)'],
    ['a selected address', '«https://e.org/a.png»', '![|](https://e.org/a.png)'],
    ['inside an image its address is selected', '![a c|at](cat.png)', '![a cat](«cat.png»)'],
    ['a caret in a word leaves the word', 'wo|rd', 'wo![|]()rd'],
    ['several', '«a» «b»', '![a](|) ![b](|)'],
    ['not in a code block', '```\na|\n```', null],
    ['not over paragraphs', '«a\n\nb»', null],
  ])('%s (Markdown)', (_, before, after) => {
    expect(run(insertImage, before, 'markdown')).toBe(after)
  })

  test.each([
    ['nothing', '<p>|</p>', '<p><img src="" alt="|"></p>'],
    ['a selection becomes the description', '<p>«a cat»</p>', '<p><img src="|" alt="a cat"></p>'],
    ['a selected address', '<p>«https://e.org/a.png»</p>', '<p><img src="https://e.org/a.png" alt="|"></p>'],
    [
      'inside an image its address is selected',
      '<img alt="a|b" src="cat.png">',
      '<img alt="ab" src="«cat.png»">',
    ],
    ['quotes in a description', '«say "cat"»', '<img src="|" alt="say &quot;cat&quot;">'],
    ['several', '<p>«a» «b»</p>', '<p><img src="|" alt="a"> <img src="|" alt="b"></p>'],
    ['not in a tag', '<p class="a|b">x</p>', null],
    ['not in a script', '<script>a|</script>', null],
  ])('%s (HTML)', (_, before, after) => {
    expect(run(insertImage, before, 'html')).toBe(after)
  })
})

describe('a pasted address', () => {
  const paste = linkTo('https://example.org/a')

  test.each([
    ['on a selection', 'see «this»', 'see [this](https://example.org/a)|'],
    ['on several', '«a» «b»', '[a](https://example.org/a)| [b](https://example.org/a)|'],
    ['without a selection: nothing', 'see |', null],
    ['on an address: nothing', '«https://other.org»', null],
    ['in code: nothing', '`a «b»`', null],
    ['in a link: nothing', '[«text»](x)', null],
    ['over two lines: nothing', '«a\nb»', null],
  ])('%s (Markdown)', (_, before, after) => {
    expect(run(paste, before, 'markdown')).toBe(after)
  })

  test.each([
    ['on a selection', '<p>«this»</p>', '<p><a href="https://example.org/a">this</a>|</p>'],
    ['in a link: nothing', '<a href="x">«this»</a>', null],
    ['in an attribute: nothing', '<a title="«this»">b</a>', null],
  ])('%s (HTML)', (_, before, after) => {
    expect(run(paste, before, 'html')).toBe(after)
  })

  test('parentheses that do not match are put in angle brackets', () => {
    expect(run(linkTo('https://e.org/a)b'), '«x»', 'markdown')).toBe('[x](<https://e.org/a)b>)|')
  })

  test('only whole addresses count', () => {
    expect(['https://e.org', ' https://e.org \n', 'mailto:a@e.org'].every(isUrl)).toBe(true)
    expect(['e.org', 'https://e.org and more', 'javascript:alert(1)', ''].some(isUrl)).toBe(false)
  })
})
