import { describe, expect, test } from 'vitest'
import { insertFootnote } from '../../../../renderer/editor/commands/footnote.ts'
import { run } from '../cursor-notation.ts'

describe('footnote', () => {
  test.each([
    ['the first one', 'a|', 'a[^1]\n\n[^1]: |\n'],
    ['in an empty article', '|', '[^1][^1]: |\n'],
    ['after a selection', '«word» x\n', 'word[^1] x\n\n[^1]: |\n'],
    ['the next number', 'a[^1] b|\n\n[^1]: one\n', 'a[^1] b[^2]\n\n[^1]: one\n[^2]: |\n'],
    ['a number that is free, beside names', 'a[^note] b[^7] c|', 'a[^note] b[^7] c[^8]\n\n[^8]: |\n'],
    ['several', 'a| b|\n', 'a[^1] b[^2]\n\n[^1]: |\n[^2]: |\n'],
    ['under front matter', '---\nt: 1\n---\na|\n', '---\nt: 1\n---\na[^1]\n\n[^1]: |\n'],
    ['from a reference to its definition', 'a[^1|] b\n\n[^1]: one', 'a[^1] b\n\n[^1]: |one'],
    ['from a definition to its reference', 'a[^1] b\n\n[^1|]: one', 'a[^1]| b\n\n[^1]: one'],
    [
      'after a note of several paragraphs',
      'b|\n\n[^1]: one\n\n    more',
      'b[^2]\n\n[^1]: one\n\n    more\n\n[^2]: |\n',
    ],
    ['not in code', '`a|`', null],
    ['not in a code block', '```\na|\n```', null],
    ['not in a reference without a note', 'a[^1|] b', null],
    ['not in front matter', '---\nt|: 1\n---\na', null],
  ])('%s (Markdown)', (_, before, after) => {
    expect(run(insertFootnote, before, 'markdown')).toBe(after)
  })

  const ref = (n: number): string =>
    `<sup class="footnote-ref"><a href="#fn-${String(n)}" id="fnref-${String(n)}">${String(n)}</a></sup>`
  const item = (n: number, text: string): string =>
    `<li id="fn-${String(n)}">${text} <a href="#fnref-${String(n)}">↩</a></li>`
  const section = (items: string): string => `<section class="footnotes">\n<ol>\n${items}\n</ol>\n</section>`

  test.each([
    ['the first one', '<p>a|</p>', `<p>a${ref(1)}</p>\n${section(item(1, '|'))}`],
    ['after a selection', '<p>«a»</p>\n', `<p>a${ref(1)}</p>\n${section(item(1, '|'))}\n`],
    [
      'the next one in the list there is',
      `<p>a${ref(1)} b|</p>\n${section(item(1, 'one'))}\n`,
      `<p>a${ref(1)} b${ref(2)}</p>\n${section(`${item(1, 'one')}\n${item(2, '|')}`)}\n`,
    ],
    [
      'several',
      '<p>a| b|</p>',
      `<p>a${ref(1)} b${ref(2)}</p>\n${section(`${item(1, '|')}\n${item(2, '|')}`)}`,
    ],
    [
      'under front matter',
      '---\nt: 1\n---\n<p>a|</p>',
      `---\nt: 1\n---\n<p>a${ref(1)}</p>\n${section(item(1, '|'))}`,
    ],
    [
      'from a reference to its note',
      `<p>a<a href="#fn-1" id="fnref-1">1|</a></p>\n<p id="fn-1">one</p>`,
      `<p>a<a href="#fn-1" id="fnref-1">1</a></p>\n<p id="fn-1">|one</p>`,
    ],
    [
      'from a note to its reference',
      `<p>a<a href="#fn-1" id="fnref-1">1</a></p>\n<p id="fn-1">one <a href="#fnref-1">↩|</a></p>`,
      `<p>a<a href="#fn-1" id="fnref-1">|1</a></p>\n<p id="fn-1">one <a href="#fnref-1">↩</a></p>`,
    ],
    ['not in a script', '<script>a|</script>', null],
    ['not in front matter', '---\nt|: 1\n---\n<p>a</p>', null],
  ])('%s (HTML)', (_, before, after) => {
    expect(run(insertFootnote, before, 'html')).toBe(after)
  })
})
