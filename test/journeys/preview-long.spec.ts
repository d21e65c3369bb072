import { expect, test } from './stage.ts'
import { preview } from './page.ts'

/** Over the length up to which articles are rendered whole; paragraphs of several heights, and a heading now and then. */
const LONG = Array.from({ length: 3000 }, (_, n) =>
  n % 40 === 20
    ? `## Section ${n}`
    : `Paragraph ${n}: ${'words and more words on the quay '.repeat(1 + (n % 7))}`,
).join('\n\n')

test('a long article is rendered near the view, and wherever it is scrolled to before that is seen', async ({
  stage,
}) => {
  test.setTimeout(120_000)
  const { rendered, blanks, ends } = await stage.evaluate(async (text) => {
    window.stage.show(text)
    await window.stage.settled()
    const page = window.stage.frame.contentWindow!
    const document = page.document
    const body = (): Element | null => document.querySelector('.galley-body')
    const frame = (): Promise<unknown> => new Promise((resolve) => page.requestAnimationFrame(resolve))
    const until = async (met: () => boolean): Promise<void> => {
      while (!met()) await frame()
    }
    await until(() => body()?.hasAttribute('aria-busy') === false)
    const filled = document.querySelectorAll('.galley-block:not(:empty)').length
    const empties = (): number =>
      [...document.querySelectorAll('.galley-block:empty')].filter((block) => {
        const { top, bottom } = block.parentElement!.getBoundingClientRect()
        return bottom > 0 && top < page.innerHeight
      }).length
    const found: number[] = []
    for (let step = 1; step <= 20; step++) {
      page.scrollTo(0, (document.documentElement.scrollHeight * ((step * 7) % 20)) / 20)
      // What is drawn in the next frame.
      await frame()
      await new Promise((resolve) => setTimeout(resolve))
      found.push(empties())
    }
    page.scrollTo(0, document.documentElement.scrollHeight)
    await window.stage.settled()
    page.scrollTo(0, document.documentElement.scrollHeight)
    await window.stage.settled()
    return { rendered: filled, blanks: found, ends: document.body.innerText.includes('Paragraph 2999:') }
  }, LONG)
  expect(rendered).toBeLessThan(1000)
  expect(blanks).toEqual(Array(20).fill(0))
  expect(ends).toBe(true)
})

test('in a long article links, the source and the caret go far, and matches are marked there', async ({
  stage,
}) => {
  test.setTimeout(120_000)
  await stage.evaluate(async (text) => {
    window.stage.show(`[far](#section-2500) and [note](#fn-n) with a note[^n]\n\n${text}\n\n[^n]: Noted.`)
    await window.stage.settled()
  }, LONG)
  const frame = preview(stage)
  const top = (name: string): Promise<number> =>
    frame
      .getByText(name)
      .first()
      .evaluate((block) => block.getBoundingClientRect().top)
  await frame.getByRole('link', { name: 'far' }).click()
  await expect(frame.getByRole('heading', { name: 'Section 2500' })).toBeInViewport()
  await expect(frame.getByText('Paragraph 2501:')).toBeInViewport()
  await stage.evaluate(async () => {
    const text = window.stage.view().state.doc.toString()
    window.stage.scrollTo(text.indexOf('Paragraph 1234:'))
    await window.stage.settled()
  })
  await expect.poll(() => top('Paragraph 1234:')).toBeLessThan(4)
  expect(await top('Paragraph 1234:')).toBeGreaterThan(-4)
  const marks = await stage.evaluate(async () => {
    const text = window.stage.view().state.doc.toString()
    const registry = (window.stage.frame.contentWindow as Window & typeof globalThis).CSS.highlights
    const texts = (name: string): readonly string[] =>
      [...registry.get(name)!].map((range) => (range as Range).toString())
    window.stage.find(/Paragraph 7\d\d:/g)
    const at = text.indexOf('Paragraph 777:')
    window.stage.markSelection({ from: at, to: at + 'Paragraph 777'.length })
    await window.stage.settled()
    const before = texts('galley-found').length
    window.stage.scrollTo(at)
    window.stage.markCaret(at)
    await window.stage.settled()
    const caret = window.stage.frame.contentDocument!.querySelector('[data-caret]')?.textContent ?? ''
    return { before, found: texts('galley-found'), selected: texts('galley-selected'), caret }
  })
  expect(marks.before).toBe(0)
  expect(marks.found).toContain('Paragraph 777:')
  expect(marks.selected).toEqual(['Paragraph 777'])
  expect(marks.caret).toContain('Paragraph 777:')
  await frame.getByText('Paragraph 777:').click()
  const clicked = await stage.evaluate(() => {
    const text = window.stage.view().state.doc.toString()
    return window.stage.carets.at(-1)! - text.indexOf('Paragraph 777:')
  })
  expect(clicked).toBeGreaterThanOrEqual(0)
  expect(clicked).toBeLessThan(400)
})

