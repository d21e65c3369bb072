import type { Page } from '@playwright/test'
import { expect, test } from './stage.ts'

/** How far the preview can be scrolled sideways, in CSS pixels. */
function sideways(stage: Page): Promise<number> {
  return stage.evaluate(() => {
    const { documentElement: page } = window.stage.frame.contentDocument!
    return page.scrollWidth - page.clientWidth
  })
}

const PARAGRAPHS = Array.from({ length: 120 }, (_, n) => `<p>Day ${n} on the open water.</p>\n`).join('')
const WIDE = '<div style="width: 1500px"><p>As wide as a page of the web once was.</p></div>\n'

test('what an HTML article makes wider than the preview can be scrolled to, wherever it stands', async ({
  stage,
}) => {
  await stage.evaluate((text) => window.stage.show(text, { format: 'html' }), WIDE + PARAGRAPHS)
  await stage.evaluate(() => window.stage.settled())
  await expect.poll(() => sideways(stage)).toBeGreaterThan(500)
  await stage.evaluate((text) => window.stage.show(text, { format: 'html' }), PARAGRAPHS + WIDE)
  await stage.evaluate(() => window.stage.settled())
  expect(await sideways(stage)).toBe(0)
  await stage.evaluate(() => {
    const page = window.stage.frame.contentWindow!
    page.scrollTo(0, page.document.documentElement.scrollHeight)
  })
  await expect.poll(() => sideways(stage)).toBeGreaterThan(500)
})

test('an edit makes it so and takes it back, and so does another width of the preview', async ({ stage }) => {
  await stage.evaluate((text) => window.stage.show(text, { format: 'html' }), PARAGRAPHS)
  await stage.evaluate(() => window.stage.settled())
  const first = '<p>Day 0'
  await stage.evaluate((at) => window.stage.edit(at, at, ' style="width: 1500px"'), first.indexOf('>'))
  await expect.poll(() => sideways(stage)).toBeGreaterThan(500)
  await stage.evaluate((at) => {
    const style = ' style="width: 1500px"'
    window.stage.edit(at, at + style.length, ' style="width: 500px"')
  }, first.indexOf('>'))
  await expect.poll(() => sideways(stage)).toBe(0)
  await stage.evaluate(() => (window.stage.frame.style.width = '300px'))
  await expect.poll(() => sideways(stage)).toBeGreaterThan(100)
  await stage.evaluate(() => (window.stage.frame.style.width = '900px'))
  await expect.poll(() => sideways(stage)).toBe(0)
})

test('on paper long lines of code and formulas go on in the next line', async ({ stage }) => {
  const many = (n: number, of: (i: number) => string): string =>
    Array.from({ length: n }, (_, i) => of(i)).join('')
  await stage.evaluate(
    (text) => {
      window.stage.show(text)
      return window.stage.settled()
    },
    [
      `\`\`\`js\nconst a = [${many(60, (i) => `${i}, `)}]; // ${'x'.repeat(200)}\n\`\`\`\n`,
      `$$\n${many(60, (i) => `x_{${i}} + `)}y\n$$\n`,
    ].join('\n'),
  )
  const blocks = stage.frameLocator('iframe').locator('pre, .galley-maths-display')
  await expect(stage.frameLocator('iframe').locator('.katex-html')).toBeVisible()
  const outside = (): Promise<readonly number[]> =>
    blocks.evaluateAll((all) =>
      all.map((block) => {
        const { right } = block.closest('.galley-block')!.getBoundingClientRect()
        const edges = [block, ...block.querySelectorAll('.base')].map(
          (it) => it.getBoundingClientRect().right,
        )
        return Math.max(0, block.scrollWidth - block.clientWidth, Math.round(Math.max(...edges) - right))
      }),
    )
  for (const width of await outside()) expect(width).toBeGreaterThan(50)
  await stage.emulateMedia({ media: 'print' })
  expect(await outside()).toEqual([0, 0])
})
