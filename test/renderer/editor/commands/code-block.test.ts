import { describe, expect, test } from 'vitest'
import { toggleCodeBlock } from '../../../../renderer/editor/commands/code-block.ts'
import { run } from '../cursor-notation.ts'

describe('code block', () => {
  test.each([
    ['an empty line', '|', '```|\n\n```'],
    ['a line', 'co|de', '```|\ncode\n```'],
    ['lines', '«a\nb»', '```|\na\nb\n```'],
    ['lines that hold a fence', '«```\na\n```»\nb', '«a»\nb'],
    ['off', '```js\nco|de\n```', '«code»'],
    ['off for a tilde fence', '~~~\nco|de\n~~~', '«code»'],
    ['text with a fence gets a longer one', '«a\n```»', '````|\na\n```\n````'],
    ['two carets', 'a|\n\nb|', '```|\na\n```\n\n```|\nb\n```'],
    ['in a list item', '- a|', '- ```|\n  a\n  ```'],
    ['under a task', '- [ ] a|', '- [ ] \n  ```|\n  a\n  ```'],
    ['several lines of an item', '1. «a\n   b»', '1. ```|\n   a\n   b\n   ```'],
    ['several items', '«- a\n- b»', '```|\n- a\n- b\n```'],
    ['in a quote', '> «a\n> b»', '> ```|\n> a\n> b\n> ```'],
    ['off in a list item', '- ```\n  a|\n  ```', '- «a»'],
    ['off in a quote', '> ```js\n> a|\n> b\n> ```', '> «a\n> b»'],
    ['off for one that is not closed', '```\na|', '«a»'],
    ['off for an empty one', '```|\n```', '|'],
    ['off for code by its indentation', '    a|\n    b\n\n    c', '«a\nb\n\nc»'],
  ])('%s (Markdown)', (_, before, after) => {
    expect(run(toggleCodeBlock, before, 'markdown')).toBe(after)
  })

  test.each([
    ['an empty line', '|', '<pre><code>|</code></pre>'],
    ['lines', '«a\nb»', '<pre><code>«a\nb»</code></pre>'],
    ['markup is escaped', '«a < b && c»', '<pre><code>«a &lt; b &amp;&amp; c»</code></pre>'],
    ['off', '<pre><code>a &lt; |b</code></pre>', '«a < b»'],
    ['off with a language', '<pre><code class="language-js">a|</code></pre>', '«a»'],
    ['off for a plain pre', '<pre>a|</pre>', '«a»'],
    ['a paragraph', '<p>a &lt; b|</p>', '<pre><code>«a &lt; b»</code></pre>'],
    ['paragraphs', '«<p>a</p>\n<p>b</p>»', '<pre><code>«a\nb»</code></pre>'],
    ['an item’s text', '<ul>\n<li>a|</li>\n</ul>', '<ul>\n<li><pre><code>«a»</code></pre></li>\n</ul>'],
    ['off for two', '<pre><code>a|</code></pre> <pre>b|</pre>', '«a» «b»'],
    ['not in a script', '<script>\na|\n</script>', null],
  ])('%s (HTML)', (_, before, after) => {
    expect(run(toggleCodeBlock, before, 'html')).toBe(after)
  })
})
