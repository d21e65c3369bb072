import { describe, expect, test } from 'vitest'
import { cleanHtml } from '../../../core/markdown/clean-html.ts'
import { tidyHtml } from '../../../core/markdown/tidy-html.ts'
import { bodyToMarkdown } from '../../../renderer/convert/body-to-markdown.ts'
import { compareRenderings } from '../../../renderer/convert/compare/compare-renderings.ts'
import { domTokens } from '../../../renderer/convert/compare/dom-tokens.ts'
import { parseInert } from '../../../renderer/convert/compare/parse-inert.ts'
import { inSlices } from '../../../renderer/convert/in-slices.ts'
import { htmlRendering } from '../../../renderer/convert/rendering-of.ts'
import { clean, toMarkdown } from './converting.ts'

const blocks = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) =>
      `<h2>Chapter ${i}</h2><p>The <strong>ferry</strong> ${i} waits.</p><p class="x">A <b>red</b> sky.</p>\n`,
  ).join('')

/** How often a work pauses. */
function pauses(work: Generator<undefined, unknown>): number {
  let count = 0
  while (work.next().done !== true) count += 1
  return count
}

describe('long work pauses the more often the longer it is', () => {
  test.each<readonly [string, (html: string) => Generator<undefined, unknown>, least: number]>([
    ['conversion to Markdown', (html) => bodyToMarkdown(html, { styling: 'keep', clean }), 1],
    [
      'conversion inside of a box',
      (html) => bodyToMarkdown(`<div class="post">${html}</div>`, { styling: 'keep', clean }),
      1,
    ],
    ['reading a rendering', (html) => htmlRendering(html, 0), 1 / 100],
    [
      'comparing renderings',
      (html) =>
        compareRenderings(domTokens(parseInert(html)), domTokens(parseInert(html.replaceAll('red', 'blue')))),
      1 / 40,
    ],
    ['tidying', (html) => tidyHtml(html), 1 / 100],
  ])('%s', (_, work, least) => {
    const short = pauses(work(blocks(100)))
    const long = pauses(work(blocks(300)))
    expect(long).toBeGreaterThan(300 * least)
    expect(long).toBeGreaterThan(short)
  })
})

test('how far a conversion is grows up to the end', () => {
  const told: number[] = []
  const work = bodyToMarkdown(`<section>${blocks(40)}</section>${blocks(40)}`, {
    styling: 'drop',
    clean,
    progress: (done) => told.push(done),
  })
  while (work.next().done !== true);
  expect(told.length).toBeGreaterThan(3)
  expect(told).toEqual([...told].sort((a, b) => a - b))
  expect(told.at(-1)).toBe(1)
  expect(told.at(-2)).toBeLessThanOrEqual(0.76)
})

test('how far Markdown is read is told by its offsets', () => {
  const offsets: number[] = []
  const text = '# A\n\nb\n\n- c\n'
  const work = cleanHtml(text, { ...clean, progress: (offset) => offsets.push(offset) })
  while (work.next().done !== true);
  expect(offsets.at(-1)).toBe(text.length)
})

test('what is written at once is what is written block by block', () => {
  const parts = ['<p>a * b</p>', '<ul><li>x</li></ul>', '<pre><code>y\n</code></pre>', '<h2>Z</h2>', '<hr>']
  expect(toMarkdown(parts.join(''))).toBe(`${parts.map((part) => toMarkdown(part).trimEnd()).join('\n\n')}\n`)
})

test('an aborted work does nothing more', async () => {
  const stop = new AbortController()
  let steps = 0
  function* endless(): Generator<undefined, void> {
    for (;;) {
      steps += 1
      if (steps === 3) stop.abort(new Error('enough'))
      yield
    }
  }
  await expect(inSlices(endless(), stop.signal)).rejects.toThrow('enough')
  const done = steps
  await new Promise((resolve) => setTimeout(resolve))
  expect(steps).toBe(done)
})
