import type { FrameLocator, Locator, Page } from '@playwright/test'

/** The stable surface of the page, as a writer finds it by role and name. */
export function source(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Article source' })
}

export function preview(page: Page): FrameLocator {
  return page.frameLocator('iframe[title="Preview"]')
}

export function form(page: Page): Locator {
  return page.getByRole('form', { name: 'Front matter' })
}

/** The control of a field, by its key. */
export function field(page: Page, key: string): Locator {
  return form(page).getByLabel(key, { exact: true })
}

export function status(page: Page): Locator {
  return page.getByRole('status', { name: 'Status' })
}

export function tabs(page: Page): Locator {
  return page.getByRole('tablist', { name: 'Open articles' }).getByRole('tab')
}

/** Puts the caret behind the first occurrence of `text` in the source. */
export async function caretAfter(page: Page, text: string): Promise<void> {
  await source(page).focus()
  await page.keyboard.press('Control+f')
  const find = page.locator('.cm-find input').first()
  await find.fill(text)
  await find.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
}
