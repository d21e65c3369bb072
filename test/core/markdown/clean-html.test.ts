import { describe, expect, test } from 'vitest'
import { cleanHtml, type CleanHtml } from '../../../core/markdown/clean-html.ts'
import { DEFAULT_EXTENSIONS } from '../../../core/markdown/extensions.ts'

function convert(text: string): CleanHtml {
  const work = cleanHtml(text, {
    extensions: DEFAULT_EXTENSIONS,
    formula: (tex, display) =>
      tex === 'wrong' ? null : `<math${display ? ' display="block"' : ''}>${tex}</math>`,
    emoji: (name) => (name === 'smile' ? '😄' : null),
  })
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
const html = (text: string): string =>
  convert(text)
    .pieces.map((piece) => piece.html)
    .join('')

describe('Markdown becomes clean HTML', () => {
  test.each([
    ['paragraphs', 'a *b*\n\nc\n', '<p>a <em>b</em></p>\n<p>c</p>\n'],
    ['a formula', 'a $x$\n', '<p>a <math>x</math></p>\n'],
    ['a display formula', '$$\nx\n$$\n', '<math display="block">x</math>\n'],
    ['a formula with a mistake stays as written', 'a $wrong$\n', '<p>a $wrong$</p>\n'],
    ['an emoji', 'a :smile: :nope:\n', '<p>a 😄 :nope:</p>\n'],
    ['template tags stay as written', '{% note %}\n\nx {{< y >}}\n', '{% note %}\n<p>x {{< y >}}</p>\n'],
    ['a verbatim tag stays whole', '{% raw %}\n*a*\n{% endraw %}\n', '{% raw %}\n*a*\n{% endraw %}\n'],
    ['the end of the summary', 'a\n\n<!-- more -->\n\nb\n', '<p>a</p>\n<!-- more -->\n<p>b</p>\n'],
    ['a heading without a link to it', '## A b\n', '<h2>A b</h2>\n'],
    ['a heading with a link to it', '## A & b\n\n[x](#a--b)\n', '<h2 id="a--b">A &amp; b</h2>\n<p><a href="#a--b">x</a></p>\n'],
  ])('%s', (_, text, expected) => {
    expect(html(text)).toBe(expected)
  }) // prettier-ignore

  test('footnotes stand at the end, once, with a way back to each reference', () => {
    expect(html('a[^n] b[^n]\n\n[^n]: note\n')).toBe(
      '<p>a<sup class="footnote-ref"><a href="#fn-n" id="fnref-n">1</a></sup> ' +
        'b<sup class="footnote-ref"><a href="#fn-n" id="fnref-n-2">1</a></sup></p>\n' +
        '<section class="footnotes">\n<ol>\n<li id="fn-n">\n<p>note <a href="#fnref-n" class="footnote-back">↩</a> ' +
        '<a href="#fnref-n-2" class="footnote-back">↩<sup>2</sup></a></p>\n' +
        '</li>\n</ol>\n</section>\n',
    )
  })

  test('a table of contents is lists in lists', () => {
    expect(html('[toc]\n\n# A\n\n## B\n\n## C\n\n# D\n')).toContain(
      '<nav class="toc">\n<ul>\n<li><a href="#a">A</a><ul>\n<li><a href="#b">B</a></li>\n<li><a href="#c">C</a></li>\n' +
        '</ul>\n</li>\n<li><a href="#d">D</a></li>\n</ul>\n</nav>\n<h1 id="a">A</h1>',
    )
  })
})

test('each piece knows its Markdown', () => {
  const text = '# A\n\nb\n\n- c\n'
  expect(convert(text).pieces.map(({ span }) => text.slice(span.from, span.to).trim())).toEqual([
    '# A',
    'b',
    '- c',
  ])
})

test('definitions that nothing refers to are told', () => {
  const text = '[a]\n\n[a]: /a\n[b]: /b\n\n[^n]: never\n'
  expect(convert(text).unused.map(({ from, to }) => text.slice(from, to).trim())).toEqual([
    '[b]: /b',
    '[^n]: never',
  ])
})

test('a block that cannot be parsed in time is told and left out', () => {
  const { costly, pieces } = convert(`a\n\n${'> '.repeat(60)}x\n\nb\n`)
  expect(costly).not.toBeNull()
  expect(pieces.map(({ html }) => html)).toEqual(['<p>a</p>\n', '<p>b</p>\n'])
})
