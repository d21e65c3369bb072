import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts'
import { SETTING_ROWS, type SettingRow } from '../../core/settings-table.ts'
import { standBetween } from './between.ts'
import { expect, test, type Galley } from './galley.ts'
import { caretAfter, field, preview, source } from './page.ts'

/** Seen on the open page as soon as the setting is another. */
interface Seen {
  readonly set: (galley: Galley) => Partial<Settings>
  readonly see: (page: Page, galley: Galley) => Promise<unknown>
}

/** Only the shell looks at it, each time it is needed: where it does. */
interface ReadAt {
  readonly file: string
  readonly reads: string
}

const seen = (set: Partial<Settings>, see: Seen['see']): Seen => ({ set: () => set, see })

const html = (page: Page, name: string, value: string): Promise<void> =>
  expect(page.locator('html')).toHaveAttribute(name, value)

const style = (page: Page, selector: string, name: string, value: string | RegExp): Promise<void> =>
  expect(page.locator(selector).first()).toHaveCSS(name, value)

/** What each row of the settings dialog changes; a new row needs an entry. */
const EFFECTS: Readonly<Record<SettingRow['key'], Seen | ReadAt>> = {
  theme: seen({ theme: 'dark' }, (page) => html(page, 'data-theme', 'dark')),
  contrast: seen({ contrast: 'more' }, (page) => html(page, 'data-contrast', 'more')),
  accent: seen({ accent: 'rust' }, (page) => html(page, 'data-accent', 'rust')),
  density: seen({ density: 'compact' }, (page) => html(page, 'data-density', 'compact')),
  zoom: seen({ zoom: 1.5 }, (page) => html(page, 'style', '--zoom: 1.5;')),
  fontFamily: seen({ fontFamily: 'Georgia' }, (page) =>
    style(page, '.cm-scroller', 'font-family', /^Georgia/),
  ),
  fontSize: seen({ fontSize: 21 }, (page) => style(page, '.cm-scroller', 'font-size', '21px')),
  lineHeight: seen({ lineHeight: 2 }, (page) => style(page, '.cm-scroller', 'line-height', '30px')),
  lineWrapping: seen({ lineWrapping: false }, (page) =>
    expect(source(page)).not.toHaveClass(/cm-lineWrapping/),
  ),
  focusMode: seen({ focusMode: true }, (page) => expect(page.locator('.cm-dimmed').first()).toBeVisible()),
  typewriterMode: seen({ typewriterMode: true }, (page) =>
    expect
      .poll(() => source(page).evaluate((it) => Number.parseFloat(getComputedStyle(it).paddingTop)))
      .toBeGreaterThan(200),
  ),
  lineNumbers: seen({ lineNumbers: true }, (page) => expect(page.locator('.cm-lineNumbers')).toBeVisible()),
  tabWidth: seen({ tabWidth: 9 }, (page) => style(page, '.cm-content', 'tab-size', '9')),
  previewLook: seen({ previewLook: 'newspaper' }, (page) =>
    expect(preview(page).locator('html')).toHaveAttribute('data-look', 'newspaper'),
  ),
  previewWidth: seen({ previewWidth: 'phone' }, (page) =>
    expect
      .poll(() =>
        page.evaluate(
          () => document.querySelector<HTMLIFrameElement>('.preview-frame')?.contentWindow?.innerWidth,
        ),
      )
      .toBe(390),
  ),
  previewZoom: seen({ previewZoom: 2 }, (page) =>
    expect
      .poll(() =>
        preview(page)
          .locator('p')
          .first()
          .evaluate((it) => it.getBoundingClientRect().height),
      )
      .toBeGreaterThan(60),
  ),
  ownCss: { file: 'electron/services/folder/own-style.ts', reads: 'galley.css' },
  scrollSync: seen({ scrollSync: false }, async (page) => {
    const scrolled = () =>
      preview(page)
        .locator('html')
        .evaluate((it) => it.scrollTop)
    await source(page).evaluate((it) => it.closest('.cm-scroller')!.scrollTo({ top: 9_000 }))
    await expect(source(page)).toContainText('The last line')
    expect(await scrolled()).toBe(0)
  }),
  remoteImages: seen({ remoteImages: 'always' }, (page) =>
    expect(page.locator('.preview-frame')).toHaveAttribute('src', /images=remote/),
  ),
  remoteImagesAllowed: {
    set: (galley) => ({ remoteImagesAllowed: [galley.path('effects.md')] }),
    see: (page) => expect(page.locator('.preview-frame')).toHaveAttribute('src', /images=remote/),
  },
  markdownExtensions: seen({ markdownExtensions: [] }, (page) =>
    expect(preview(page).getByText('$a^2$')).toBeVisible(),
  ),
  autosave: seen({ autosave: 'afterPause' }, async (page, galley) => {
    await caretAfter(page, 'last line')
    await page.keyboard.type(' saved')
    await expect.poll(() => galley.text('effects.md')).toContain('last line saved')
  }),
  newArticleEncoding: seen({ newArticleEncoding: 'gbk' }, async (page) => {
    await page.keyboard.press('Control+n')
    await expect(page.locator('.status-bar')).toContainText('GBK')
    await page.keyboard.press('Control+w')
    await expect(field(page, 'title')).toHaveValue('Effects')
  }),
  encodings: { file: 'electron/services/article-memory.ts', reads: 'encodings[realPath]' },
  imageFolder: { file: 'electron/services/services.ts', reads: 'it.imageFolder' },
  historySize: { file: 'electron/services/services.ts', reads: '(await settings.read()).historySize' },
  historyClear: { file: 'renderer/settings/history-control.tsx', reads: "'history.clear'" },
  schemas: {
    set: (galley) => ({ schemas: { [galley.folder]: 'hugo' } }),
    see: (page) => expect(page.locator('.fm-schema')).toContainText('Hugo'),
  },
  spelling: { file: 'electron/desktop/spelling.ts', reads: 'spelling.enabled' },
  shortcuts: seen({ shortcuts: { 'view.problems': 'F7' } }, async (page) => {
    await page.keyboard.press('F7')
    await expect(page.locator('.side-tab[data-key="problems"][data-selected]')).toBeVisible()
  }),
  language: seen({ language: 'zh-CN' }, async (page) => {
    await html(page, 'lang', 'zh-CN')
    await expect(page.locator('.menu-bar-button').first()).toHaveText('文件')
  }),
  updates: { file: 'electron/desktop/desktop.ts', reads: 'updates.check(settings.updates' },
}

