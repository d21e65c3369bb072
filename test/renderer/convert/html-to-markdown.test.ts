import { describe, expect, test } from 'vitest'
import { htmlToMarkdown, type MarkdownOptions } from '../../../renderer/convert/html-to-markdown.ts'

function markdown(html: string, options: MarkdownOptions = { fidelity: 'clean' }): string {
  const root = document.createElement('div')
  root.innerHTML = html
  return htmlToMarkdown(root, options)
}

function cases(name: string, table: readonly (readonly [html: string, markdown: string])[]): void {
  describe(name, () => {
    test.each(table)('%j', (html, expected) => {
      expect(markdown(html)).toBe(expected)
    })
  })
}

cases('text is escaped as little as it takes', [
  ['<p>a * b, snake_case, 5 < 6 & 7</p>', 'a * b, snake_case, 5 < 6 & 7'],
  ['<p>*a* _b_ `c` [d]</p>', '\\*a\\* \\_b\\_ \\`c\\` \\[d\\]'],
  ['<p>&lt;script&gt; and &amp;copy;</p>', '\\<script> and \\&copy;'],
  [
    '<p>- no list</p><p>1. nor this</p><p># nor a heading</p>',
    '\\- no list\n\n1\\. nor this\n\n\\# nor a heading',
  ],
  ['<p>2021) x</p><p>-5 degrees</p><p>&gt; q</p>', '2021\\) x\n\n-5 degrees\n\n\\> q'],
  ['<p>https://example.com/a_b*c~d</p>', 'https://example.com/a_b*c~d'],
  ['<p>C:\\temp \\* x</p>', 'C:\\temp \\\\\\* x'],
  ['<p>$5 and $6</p>', '\\$5 and \\$6'],
  ['<p>one $5</p>', 'one $5'],
  ['<p>wow!<a href="/x">x</a></p>', 'wow\\![x](/x)'],
  ['<p>a<br>- b</p>', 'a  \n\\- b'],
])

cases('emphasis is read by every reader of CommonMark', [
  ['<p>a <b>b</b> <i>c</i> <s>d</s></p>', 'a **b** *c* ~~d~~'],
  ['<p><b>重点。</b>后文</p>', '**重点**。后文'],
  ['<p>见<b>“重点”</b>后文</p>', '见“**重点**”后文'],
  ['<p><b>Note:</b>text</p>', '**Note**:text'],
  ['<p>un<i>believ</i>able</p>', 'un*believ*able'],
  ['<p><b>a </b>b</p>', '**a** b'],
  ['<p><b>a</b><i>b</i></p>', '**a**_b_'],
  ['<p><b>a</b><b>b</b> c</p>', '**ab** c'],
  ['<p><b><i>x</i></b></p>', '***x***'],
  ['<p>x<b>(a)</b>y</p>', 'x<strong>(a)</strong>y'],
  ['<p><b><p>a</p><p>b</p></b></p>', '**a**\n\n**b**'],
  ['<b><q><p>a</p></q></b>', '**a**'],
  ['<i>x<ins><p>a</p>b</ins></i>', '*x*\n\n*a*\n\n*b*'],
  ['<p>H<sub>2</sub>O <kbd>Ctrl</kbd></p>', 'H<sub>2</sub>O <kbd>Ctrl</kbd>'],
])

