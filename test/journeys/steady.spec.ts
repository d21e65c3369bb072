import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './galley.ts'
import { caretAfter, field, preview, source } from './page.ts'

interface Shift {
  readonly value: number
  readonly what: readonly string[]
}

interface Source {
  readonly node?: Node
  readonly previousRect: DOMRectReadOnly
  readonly currentRect: DOMRectReadOnly
}

/** Collects every layout shift of the page but those within the source's text, those right after an input included. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: Shift[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as unknown as { value: number; sources?: Source[] }
        const what = (sources ?? []).flatMap(({ node, previousRect: from, currentRect: to }) => {
          const element = node instanceof Element ? node : node?.parentElement
          // What one types moves the caret and the text after it.
          if (element?.closest('.cm-scroller')) return []
          const moved = `${from.x},${from.y} ${from.width}×${from.height} to ${to.x},${to.y} ${to.width}×${to.height}`
          return [`${element ? `${element.tagName}.${element.className}` : 'gone'}: ${moved}`]
        })
        if (what.length > 0) shifts.push({ value, what })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

/** The shifts since the last call, with what moved. */
async function shifts(page: Page): Promise<readonly Shift[]> {
  return page.evaluate(
    () =>
      new Promise<Shift[]>((resolve) => {
        const { shifts: seen } = window as unknown as { shifts: Shift[] }
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(seen.splice(0))))
      }),
  )
}

for (const [width, height] of [
  [1440, 900],
  [900, 700],
  [720, 500],
] as const) {
  test.describe(`at ${width}×${height}`, () => {
    test.use({ viewport: { width, height } })

    test('nothing jumps while the page and an article load, while one types, and while a second one is opened', async ({
      galley,
      page,
    }) => {
      await watchShifts(page)
      await test.step('as the page loads', async () => {
        await galley.start()
        await expect(page.getByRole('heading', { name: 'Galley' })).toBeVisible()
        expect(await shifts(page)).toEqual([])
        await galley.kill()
      })
      await test.step('as an article loads with it', async () => {
        await galley.start('harbour.md')
        await expect(preview(page).getByRole('heading', { name: 'What to bring' })).toBeVisible()
        await expect(source(page)).toContainText('patience')
        await expect(field(page, 'title')).toBeVisible()
        const total = (await shifts(page)).reduce((sum, one) => sum + one.value, 0)
        expect(total).toBeLessThan(0.01)
      })
      await test.step('as one types in the source', async () => {
        await caretAfter(page, 'patience')
        await shifts(page)
        await page.keyboard.type(' and a long line of words that goes on until it wraps into a second line', {
          delay: 5,
        })
        await expect(preview(page).getByText('into a second line')).toBeVisible()
        expect(await shifts(page)).toEqual([])
      })
      await test.step('as one types in the form', async () => {
        await field(page, 'title').focus()
        await page.keyboard.press('End')
        await shifts(page)
        await page.keyboard.type(' and spring', { delay: 5 })
        await expect(
          preview(page).getByRole('heading', { name: 'A harbour in winter and spring' }),
        ).toBeVisible()
        expect(await shifts(page)).toEqual([])
      })
      await test.step('as a second article is opened', async () => {
        await page.keyboard.press('Control+Shift+e')
        await expect(page.getByRole('row', { name: /harbour/ })).toBeVisible()
        await page.keyboard.press('Control+Backslash')
        await galley.open(galley.path('paper-lanterns.txt'))
        await expect(preview(page).getByText('连竹骨的影子都看得见')).toBeVisible()
        await shifts(page)
        await page.keyboard.press('Control+PageUp')
        await expect(preview(page).getByRole('heading', { name: 'What to bring' })).toBeVisible()
        await page.keyboard.press('Control+PageDown')
        await expect(preview(page).getByText('连竹骨的影子都看得见')).toBeVisible()
        const moved = (await shifts(page)).flatMap((one) => one.what)
        // Another article is another form and another text; what stays is the page around them.
        const chrome = /menu|tab-row|toolbar|status|side|view-switch|preview-bar/
        expect(moved.filter((it) => chrome.test(it))).toEqual([])
      })
    })
  })
}

for (const sidebarView of ['articles', 'outline'] as const) {
  test(`nothing jumps beside the sidebar with the ${sidebarView}, as the page loads and as one types`, async ({
    galley,
    page,
  }) => {
    mkdirSync(galley.dataDir, { recursive: true })
    const layout = { sidebarOpen: true, sidebarView }
    writeFileSync(join(galley.dataDir, 'settings.json'), JSON.stringify({ layout }))
    await watchShifts(page)
    await galley.start('harbour.md')
    await expect(page.locator('.sidebar')).toContainText(
      sidebarView === 'outline' ? 'What to bring' : 'harbour',
    )
    await expect(preview(page).getByRole('heading', { name: 'What to bring' })).toBeVisible()
    await expect(field(page, 'title')).toBeVisible()
    expect(await shifts(page)).toEqual([])
    await caretAfter(page, 'patience')
    await shifts(page)
    await page.keyboard.type('\n\n## A heading that is longer than the sidebar is wide\n\nAnd words.', {
      delay: 5,
    })
    await expect(preview(page).getByText('And words.')).toBeVisible()
    if (sidebarView === 'outline')
      await expect(page.locator('.sidebar')).toContainText('A heading that is longer')
    expect(await shifts(page)).toEqual([])
    await field(page, 'title').focus()
    await page.keyboard.press('End')
    await shifts(page)
    await page.keyboard.type(' and spring', { delay: 5 })
    await expect(preview(page).getByRole('heading', { name: 'A harbour in winter and spring' })).toBeVisible()
    expect(await shifts(page)).toEqual([])
  })
}
