import { describe, expect, test } from 'vitest'
import { markFormulas } from '../../../renderer/preview/html-formulas.ts'

function marked(html: string): string {
  const root = document.createElement('div')
  root.innerHTML = html
  markFormulas(root)
  return root.innerHTML
}

describe('formulas in an HTML body', () => {
  test('are found between the marks that MathJax reads', () => {
    expect(marked('<p>If \\(a&lt;b\\) then $$x^2$$ and \\[y\\] hold.</p>')).toBe(
      '<p>If <span class="galley-maths">a&lt;b</span> then <span class="galley-maths galley-maths-display">x^2</span>' +
        ' and <span class="galley-maths galley-maths-display">y</span> hold.</p>',
    )
  })

  test.each([
    '<p>It costs $5, or $6.</p>',
    '<pre>\\(code\\)</pre>',
    '<p><code>$$x$$</code> and $$ $$</p>',
    '<p>\\(not closed</p>',
  ])('are not seen in %s', (html) => {
    expect(marked(html)).toBe(html)
  })
})

describe('a formula', () => {
  test('may hold line breaks with a space of their own', () => {
    expect(marked('<p>\\[a \\\\[2pt] b\\]</p>')).toBe(
      '<p><span class="galley-maths galley-maths-display">a \\\\[2pt] b</span></p>',
    )
  })

  test('begins at the last of several openings', () => {
    expect(marked('<p>\\(a \\(b\\)</p>')).toBe('<p>\\(a <span class="galley-maths">b</span></p>')
  })

  test('that never ends costs no more than its length', () => {
    const text = '\\(x'.repeat(200_000)
    expect(marked(`<p>${text}</p>`)).toBe(`<p>${text}</p>`)
  })
})
