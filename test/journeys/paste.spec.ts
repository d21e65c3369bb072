import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { source, status, tabs } from './page.ts'
import { paste } from './clipboard.ts'
import { expect, test } from './galley.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures/paste')
const sources = readdirSync(FIXTURES).filter((name) => name.endsWith('.html') && !name.includes('.expected.'))

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Saved')
}

for (const [format, extension, start] of [
  ['Markdown', 'md', 'Before.\n\n'],
  ['HTML', 'html', '<p>Before.</p>\n'],
] as const) {
  test(`what each program copies becomes clean ${format}`, async ({ galley }) => {
    for (const name of sources) galley.write(`${name}.${extension}`, start)
    const page = await galley.start(...sources.map((name) => `${name}.${extension}`))
    await expect(tabs(page).last()).toHaveAttribute('aria-selected', 'true')
    await expect(tabs(page)).toHaveCount(sources.length)
    for (const name of sources) {
      await page.getByRole('tab', { name: `${name}.${extension}` }).click()
      await source(page).focus()
      await page.keyboard.press('Control+End')
      await paste(page, { html: readFileSync(join(FIXTURES, name), 'utf8'), plain: 'plain text' })
      const expected = join(FIXTURES, name.replace('.html', `.expected.${extension}`))
      const wanted = existsSync(expected) ? readFileSync(expected, 'utf8').trimEnd() : 'plain text'
      await expect(source(page)).not.toHaveText(/^\S*Before\.(<\/p>)?$/)
      await save(page)
      expect(galley.text(`${name}.${extension}`), name).toBe(start + wanted)
    }
  })
}
