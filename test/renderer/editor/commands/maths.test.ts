import { describe, expect, test } from 'vitest'
import { toggleMaths, toggleMathsBlock } from '../../../../renderer/editor/commands/maths.ts'
import { run } from '../cursor-notation.ts'

describe('formula', () => {
  test.each([
    ['where to write one', 'a |', 'a $|$'],
    ['a word', 'x|y z', '$x|y$ z'],
    ['a selection', 'a «x + y» b', 'a $«x + y»$ b'],
    ['off', 'a $x| + y$ b', 'a x| + y b'],
    ['off for the selection with its marks', 'a «$x$» b', 'a «x» b'],
    ['off where nothing is in it', 'a $|$', 'a |'],
    ['several', '«x» and «y»', '$«x»$ and $«y»$'],
    ['not in front matter', '---\nt: |x\n---\n', null],
    ['white space stays outside', '« x »', ' $«x»$ '],
    ['beside prices', 'cost $5 and $6, wo|rd', 'cost $5 and $6, $wo|rd$'],
    ['off behind it', '$x$|', 'x|'],
    ['off over two lines', 'a $x|\ny$ b', 'a x|\ny b'],
    ['off for other marks', '\\(x|\\) $$y|$$', 'x| y|'],
    ['inside other marks', '**x|**', '**$x|$**'],
    ['not in code', '`x|`', null],
    ['not in a code block', '```\nx|\n```', null],
    ['not over paragraphs', '«a\n\nb»', null],
  ])('%s (Markdown)', (_, before, after) => {
    expect(run(toggleMaths, before, 'markdown')).toBe(after)
  })

  test.each([
    ['where to write one', '<p>|</p>', '<p>\\(|\\)</p>'],
    ['a word', '<p>x|</p>', '<p>\\(x|\\)</p>'],
    ['a selection', '<p>«x + y»</p>', '<p>\\(«x + y»\\)</p>'],
    ['off', '<p>\\(x| + y\\)</p>', '<p>x| + y</p>'],
    ['off where nothing is in it', '<p>\\(|\\)</p>', '<p>|</p>'],
    ['several', '<p>«x» «y»</p>', '<p>\\(«x»\\) \\(«y»\\)</p>'],
    ['not in a tag', '<p class="x|">a</p>', null],
    ['not in a script', '<script>x|</script>', null],
    ['not in code', '<code>x|</code>', null],
  ])('%s (HTML)', (_, before, after) => {
    expect(run(toggleMaths, before, 'html')).toBe(after)
  })
})

describe('formula block', () => {
  test.each([
    ['an empty line', '|', '$$\n|\n$$'],
    ['a line', 'x|', '$$\nx|\n$$'],
    ['lines', '«x\ny»', '$$\n«x\ny»\n$$'],
    ['after text, a blank line between', 'a\nx|', 'a\n\n$$\nx|\n$$'],
    ['off', '$$\nx|\n$$', 'x|'],
    ['off on its mark', 'a\n\n$$|\nx\n$$\n', 'a\n\n|x\n'],
    ['two', 'x|\n\ny|', '$$\nx|\n$$\n\n$$\ny|\n$$'],
    ['an empty one goes', '$$\n|\n$$', '|'],
    ['before text, a blank line between', 'x|\nb', '$$\nx|\n$$\n\nb'],
    ['in a list item', '- x|', '- $$\n  x|\n  $$'],
    ['off in a list item', '- $$\n  x|\n  $$', '- x|'],
    ['in a quote', '> x|', '> $$\n> x|\n> $$'],
    ['off in a quote', '> $$\n> x|\n> $$', '> x|'],
    ['off on one line', '$$x|$$', 'x|'],
    ['under front matter', '---\nt: 1\n---\nx|', '---\nt: 1\n---\n$$\nx|\n$$'],
    ['not in a code block', '```\nx|\n```', null],
  ])('%s (Markdown)', (_, before, after) => {
    expect(run(toggleMathsBlock, before, 'markdown')).toBe(after)
  })

  test.each([
    ['an empty line', '|', '\\[\n|\n\\]'],
    ['a line', 'x|', '\\[\nx|\n\\]'],
    ['lines', '«x\ny»', '\\[\n«x\ny»\n\\]'],
    ['off', '\\[\nx|\n\\]', 'x|'],
    ['off on its last mark', '\\[\nx\n\\]|', 'x|'],
    ['two', 'x|\n\ny|', '\\[\nx|\n\\]\n\n\\[\ny|\n\\]'],
    ['in a paragraph', '<p>x|</p>', '<p>\\[x\\]|</p>'],
    ['off in a paragraph', '<p>\\[x|\\]</p>', '<p>x|</p>'],
    ['not in a script', '<script>\nx|\n</script>', null],
  ])('%s (HTML)', (_, before, after) => {
    expect(run(toggleMathsBlock, before, 'html')).toBe(after)
  })
})