cases('blocks', [
  ['<h2>Low <em>water</em></h2><h3>C #</h3>', '## Low *water*\n\n### C \\#'],
  ['<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
  ['<p>a</p><hr><p>b</p>', 'a\n\n---\n\nb'],
  [
    '<details><summary>More</summary><p>text</p></details>',
    '<details>\n<summary>More</summary>\n\ntext\n\n</details>',
  ],
  ['<figure><img src="a.png" alt="A"><figcaption>A pier</figcaption></figure>', '![A](a.png)\n*A pier*'],
  ['<dl><dt>Ebb</dt><dd>falling</dd><dt>Flood</dt><dd>rising</dd></dl>', 'Ebb\n: falling\n\nFlood\n: rising'],
])

cases('lists', [
  ['<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>', '- a\n- b\n  - c'],
  ['<ul><li>a</li><ul><li>b</li></ul></ul>', '- a\n  - b'],
  ['<ol start="9"><li>a</li><li>b<ol><li>c</li></ol></li></ol>', '9. a\n10. b\n    1. c'],
  ['<ol><li>a<ol start="3"><li>b</li></ol></li></ol>', '1. a\n\n   3. b'],
  ['<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>', '- a\n\n  b\n\n- c'],
  ['<ul><li>a</li></ul><ul><li>b</li></ul>', '- a\n\n* b'],
  ['<ol><li>a</li></ol><ol><li>b</li></ol>', '1. a\n\n1) b'],
  [
    '<ul><li><input type="checkbox" checked> done</li><li><input type="checkbox"> not</li></ul>',
    '- [x] done\n- [ ] not',
  ],
  ['<ul><li>a</li><li></li><li>c</li></ul>', '- a\n-\n- c'],
  ['<ol><li>a<pre><code>x\n\ny</code></pre></li></ol>', '1. a\n\n   ```\n   x\n\n   y\n   ```'],
])

cases('code', [
  ['<pre><code class="language-js">a &lt; b\n</code></pre>', '```js\na < b\n```'],
  ['<pre>one\ntwo</pre>', '```\none\ntwo\n```'],
  ['<pre><code>```\nx\n```</code></pre>', '````\n```\nx\n```\n````'],
  [
    '<div class="highlight highlight-source-python"><pre><span>x</span> = 1</pre></div>',
    '```python\nx = 1\n```',
  ],
  ['<pre class="brush: ruby">puts</pre>', '```ruby\nputs\n```'],
  [
    '<figure class="highlight css"><table><tr><td class="gutter"><pre><span>1</span><br></pre></td><td class="code"><pre><span class="line">a {</span><br><span class="line">}</span><br></pre></td></tr></table></figure>',
    '```css\na {\n}\n```',
  ],
  ['<p><code>a</code><code>b</code></p>', '`ab`'],
  ['<p>run <code>a`b</code> and <code><b>x</b>_y</code></p>', 'run ``a`b`` and `x_y`'],
])

cases('links and images', [
  ['<a href="https://a.example/x_(y)" title="T">z</a>', '[z](https://a.example/x_(y) "T")'],
  ['<a href="https://a.example/(">z</a>', '[z](<https://a.example/(>)'],
  ['<a href="https://a.example">https://a.example</a>', '<https://a.example>'],
  ['<img src="my pic.png" alt="a ] b">', '![a \\] b](<my pic.png>)'],
  ['<a href="/x"><h3>Title</h3></a>', '### [Title](/x)'],
  ['<a href="/x"><div>one</div><div>two</div></a>', '[one two](/x)'],
])

cases('tables', [
  [
    '<table><thead><tr><th>a</th><th align="right">b</th></tr></thead><tbody><tr><td>1¦2</td><td><p>x</p><p>y</p></td></tr></tbody></table>'.replace(
      '¦',
      '|',
    ),
    '| a | b |\n| --- | --: |\n| 1\\|2 | x<br>y |',
  ],
  [
    '<table><tr><td>a</td><td>b</td></tr><tr><td colspan="2">c</td></tr></table>',
    '| a | b |\n| --- | --- |\n| c |  |',
  ],
  [
    '<table><tr><th>a</th><th>b</th></tr><tr><td rowspan="2">c</td><td>d</td></tr><tr><td>e</td></tr></table>',
    '| a | b |\n| --- | --- |\n| c | d |\n|  | e |',
  ],
  [
    '<table><tr><th>a</th></tr><tr><td><ul><li>b</li></ul></td></tr></table>',
    '<table><tbody><tr><th>a</th></tr><tr><td><ul><li>b</li></ul></td></tr></tbody></table>',
  ],
])

cases('footnotes of many writers', [
  [
    '<p>Tide<sup><a href="#fn1" id="fnref1">1</a></sup>.</p><section><hr><ol><li id="fn1"><p>Low.<a href="#fnref1">↩︎</a></p></li></ol></section>',
    'Tide[^1].\n\n[^1]: Low.',
  ],
  [
    '<p>Tide<a href="#_ftn1" name="_ftnref1">[1]</a>.</p><div><hr><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Low.</p><p>More.</p></div></div>',
    'Tide[^1].\n\n[^1]: Low.\n\n    More.',
  ],
  [
    '<p>a<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup> b<sup id="cite_ref-2"><a href="#cite_note-2">[2]</a></sup></p><ol><li id="cite_note-1"><span>^</span> <span>One</span> <a href="#cite_ref-1">↑</a></li><li id="cite_note-2"><a href="#cite_ref-2">^</a> Two</li></ol>',
    'a[^1] b[^2]\n\n[^1]: One\n\n[^2]: Two',
  ],
])

test('footnotes take labels the article does not have', () => {
  const html = '<p>a<sup><a href="#n" id="r">1</a></sup></p><ol><li id="n">N <a href="#r">back</a></li></ol>'
  expect(markdown(html, { fidelity: 'clean', takenFootnotes: new Set(['1', '2']) })).toBe('a[^3]\n\n[^3]: N')
})

test('exact writing keeps what Markdown cannot say', () => {
  const exact = (html: string): string => markdown(html, { fidelity: 'exact' })
  expect(exact('<p><img src="a.png" width="3"></p>')).toBe('<img src="a.png" width="3">')
  expect(exact('<p>x<b>重点。</b>后</p>')).toBe('x<strong>重点。</strong>后')
  expect(exact('<table><tbody><tr><td>a</td></tr></tbody></table>')).toBe(
    '<table><tbody><tr><td>a</td></tr></tbody></table>',
  )
})

test('the nodes it is given stay as they are', () => {
  const root = document.createElement('div')
  root.innerHTML = '<p><span>a</span><b>b</b><b>c</b></p>'
  const before = root.innerHTML
  htmlToMarkdown(root, { fidelity: 'clean' })
  expect(root.innerHTML).toBe(before)
})
