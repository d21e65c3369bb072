import fc from 'fast-check'
import { Lexer, Parser } from 'marked'
import { describe, expect, test } from 'vitest'
import { isShown } from '../../../core/markdown/block.ts'
import { BlockIndex } from '../../../core/markdown/block-index.ts'
import { markdownScanner } from '../../../core/markdown/markdown-scanner.ts'
import { createLexer, lexBlocks, lexInlines, markedOptions } from '../../../core/markdown/marked-setup.ts'
import { renderMarkdown } from '../../../core/markdown/render-markdown.ts'
import { markdownText } from './random-text.ts'
import { runs } from '../../runs.ts'

function indexOf(text: string): BlockIndex {
  const index = new BlockIndex(
    {
      length: () => text.length,
      slice: (from, to) => text.slice(from, to),
      onSplice: () => undefined,
      onRefresh: () => undefined,
    },
    markdownScanner(),
  )
  while (index.dirty) index.step()
  return index
}

function render(text: string): string {
  const index = indexOf(text)
  let at = 0
  let html = ''
  for (const block of index.blocks) {
    const source = text.slice(at, at + block.length)
    if (isShown(block)) html += renderMarkdown(source, index.labels).html
    at += block.length
  }
  return html
}

/** The whole text through one lexer and one parser, with the same definitions. */
function renderWhole(text: string): string {
  const { labels } = indexOf(text)
  const options = markedOptions(text, labels)
  const lexer = createLexer(options)
  const tokens = lexBlocks(lexer, text)
  lexer.tokens.links = labels.definitions as typeof lexer.tokens.links
  lexInlines(lexer)
  return Parser.parse(tokens, options)
}

/** HTML as it is seen: white space outside of code is one space, and none at the end of a paragraph. */
function seen(html: string): string {
  return html
    .replace(/[ \t\n]+<\/p>/g, '</p>')
    .split(/(<(pre|code)\b[\s\S]*?<\/\2>)/)
    .map((part) =>
      /^<(?:pre|code)/.test(part) ? part : part.replace(/[ \t\n]+/g, ' ').replace(/ ?(<\/?p>) ?/g, '$1'),
    )
    .join('')
}

describe('rendering block by block', () => {
  test('gives for every text what rendering it whole gives', () => {
    fc.assert(
      fc.property(markdownText, (text) => {
        expect(seen(render(text))).toBe(seen(renderWhole(text)))
      }),
      { numRuns: runs(5000) },
    )
  })

  test.each([
    '- a\n\n  b\n*\u00a0',
    '- a\n*\u3000\n\n# c\n',
    '\\[a\\]\n```\nb\n',
    '\\[a\\]\nb\n',
    '\\[a\\]\n1. b\n',
    '| a |\n|---|\n| b |\n\t\n\n[^1]: note\n',
    '- a\n\n  b\n==\t\n\n</details>\n',
  ])('%j gives what rendering it whole gives', (text) => {
    expect(render(text)).toBe(renderWhole(text))
  })

  test('follows marked where no extension is involved', () => {
    const text =
      '# One\n\nA *b* `c` [d](/e) ~~f~~ <b>g</b>\n\n- x\n- [ ] y\n\n| a |\n|---|\n| b |\n\n```js\nz\n```\n'
    expect(render(text)).toBe(Parser.parse(Lexer.lex(text)))
  })
})

describe('blocks end where GitHub ends them', () => {
  test.each([
    ['a table at a line of white space', '| a |\n|---|\n| b |\n \t\nc | d\n', '</table>\n<p>c | d</p>\n'],
    ['a table at a footnote', '| a |\n|---|\n| b |\n[^1]: note\n', '<td>b</td>\n</tr>\n</tbody></table>\n'],
    ['a paragraph at a footnote', 'text\n[^1]: note\n', '<p>text</p>\n'],
    ['a list at a footnote', '- text\n[^1]: note\n', '<ul>\n<li>text</li>\n</ul>\n'],
    ['a quotation at a footnote', '> text\n[^1]: note\n', '<blockquote>\n<p>text</p>\n</blockquote>\n'],
    [
      'a paragraph at a closing tag',
      'text\n{% endnote %}\n',
      '<p>text</p>\n<div class="galley-tag galley-tag-end"><b>endnote</b></div>',
    ],
    [
      'a list at a closing tag',
      '- text\n{{% /notice %}}\n',
      '</ul>\n<div class="galley-tag galley-tag-end"><b>/notice</b></div>',
    ],
    ['no list by a lazy line of equals signs', '- a\n\n  b\n==\t\n', '<p>b\n==</p>\n</li>\n</ul>\n'],
  ])('%s', (_, text, end) => {
    const html = render(text)
    expect(html.slice(-end.length)).toBe(end)
  })

  test('and without footnotes their lines are text', () => {
    const env = { definitions: {}, footnotes: new Map(), extensions: [] }
    expect(renderMarkdown('text\n[^1]: note words\n', env).html).toBe('<p>text\n[^1]: note words</p>\n')
  })
})