test('what is in view stays where it is while a long article is rendered above it', async ({ stage }) => {
  test.setTimeout(120_000)
  const moved = await stage.evaluate(async (text) => {
    window.stage.show(text)
    await window.stage.settled()
    const page = window.stage.frame.contentWindow!
    const frame = (): Promise<unknown> => new Promise((resolve) => page.requestAnimationFrame(resolve))
    window.stage.scrollTo(text.indexOf('Paragraph 1510:'))
    await window.stage.settled()
    const jumps: number[] = []
    for (let step = 0; step < 60; step++) {
      const seen = [...page.document.querySelectorAll('p')].find((p) => p.getBoundingClientRect().top > 60)!
      const before = seen.getBoundingClientRect().top
      page.scrollBy(0, -300)
      await frame()
      await frame()
      jumps.push(Math.round(seen.getBoundingClientRect().top - before - 300))
    }
    return jumps.filter((jump) => Math.abs(jump) > 3)
  }, LONG)
  expect(moved).toEqual([])
})

test('random edits in a long article leave what a fresh rendering gives, wherever it is scrolled to', async ({
  stage,
}) => {
  test.setTimeout(180_000)
  const { patched, fresh } = await stage.evaluate(
    async (text) => {
      let seed = 5
      const random = (n: number): number => {
        seed = (seed * 1103515245 + 12345) & 0x7fffffff
        return seed % n
      }
      const bits = ['a ', '\n\n', '```\n', '- x\n', '> q\n', '# h\n', '[foo]: /u\n\n', '[foo]', '**b**', '[^1]', '\n\n[^1]: note\n\n'] // prettier-ignore
      const page = window.stage.frame.contentWindow!
      const through = async (): Promise<string> => {
        for (let top = 0; top < page.document.documentElement.scrollHeight; top += 4000) {
          page.scrollTo(0, top)
          await new Promise((resolve) => page.requestAnimationFrame(resolve))
          await new Promise((resolve) => setTimeout(resolve))
        }
        await window.stage.settled()
        const copy = page.document.body.cloneNode(true) as HTMLElement
        for (const chunk of copy.querySelectorAll('.galley-chunk')) chunk.replaceWith(...chunk.childNodes)
        copy.querySelector('.galley-body')?.removeAttribute('style')
        return copy.innerHTML
      }
      window.stage.show(text)
      await window.stage.settled()
      for (let i = 0; i < 40; i++) {
        const { length } = window.stage.view().state.doc
        const from = random(length + 1)
        window.stage.edit(from, Math.min(length, from + random(6)), bits[random(bits.length)]!)
      }
      await window.stage.settled()
      const edited = await through()
      window.stage.show(window.stage.view().state.doc.toString())
      await window.stage.settled()
      return { patched: edited, fresh: await through() }
    },
    LONG.slice(0, 170_000),
  )
  expect(patched === fresh).toBe(true)
  expect(patched.length).toBeGreaterThan(170_000)
})
