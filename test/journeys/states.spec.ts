import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Settings } from '../../core/settings.ts'
import { violations } from './axe.ts'
import { standBetween } from './between.ts'
import { expect, test } from './galley.ts'
import { inRows, leave, ready, run, STATES, type State } from './states.ts'

type Named = readonly [name: string, state: State]

/** How many states that stand over an article are shown one after the other. */
const IN_A_ROW = 11

const rows = inRows(Object.keys(STATES), IN_A_ROW).map((row) =>
  row.map((name): Named => [name, STATES[name]!]),
)

/** What axe-core finds wrong that no library is the reason of, each with the state's name. */
async function wrong(page: Page, [name, { exempt = [] }]: Named): Promise<readonly string[]> {
  const found = await violations(page)
  return found
    .filter((one) => !exempt.some((rule) => one.startsWith(`${rule}:`)))
    .map((one) => `${name}: ${one}`)
}

// Every state is seen in both themes and both languages: it comes up in one of each and becomes the other.
for (const [index, row] of rows.entries()) {
  let dark = index % 2 === 1
  let chinese = index % 4 >= 2
  test.describe(row.map(([name]) => name).join(', '), () => {
    test.use({
      colorScheme: dark ? 'dark' : 'light',
      locale: chinese ? 'zh-CN' : 'en-US',
      // Colours on their way from one to another are neither's.
      contextOptions: { reducedMotion: 'reduce' },
    })
    test('axe finds nothing wrong in either theme and language, which change under it', async ({
      galley,
      page,
    }) => {
      test.setTimeout(50_000 + row.length * 10_000)
      const [, first] = row[0]!
      mkdirSync(galley.dataDir, { recursive: true })
      writeFileSync(join(galley.dataDir, 'settings.json'), JSON.stringify(first.settings ?? {}))
      first.before?.(galley.folder)
      let settings: Settings | null = null
      const { tell } = await standBetween(page, {
        ...first.between,
        change(method, value) {
          if (method === 'settings.read' || method === 'settings.write') settings = value as Settings
          return first.between?.change ? first.between.change(method, value) : value
        },
      })
      await galley.start(...first.files)
      await ready(page, first, galley.folder)
      for (const one of row) {
        const [, state] = one
        await state.show?.(page, { folder: galley.folder, tell, kill: () => galley.kill() })
        expect(await wrong(page, one)).toEqual([])
        dark = !dark
        chinese = !chinese
        await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
        // A page whose shell has ended hears nothing more.
        if (state === STATES.offline) await run(chinese ? 'help.chinese' : 'help.english')(page)
        else tell('settings.changed', { ...settings!, language: chinese ? 'zh-CN' : 'en' })
        await expect(page.locator('html')).toHaveAttribute('lang', chinese ? 'zh-CN' : 'en')
        await expect(page.locator('html')).toHaveAttribute('data-theme', dark ? 'dark' : 'light')
        expect(await wrong(page, one)).toEqual([])
        if (row.length > 1) await leave(page, state)
      }
    })
  })
}