const keys = SETTING_ROWS.map(({ key }) => key)

test('what only the shell looks at is looked at when it is needed', () => {
  for (const key of keys) {
    const effect = EFFECTS[key]
    if ('set' in effect) continue
    const text = readFileSync(join(import.meta.dirname, '../..', effect.file), 'utf8')
    expect(text, key).toContain(effect.reads)
  }
})

// A few in a row on one page, each from the settings a fresh Galley has.
const shown = keys.filter((key) => 'set' in EFFECTS[key])
const half = Math.ceil(shown.length / 2)
for (const row of [shown.slice(0, half), shown.slice(half)]) {
  test(`takes effect at once: ${row.join(', ')}`, async ({ galley, page }) => {
    galley.write(
      'effects.md',
      `---\ntitle: Effects\n---\n\nIt is $a^2$ here, in a paragraph that is long enough for two lines of the preview.\n\n![far](https://images.example.com/a.png)\n\n${'More text.\n\n'.repeat(120)}The last line\n`,
    )
    const { tell } = await standBetween(page, {})
    await galley.start('effects.md')
    for (const key of row) {
      const effect = EFFECTS[key]
      if (!('set' in effect)) continue
      await test.step(key, async () => {
        // The accent says when the page has heard of it.
        tell('settings.changed', { ...DEFAULT_SETTINGS, accent: 'rust', ...effect.set(galley) })
        await html(page, 'data-accent', 'rust')
        await effect.see(page, galley)
        tell('settings.changed', DEFAULT_SETTINGS)
        await html(page, 'data-accent', DEFAULT_SETTINGS.accent)
        await html(page, 'lang', 'en')
      })
    }
    await expect(field(page, 'title')).toHaveCount(1)
  })
}
