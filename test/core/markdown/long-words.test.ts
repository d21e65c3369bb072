import { describe, expect, test } from 'vitest'
import { htmlScanner } from '../../../core/markdown/html-scanner.ts'
import { longWords } from '../../../core/markdown/long-words.ts'
import { renderPlain } from '../../../core/markdown/render-markdown.ts'

const data = `data:image/png;base64,${'A'.repeat(300_000)}`

describe('words too long to be text', () => {
  test('are found with their places', () => {
    expect(longWords(`<img src="${data}"> and on`)).toEqual([{ from: 10, to: 10 + data.length }])
  })

  test('begin and end at a blank, a quote, an angle bracket or another script', () => {
    const long = 'x'.repeat(20_001)
    const text = `${long} "${long}" '${long}'<${long}>中${long}文`
    const found = longWords(text)
    expect(found.map(({ from, to }) => text.slice(from, to))).toEqual(Array<string>(5).fill(long))
  })

  test.each(['ten words '.repeat(5000), '灯笼街夜雨'.repeat(10_000), 'x'.repeat(20_000), ''])(
    'are not in ordinary text (%#)',
    (text) => {
      expect(longWords(text)).toEqual([])
    },
  )

  test('do not cut the HTML element they stand in', () => {
    const parts = ['<p>before</p>', `<p><img src="${data}"></p>`, `<img src="${data}">`, '<p>after</p>']
    const { pieces } = htmlScanner().scan(parts.join(''), true, true)
    expect(pieces.map(({ length }) => length)).toEqual(parts.map((part) => part.length))
  })

  test('are a block when the body is nothing else', () => {
    const { pieces, trusted } = htmlScanner().scan(data, true, true)
    expect(pieces.map(({ length }) => length)).toEqual([data.length])
    expect(trusted).toBe(1)
  })

  test('are shortened where the source is shown', () => {
    const { html, complete } = renderPlain(`<img src="${data}" alt="Quay">`)
    expect(complete).toBe(false)
    expect(html).toMatch(/^<pre class="galley-plain">&lt;img src=.{0,90}A….{0,9} alt=.*Quay/)
  })
})
