import type { Page } from '@playwright/test'
import { test as withGalley } from './galley.ts'
import { caretAfter, preview, source } from './page.ts'
import { expect, test } from './stage.ts'

/** Lines of very unequal length, so that what stands where cannot be told by counting characters. */
const words = (n: number): string => (n % 9 === 0 ? ` ${'a long and winding line of words '.repeat(4)}` : '')
const numbers = Array.from({ length: 300 }, (_, n) => n)
const BLOCKS = {
  code: `\`\`\`js\n${numbers.map((n) => (n % 4 === 3 ? '' : `at(${n})${n < 150 ? words(n / 3) : ''}`)).join('\n')}\n\`\`\``,
  // Only its beginning is shown, as it is written.
  'code block that is never parsed': `\`\`\`js\n${numbers.map((n) => `at(${n})`).join('\n')}\n${'x\n'.repeat(1_000_100)}\`\`\``,
  list: numbers.map((n) => `${n % 3 === 2 ? '  ' : ''}- at(${n})${words(n)}`).join('\n'),
  table: `| n | **what** |\n|---|---|\n${numbers.map((n) => `| at(${n}) | *then*${words(n)} |`).join('\n')}`,
  quote: numbers.map((n) => `> at(${n})${words(n)}${n % 2 ? '  ' : ''}`).join('\n'),
}

/** How far below the preview's top edge a number stands. */
function below(stage: Page, n: number): Promise<number> {
  return stage.evaluate((mark) => {
    const document = window.stage.frame.contentDocument!
    const walker = document.createTreeWalker(document.querySelector('.galley-body')!, NodeFilter.SHOW_TEXT)
    const nodes: Text[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text)
    let at = nodes
      .map((node) => node.data)
      .join('')
      .indexOf(mark)
    // Rendered beside the page, it may come late.
    if (at < 0) return Infinity
    const node = nodes.find((one) => {
      if (at < one.length) return true
      at -= one.length
      return false
    })!
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    return range.getBoundingClientRect().top
  }, `at(${n})`)
}

/** How many lines below a number's the line at the source's top edge is. */
function linesOff(stage: Page, n: number): Promise<number> {
  return stage.evaluate((mark) => {
    const view = window.stage.view()
    const { doc } = view.state
    const top = view.lineBlockAtHeight(view.scrollDOM.getBoundingClientRect().top - view.documentTop)
    return doc.lineAt(top.from).number - doc.lineAt(doc.toString().indexOf(mark)).number
  }, `at(${n})`)
}

for (const [name, block] of Object.entries(BLOCKS))
  test(`source and preview show the same line of a long ${name} at their tops`, async ({ stage }) => {
    await stage.evaluate(
      async (text) => {
        window.stage.show(text)
        await window.stage.settled()
      },
      `# Before\n\n${block}\n\n${'After it.\n\n'.repeat(80)}`,
    )
    const bring = (n: number): Promise<void> =>
      stage.evaluate((mark) => {
        const { doc } = window.stage.view().state
        window.stage.scrollTo(doc.lineAt(doc.toString().indexOf(mark)).from)
      }, `at(${n})`)
    for (const n of [20, 77, 141, 250]) {
      await bring(n)
      await expect.poll(async () => Math.abs(await below(stage, n)), { message: `${n}` }).toBeLessThan(8)
    }
    for (const n of [32, 101, 190]) {
      const down = (await below(stage, n)) + 4
      await stage.evaluate((pixels) => {
        const { contentWindow, contentDocument } = window.stage.frame
        contentDocument!.dispatchEvent(new WheelEvent('wheel'))
        contentWindow!.scrollBy(0, pixels)
      }, down)
      await expect
        .poll(async () => Math.abs(await linesOff(stage, n)), { message: `${n}` })
        .toBeLessThanOrEqual(1)
    }
  })

withGalley(
  'what is typed is seen in the preview, however much taller it is shown there',
  async ({ galley }) => {
    const tall = numbers.slice(0, 40).map((n) => `# Heading ${n}`)
    galley.write('tall.md', [...tall, 'The middle.', ...tall, 'The end.'].join('\n'))
    const page = await galley.start('tall.md')
    await expect(preview(page).getByText('Heading 39').first()).toBeAttached()
    await source(page).focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Words at the end.')
    await expect(preview(page).getByText('Words at the end.')).toBeInViewport()
    await caretAfter(page, 'The middle.')
    await page.keyboard.type(' Words between.')
    await expect(preview(page).getByText('Words between.')).toBeInViewport()
    // Where it is seen already nothing moves.
    const { y } = (await preview(page).getByText('Words between.').boundingBox())!
    await page.keyboard.type(' And more.')
    await expect(preview(page).getByText('And more.')).toBeInViewport()
    expect(Math.abs((await preview(page).getByText('And more.').boundingBox())!.y - y)).toBeLessThan(2)
  },
)

test('with the gap before a block at the top of the preview, the source shows that block', async ({
  stage,
}) => {
  const line = 'A line of the source that fills nearly all of a line of the preview'
  const few = 'Few.\n\n'.repeat(40)
  await stage.evaluate(
    async (text) => {
      window.stage.show(text)
      await window.stage.settled()
    },
    `${few}${line}\n${line}\nat(0)\n\n${few.repeat(3)}`,
  )
  const gap = await stage.evaluate(() => {
    const blocks = [...window.stage.frame.contentDocument!.querySelectorAll('.galley-block')]
    const at = blocks.findIndex((block) => block.textContent.includes('at(0)'))
    const [above, below] = [blocks[at - 1]!.getBoundingClientRect(), blocks[at]!.getBoundingClientRect()]
    return { from: above.bottom, to: below.top }
  })
  expect(gap.to - gap.from).toBeGreaterThan(10)
  await stage.mouse.move(1100, 300)
  await stage.mouse.wheel(0, Math.round(gap.from) + 2)
  // Where two lines meet either may be said to be at the top.
  await expect.poll(() => linesOff(stage, 0)).toBeGreaterThanOrEqual(-3)
  await stage.evaluate(() => window.stage.settled())
  expect(await linesOff(stage, 0)).toBeLessThanOrEqual(-2)
})

test('a drag that rests with the button held is still the writer’s when it goes on', async ({ stage }) => {
  await stage.evaluate(
    async (text) => {
      window.stage.show(text)
      await window.stage.settled()
    },
    numbers.map((n) => `at(${n})\n\n`).join(''),
  )
  await stage.mouse.move(1100, 300)
  await stage.mouse.down()
  const scrollBy = (pixels: number): Promise<void> =>
    stage.evaluate((by) => window.stage.frame.contentWindow!.scrollBy(0, by), pixels)
  await scrollBy((await below(stage, 40)) + 4)
  await expect.poll(async () => Math.abs(await linesOff(stage, 40))).toBeLessThanOrEqual(1)
  const rested = await stage.evaluate(() => performance.now() + 1300)
  await stage.waitForFunction((until) => performance.now() > until, rested)
  await scrollBy((await below(stage, 120)) + 4)
  await expect.poll(async () => Math.abs(await linesOff(stage, 120))).toBeLessThanOrEqual(1)
  await stage.mouse.up()
})
