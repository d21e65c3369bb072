import { expect, test } from './galley.ts'
import { source, status } from './page.ts'

test.setTimeout(180_000)

test('a long conversion says how far it is, leaves the page free and is cancelled at once', async ({
  galley,
}) => {
  const part = (i: number): string =>
    `<h2>Chapter ${i}</h2>\n<p>The <strong>ferry</strong> waits.</p>\n<p class="x">A <b>red</b> sky.</p>\n`
  const before = Array.from({ length: 10_000 }, (_, i) => part(i)).join('')
  galley.write('long.html', before)
  const page = await galley.start('long.html')
  await source(page).focus()
  await page.keyboard.press('Control+Shift+p')
  await page.getByRole('combobox', { name: 'Commands' }).waitFor()
  await page.keyboard.type('Convert to Markdown')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Convert to Markdown' })
  const bar = dialog.getByRole('progressbar', { name: 'Progress' })
  await bar.waitFor()
  const percent = async (): Promise<number> => Number(await bar.getAttribute('aria-valuenow'))
  await expect.poll(percent, { timeout: 40_000 }).toBeGreaterThan(0)
  const first = await percent()
  // Tasks of the page itself get their turn again and again while the work goes on.
  const turns = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const shown = (): number =>
          Number(document.querySelector('.convert-progress')?.getAttribute('aria-valuenow') ?? Infinity)
        const end = shown() + 20
        let count = 0
        const turn = (): void => {
          if (shown() >= end) resolve(count)
          else {
            count += 1
            setTimeout(turn)
          }
        }
        turn()
      }),
  )
  expect(turns).toBeGreaterThan(4)
  expect(await percent()).toBeGreaterThan(first)
  await expect(bar).toContainText('%')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await expect(status(page)).toContainText('Saved')
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('x')
  await expect(status(page)).toContainText('Edited')
  expect(galley.text('long.html')).toBe(before)
})
