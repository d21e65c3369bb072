import { preview } from './page.ts'
import { expect, NO_SITE, test } from './stage.ts'

test('an image that is not there says which and why', async ({ stage }) => {
  await stage.evaluate(async (context) => {
    window.stage.show('![Gone](images/gone.png)', { context })
    await window.stage.settled()
  }, NO_SITE)
  await expect(preview(stage).getByText('images/gone.png — no such image')).toBeVisible()
})

test('an image whose address is none for a page, or that has none yet, says so', async ({ stage }) => {
  const shown = (text: string): Promise<void> =>
    stage.evaluate(
      async ([source, context]) => {
        window.stage.show(source, { context })
        await window.stage.settled()
      },
      [text, NO_SITE] as const,
    )
  const boxes = preview(stage).locator('.galley-missing')
  await shown(
    '![Scan](file:///home/lin/a%20scan.png)\n\n<img src="C:\\pictures\\my quay.png" alt="Quay">\n\n![](javascript:alert(1))',
  )
  await expect(boxes).toHaveText([
    'Scanfile:///home/lin/a scan.png — this kind of address is not shown',
    'QuayC:\\pictures\\my quay.png — this kind of address is not shown',
    'javascript:alert(1) — this kind of address is not shown',
  ])
  await shown('![]()\n\n![Pier]( )')
  await expect(boxes).toHaveText(['no address yet', 'Pierno address yet'])
})

test('what is embedded from beside the article is a card, too', async ({ stage }) => {
  await stage.evaluate(async () => {
    window.stage.show(
      '<video src="clips/low%20tide.mp4" controls></video>' +
        '<audio controls><source src="/sounds/gulls.mp3"></audio>' +
        '<iframe src="map.html"></iframe><video src="javascript:alert(1)"></video><iframe src="\\\\host\\a"></iframe>',
      { format: 'html' },
    )
    await window.stage.settled()
  })
  const cards = preview(stage).getByRole('link')
  await expect(cards).toHaveText(['low tide.mp4', 'gulls.mp3', 'map.html'])
  for (const card of await cards.all()) await card.click()
  expect(await stage.evaluate(() => window.stage.links)).toEqual([
    'clips/low%20tide.mp4',
    '/sounds/gulls.mp3',
    'map.html',
  ])
})
