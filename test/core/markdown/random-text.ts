import fc from 'fast-check'

const MARKDOWN_BITS = [
  'a', 'b ', '\n', '\n\n', '```\n', '~~~', '    x', '- ', '1. ', '> ', '# ', '===\n', '---\n', '<div>\n', '</div>\n',
  '<details>\n\n', '\n\n</details>\n\n', '<!--', '-->', '[foo]: /u1\n', '\n\n[bar]: /u2 "t"\n\n', '[foo]', '[x][bar]',
  '| a | b |\n|---|---|\n', '  ', '\t', '<pre>', '</pre>', '<script>', '*', '**', '`', '|', '中文', '重点。', '==', '~~',
  '[^1]', '\n\n[^1]: note\n', '\n\n[^n]: note\n\n    more\n\n', '{% note %}\n', '{% raw %}\n', '{% endraw %}\n',
  '{{< figure src="x" >}}', '> [!NOTE]\n> text\n', '<!-- more -->\n', '[foo]: /other\n', '- a\n\n  b\n', '\\', '![i](u)',
  'A paragraph of words.\n\n', '## Heading\n\n', '- item\n- item\n\n', '<b>', '</b>', 'http://example.com ', '\u00a0', '😀',
  '$', '$$\n', '$$x$$\n', '\\(', '\\)', '\\[', '\\]\n', '= x\n', 'Term\n: meaning\n', ': more\n', '[toc]\n', ':smile:', '^', '~',
] // prettier-ignore

const HTML_BITS = [
  '<p>', '</p>', '<div>', '<div class="x">', '</div>', 'text ', '\n', '<b>', '</b>', '<br>', '<img src="a.png">', '<!--',
  '-->', '<!-- more -->', '<h2>Head</h2>\n', '<ul><li>', '</li></ul>', '<table><tr><td>', '</td></tr></table>', '<script>',
  '</script>', '<', '>', '"', "'", '=', '<a href="', '<pre>', '</pre>', '<p>A paragraph.</p>\n', '<section>', '</section>',
  '<svg><path d="M0 0"/></svg>', '<blockquote>', '</blockquote>', '中文', '<hr>', '<span>', '</span>', '&amp;', '<?', '</',
] // prettier-ignore

/** One edit, its place given as a fraction of the text so that it fits any text. */
export interface RandomEdit {
  readonly at: number
  readonly remove: number
  readonly insert: string
  /** Steps of the index before the next edit; many: until nothing is dirty. */
  readonly steps: number
}

function text(bits: readonly string[], max: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...bits), { maxLength: max }).map((list) => list.join(''))
}

function edits(bits: readonly string[]): fc.Arbitrary<readonly RandomEdit[]> {
  return fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.oneof({ weight: 4, arbitrary: fc.nat(5) }, { weight: 1, arbitrary: fc.nat(300) }),
      insert: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...bits) },
        { weight: 2, arbitrary: fc.constant('') },
        { weight: 1, arbitrary: text(bits, 12) },
      ),
      steps: fc.constantFrom(0, 1, 1000),
    }),
    { minLength: 1, maxLength: 12 },
  )
}

export const markdownText = text(MARKDOWN_BITS, 120)
export const markdownEdits = edits(MARKDOWN_BITS)
export const htmlText = text(HTML_BITS, 120)
export const htmlEdits = edits(HTML_BITS)