describe('emphasis beside Chinese and Japanese', () => {
  test.each([
    ['**重点。**后文', '<strong>重点。</strong>后文'],
    ['他说**“重点”**吗', '他说<strong>“重点”</strong>吗'],
    ['前文**（注）**后文', '前文<strong>（注）</strong>后文'],
    ['**価格(税込)**です', '<strong>価格(税込)</strong>です'],
    ['中文*强调*中文', '中文<em>强调</em>中文'],
    ['~~删除。~~后文', '<del>删除。</del>后文'],
    ['**a** *b* ***c***', '<strong>a</strong> <em>b</em> <em><strong>c</strong></em>'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['snake_case_name', 'snake_case_name'],
    ['foo**(bar)**baz', 'foo**(bar)**baz'],
  ])('%s', (source, html) => {
    expect(render(source)).toBe(`<p>${html}</p>\n`)
  })
})

describe('extensions', () => {
  test('==text== is marked', () => {
    expect(render('a ==b *c*== d == e')).toBe('<p>a <mark>b <em>c</em></mark> d == e</p>\n')
  })

  test('an alert is a box with a title', () => {
    expect(render('> [!WARNING]\n> Mind the *gap*.\n')).toBe(
      '<div class="alert alert-warning"><p class="alert-title">Warning</p>\n<p>Mind the <em>gap</em>.</p>\n</div>\n',
    )
  })

  test('within a list or a quotation it is none', () => {
    expect(render('- > [!NOTE]\n  > text\n')).toContain('<blockquote>\n<p>[!NOTE]\ntext</p>')
    expect(render('> > [!NOTE]\n> > text\n')).toContain('<blockquote>\n<p>[!NOTE]\ntext</p>')
  })

  test('formulas may stand in a fence, or between dollars with backticks', () => {
    const display = '<span class="galley-maths galley-maths-display">a &lt; b</span>\n'
    expect(render('```math\na < b\n```\n')).toBe(display)
    expect(render('Say $`a_1`$ here.\n')).toBe('<p>Say <span class="galley-maths">a_1</span> here.</p>\n')
  })

  test.each([
    ['看http://例子.example/页 吧', '看<a href="http://%E4%BE%8B%E5%AD%90.example/%E9%A1%B5">http://例子.example/页</a> 吧'],
    ['www.例子.example.', '<a href="http://www.%E4%BE%8B%E5%AD%90.example">www.例子.example</a>.'],
    ['(https://𠮷.example/a_b)', '(<a href="https://%F0%A0%AE%B7.example/a_b">https://𠮷.example/a_b</a>)'],
    ['[http://例子.example](/y)', '<a href="/y">http://例子.example</a>'],
    ['https://。例子', 'https://。例子'],
  ])('an address whose host is in any script is a link, as GitHub has it: %s', (text, html) => {
    expect(render(text)).toBe(`<p>${html}</p>\n`)
  }) // prettier-ignore

  test('what only code refers to is no footnote', () => {
    const html = render('Write `[^a]`, then[^b].\n\n[^a]: A\n\n[^b]: B\n')
    expect(html).toContain('id="fnref-b">1</a>')
  })

  test('footnotes are numbered in the order of their first reference', () => {
    const html = render('One[^b], two[^a], again[^b], none[^x].\n\n[^a]: A\n\n[^b]: B\n')
    expect([...html.matchAll(/href="#fn-(\w)"[^>]*>(\d)/g)].map((found) => [found[1], found[2]])).toEqual([
      ['b', '1'],
      ['a', '2'],
      ['b', '1'],
    ])
    expect(html).toContain('none[^x]')
    expect(html).not.toContain('[^a]:')
  })

  test('the mark at which a summary ends is shown', () => {
    expect(render('a\n\n<!-- more -->\n\nb')).toContain('galley-more')
  })

  test('a generator’s tags are labelled boxes', () => {
    expect(render('{% note info %}\nText\n{% endnote %}\n')).toContain('<b>note</b>')
    expect(render('x {{< figure src="a" >}} y')).toContain('<b>figure</b>')
  })

  test('what a verbatim tag holds is not read as Markdown', () => {
    expect(render('{% codeblock %}\n# not a heading\n\n*x*\n{% endcodeblock %}\n')).toContain(
      '# not a heading\n\n*x*\n',
    )
  })

  test('an image of the asset folder is an image', () => {
    expect(render('{% asset_img quay.png The quay %}\n')).toContain('<img src="quay.png" alt="The quay">')
  })
})

describe('what would take long to parse', () => {
  test.each([
    ['brackets', '![[]()'.repeat(160_000)],
    ['comment openings', '<!--'.repeat(300_000)],
    ['delimiters', `${'*a **b '.repeat(4000)}${'b** a*'.repeat(4000)}`],
    ['quotes in quotes', `${'> '.repeat(100_000)}x`],
    ['lists in lists', Array.from({ length: 500 }, (_, i) => `${'  '.repeat(i)}- x`).join('\n')],
    ['one long line', 'x'.repeat(3_000_000)],
    ['nested elements', '<div>'.repeat(100_000)],
    ['attributes', `<p ${Array.from({ length: 50_000 }, (_, i) => `a${i}`).join(' ')}>x</p>`],
    ['backticks', Array.from({ length: 2000 }, (_, i) => '`'.repeat(i % 60)).join('a ')],
    ['pointy brackets', '<a '.repeat(100_000)],
  ])('%s: is bounded, and the article after it is as usual', (_, costly) => {
    const html = render(`Before.\n\n${costly}\n\n-->\n\nAfter *it*.\n`)
    expect(html).toContain('<p>Before.</p>')
    expect(html).toContain('After')
  })
})
