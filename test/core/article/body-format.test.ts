import { describe, expect, test } from 'vitest'
import { detectBodyFormat } from '../../../core/article/body-format.ts'

const format = (body: string, name = 'post.txt'): string => detectBodyFormat(body, name).format

const SCRAPED = `
<div>   
<blockquote><p>导语：一段话。</p></blockquote>
<p><img class="wide" src="https://img.example/a.jpg" alt referrerpolicy="no-referrer"></p>
<p>第一段，不是 Markdown。</p>

    <p>An indented paragraph, which CommonMark would take for code.</p>
<h2 id="toc-1">一、标题</h2>
<svg viewBox="0 0 10 10">
  <path d="M0 0
    L 10 10"/>
</svg>
<pre>
# not a heading
- not a list
</pre>
</div>   `

describe('body format', () => {
  test.each([
    ['scraped HTML', SCRAPED],
    ['a fragment', '<p>One.</p>\n<p>Two.</p>'],
    ['text wrapped in one element', '<div>\nplain text\nin lines\n</div>'],
    ['a document', '<!DOCTYPE html>\n<html><body><p>x</p></body></html>'],
    ['a comment first', '<!-- made by hand -->\n<section><p>x</p></section>'],
    ['tags over several lines', '<table\n  class="x"\n  border="1">\n<tr><td>a</td></tr>\n</table>'],
    ['a list element with stars in its text', '<ul>\n<li>a * b</li>\n<li>c</li>\n</ul>'],
  ])('%s is HTML', (_, body) => {
    expect(detectBodyFormat(body, 'post.txt')).toEqual({ format: 'html', reason: 'htmlBlocks' })
  })

  test.each([
    ['plain text', 'Just words.\n\nAnd more.'],
    ['Markdown', '# Title\n\nSome *text*.'],
    ['Markdown with elements in it', 'Text with <b>bold</b> and <br> breaks.\n\n<div>x</div>\n\n- a\n- b'],
    [
      'Markdown that begins with an element',
      '<p align="center"><img src="logo.png"></p>\n\n# Title\n\n- one\n- two\n\n**Bold** text.',
    ],
    ['an autolink', '<https://example.org>'],
    ['an inline element first', '<span>a</span> text\n\n## b'],
    ['a component', '<MyChart data="x" />\n\n# Title'],
  ])('%s is Markdown', (_, body) => {
    expect(detectBodyFormat(body, 'post.txt')).toEqual({ format: 'markdown', reason: 'markdownText' })
  })

  test('an HTML file is HTML whatever is in it', () => {
    expect(detectBodyFormat('# Title', 'a.HTML')).toEqual({ format: 'html', reason: 'htmlExtension' })
    expect(format('', 'a.htm')).toBe('html')
  })

  test('a Markdown file is Markdown unless it is nothing but elements', () => {
    expect(detectBodyFormat('text', 'a.md')).toEqual({ format: 'markdown', reason: 'markdownExtension' })
    expect(detectBodyFormat('<p>a</p>\n\ntext', 'a.md').format).toBe('markdown')
    expect(
      detectBodyFormat('<details>\n<summary>More</summary>\n\n- a\n\n</details>', 'a.markdown').format,
    ).toBe('markdown')
    expect(detectBodyFormat(SCRAPED, 'a.md')).toEqual({ format: 'html', reason: 'htmlBlocks' })
  })

  test('an empty body is Markdown', () => {
    expect(detectBodyFormat(' \n', 'a.txt')).toEqual({ format: 'markdown', reason: 'empty' })
  })

  test('only the beginning is looked at', () => {
    expect(format(`${'<p>a</p>\n'.repeat(9000)}${'# b\n'.repeat(90_000)}`)).toBe('html')
  })

  test('hostile texts are decided at once', () => {
    expect(format('<div>'.repeat(50_000))).toBe('html')
    expect(format('<!--'.repeat(50_000))).toBe('markdown')
    expect(format('[a](('.repeat(50_000))).toBe('markdown')
    expect(format(`<p>${'**a'.repeat(20_000)}`)).toBe('html')
  })
})
