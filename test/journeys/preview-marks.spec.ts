import type { Locator, Page } from '@playwright/test'
import { expect, test } from './stage.ts'
import { preview } from './page.ts'

async function show(stage: Page, text: string): Promise<void> {
  await stage.evaluate(async (source) => {
    window.stage.show(source)
    await window.stage.settled()
  }, text)
}

/** Names of the highlights of the frame with the texts they mark. */
function marked(stage: Page, name: string): Promise<string[]> {
  return stage.evaluate((wanted) => {
    const { CSS } = window.stage.frame.contentWindow as Window & typeof globalThis
    return [...(CSS.highlights.get(wanted) ?? [])].map((range) => (range as Range).toString())
  }, name)
}

test('what is looked for and what is selected is marked in a block that is rendered beside the page, too', async ({
  stage,
}) => {
  await stage.evaluate(
    (text) => {
      window.stage.find(/needle/g)
      window.stage.show(text)
      window.stage.markSelection({ from: 2, to: 8 })
    },
    `A needle **and** ${'words '.repeat(4000)}`,
  )
  await expect(preview(stage).locator('strong')).toHaveText('and')
  await stage.evaluate(() => window.stage.settled())
  await expect.poll(() => marked(stage, 'galley-found')).toEqual(['needle'])
  await expect.poll(() => marked(stage, 'galley-selected')).toEqual(['needle'])
})

test('what is looked for is marked, also across elements, and follows edits', async ({ stage }) => {
  await show(stage, 'The har**bour** and the Harbour.\n\n- a harbour\n')
  await stage.evaluate(() => window.stage.find(/harbour/giu))
  await expect.poll(() => marked(stage, 'galley-found')).toEqual(['harbour', 'Harbour', 'harbour'])
  await stage.evaluate(() => window.stage.edit(0, 3, 'Harbour,'))
  await expect.poll(() => marked(stage, 'galley-found')).toEqual(['Harbour', 'harbour', 'Harbour', 'harbour'])
  await stage.evaluate(() => window.stage.find(null))
  await expect.poll(() => marked(stage, 'galley-found')).toEqual([])
})

test('a selection in the source is marked in the preview, and one in the preview is told', async ({
  stage,
}) => {
  const text = 'First of all.\n\nSecond with **strong words** in it.\n\nThird.\n'
  await show(stage, text)
  await stage.evaluate((span) => window.stage.markSelection(span), {
    from: text.indexOf('**strong'),
    to: text.indexOf(' in it'),
  })
  expect(await marked(stage, 'galley-selected')).toEqual(['strong words'])
  await stage.evaluate((span) => window.stage.markSelection(span), { from: 0, to: text.length })
  expect((await marked(stage, 'galley-selected')).map((one) => one.trim())).toEqual([
    'First of all.',
    'Second with strong words in it.',
    'Third.',
  ])
  await preview(stage)
    .getByText('strong words')
    .dblclick({ position: { x: 5, y: 8 } })
  const [span] = await stage.evaluate(() => window.stage.selections)
  expect(text.slice(span!.from, span!.to)).toBe('strong')
})

test('a selection of everything is marked to its end, also in what has just come back', async ({ stage }) => {
  const text = Array.from({ length: 400 }, (_, n) => `Paragraph *${n}* of it.\n\n`).join('')
  /** How many of the blocks are marked to their last character. */
  const markedBlocks = (): Promise<number> =>
    stage.evaluate(() => {
      const { contentDocument, contentWindow } = window.stage.frame
      const { CSS } = contentWindow as Window & typeof globalThis
      const ranges = [...(CSS.highlights.get('galley-selected') ?? [])] as Range[]
      return [...contentDocument!.querySelectorAll('.galley-block')].filter((block) => {
        const last = block.firstElementChild!.lastChild as Text
        return ranges.some((range) => range.isPointInRange(last, last.length - 1))
      }).length
    })
  await show(stage, text)
  await stage.evaluate((to) => window.stage.markSelection({ from: 0, to }), text.length)
  expect(await markedBlocks()).toBe(400)
  await stage.evaluate((all) => {
    window.stage.edit(0, all.length, 'Short.')
    window.stage.edit(0, 'Short.'.length, all)
    window.stage.markSelection({ from: 0, to: all.length })
  }, text)
  await expect.poll(markedBlocks).toBe(400)
  await stage.evaluate((to) => window.stage.markSelection({ from: 15, to }), text.length - 4)
  expect(await markedBlocks()).toBe(399)
})

test('a selection is marked in tables, formulas and footnotes, and a click there finds its source', async ({
  stage,
}) => {
  const text =
    '| a | b |\n|---|---|\n| one | 1 |\n| two | 2 |\n\nSet $e^{x}$ &amp; noted[^n].\n\n[^n]: The **note** itself.\n'
  await show(stage, text)
  const frame = preview(stage)
  await expect(frame.locator('.katex')).toHaveCount(1)
  const markedFor = async (part: string): Promise<readonly string[]> => {
    const from = text.indexOf(part)
    await stage.evaluate((span) => window.stage.markSelection(span), { from, to: from + part.length })
    return (await marked(stage, 'galley-selected')).map((one) => one.replace(/\s+/g, ' '))
  }
  expect(await markedFor('1 |\n| two')).toEqual(['1 two'])
  expect((await markedFor('x}$ &amp; noted[^n]')).join()).toMatch(/ex.* & noted1$/)
  expect(await markedFor('**note** its')).toEqual(['note its'])
  const clicked = async (place: Locator): Promise<string> => {
    await place.click()
    return text.slice((await stage.evaluate(() => window.stage.carets)).at(-1))
  }
  expect(await clicked(frame.locator('td').getByText('2', { exact: true }))).toMatch(/^(?:2| \|\n\nSet)/)
  expect(await clicked(frame.locator('.katex-html'))).toMatch(/^e\^\{x\}/)
  expect(await clicked(frame.locator('.galley-footnotes strong'))).toMatch(/^[note]*\*\* itself/)
  await stage.evaluate((at) => window.stage.markCaret(at), text.indexOf('itself'))
  await expect(frame.locator('[data-caret]')).toContainText('The note itself.')
})

test('the block the caret is in has its mark beside it, whatever the look and the block', async ({
  stage,
}) => {
  const blocks = ['First words.', '## A heading', '- one\n- two', '> quoted', '```\ncode\n```', 'Last words.']
  const text = blocks.join('\n\n')
  const frame = preview(stage)
  /** The strip beside a block, with the caret there or elsewhere. */
  const strip = async (block: number, caret: number): Promise<string> => {
    await stage.evaluate((at) => window.stage.markCaret(at), text.indexOf(blocks[caret]!))
    const { x, y, height } = (await frame.locator('.galley-block').nth(block).boundingBox())!
    return (await stage.screenshot({ clip: { x: x - 16, y, width: 16, height } })).toString('base64')
  }
  for (const look of ['plain', 'blog', 'newspaper', 'wechat'] as const) {
    await stage.evaluate(
      async ([shown, appearance]) => {
        window.stage.appearance(appearance)
        window.stage.show(shown)
        await window.stage.settled()
      },
      [text, { look, dark: false }] as const,
    )
    await expect(frame.locator('.galley-block')).toHaveCount(blocks.length)
    for (const block of blocks.keys()) {
      const elsewhere = block === 0 ? 5 : 0
      expect(await strip(block, block), `${look}: ${blocks[block]}`).not.toBe(await strip(block, elsewhere))
    }
  }
})
