import { expect, type Page } from '@playwright/test'
import { caretAfter, source, tabs } from './page.ts'

/** Milliseconds between two characters. */
const PER_KEY = 100

/** What was typed, and when each character was there, in milliseconds since the epoch. */
export interface Typed {
  readonly text: string
  readonly at: readonly number[]
}

/** Types 15 to 39 letters behind `place`, ten a second. */
export async function typeSteadily(page: Page, place: string): Promise<Typed> {
  await caretAfter(page, place)
  const length = 15 + Math.floor(Math.random() * 25)
  const keys = Array.from({ length }, (_, n) => String.fromCharCode(97 + (n % 26)))
  const started = Date.now()
  const at: number[] = []
  for (const [n, key] of keys.entries()) {
    const wait = started + n * PER_KEY - Date.now()
    if (wait > 0) await page.waitForTimeout(wait)
    await page.keyboard.type(key)
    at.push(Date.now())
  }
  return { text: keys.join(''), at }
}

/**
 * How old the oldest character was that is missing behind `place` in the article that came back, in milliseconds
 * before `killedAt`; 0 when none is. What is there has to be the beginning of what was typed.
 */
export async function oldestMissing(
  page: Page,
  place: string,
  { text, at }: Typed,
  killedAt: number,
): Promise<number> {
  await expect(tabs(page)).toHaveCount(1)
  await expect(source(page)).toContainText(place)
  const lines = await source(page).locator('.cm-line').allTextContents()
  const line = lines.find((one) => one.includes(place)) ?? ''
  const kept = line.slice(line.indexOf(place) + place.length)
  expect(text.startsWith(kept), kept).toBe(true)
  return killedAt - (at[kept.length] ?? killedAt)
}

/** Gives up what came back, so that the next round begins where the one before left nothing. */
export async function giveUp(page: Page): Promise<void> {
  await source(page).focus()
  await page.keyboard.press('Control+w')
  await page.getByRole('button', { name: 'Don’t Save' }).click()
  await expect(tabs(page)).toHaveCount(0)
}
