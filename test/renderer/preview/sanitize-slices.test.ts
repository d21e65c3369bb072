import { describe, expect, test } from 'vitest'
import { cleanInSlices } from '../../../renderer/preview/sanitize-slices.ts'

/** Cleans by taking every `<b>` away, content and all, and unwrapping every `<u>`. */
function clean(holder: Element): DocumentFragment {
  const copy = holder.cloneNode(true) as Element
  for (const gone of copy.querySelectorAll('b')) gone.remove()
  for (const wrapper of copy.querySelectorAll('u')) wrapper.replaceWith(...wrapper.childNodes)
  const fragment = document.createDocumentFragment()
  fragment.append(copy)
  return fragment
}

function inSlices(html: string) {
  const sizes: number[] = []
  const finished: number[] = []
  const steps = cleanInSlices(html, window, {
    key: 'data-key',
    clean(holder) {
      sizes.push(holder.querySelectorAll('*').length)
      return clean(holder)
    },
    finish: (piece) => finished.push(piece.querySelectorAll('*').length),
  })
  let yields = 0
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return { html: step.value.innerHTML, sizes, finished, yields }
    yields++
  }
}

const items = (count: number): string => '<li>a <i>b</i></li>'.repeat(count)

describe('a long text cleaned in slices', () => {
  test.each([
    ['a list', `<ul class="x">${items(400)}</ul>`],
    ['a list in lists', `<ul>${items(60)}<li><ul>${items(210)}</ul></li>${items(60)}</ul>`],
    ['many elements side by side', items(300)],
    ['little', '<p>a <i>b</i> c</p>'],
    ['text', 'harbour'],
  ])('is what it was: %s', (_, html) => {
    const { html: made, sizes } = inSlices(html)
    expect(made).toBe(html)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(400)
  })

  test('gives up the page after each group', () => {
    const { sizes, yields } = inSlices(`<ul>${items(400)}</ul>`)
    expect(sizes.length).toBeGreaterThanOrEqual(3)
    expect(yields).toBeGreaterThanOrEqual(sizes.length)
  })

  test('finishes every piece', () => {
    const { finished, sizes } = inSlices(`<ul>${items(250)}</ul>`)
    expect(finished).toHaveLength(sizes.length)
  })

  test('loses what is not allowed, however much stands in it', () => {
    expect(inSlices(`<p>a</p><b>${items(250)}</b><p>c</p>`).html).toBe('<p>a</p><p>c</p>')
  })

  test('keeps the content of what is only unwrapped', () => {
    expect(inSlices(`<ul><u>${items(250)}</u></ul>`).html).toBe(`<ul>${items(250)}</ul>`)
  })

  test('never shows the word that marks a place', () => {
    const { html } = inSlices(`<div data-key="x"><u>${items(220)}</u><b>${items(220)}</b></div>`)
    expect(html.replaceAll(/<[^>]*>/g, '').replaceAll('a b', '')).toBe('')
  })
})
