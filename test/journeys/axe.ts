import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe-core finds wrong with the page as it is now: a rule and the elements, one line each. */
export async function violations(page: Page): Promise<string[]> {
  const loaded = await page.evaluate(() => 'axe' in window)
  if (!loaded) {
    const session = await page.context().newCDPSession(page)
    const { readFileSync } = await import('node:fs')
    await session.send('Runtime.evaluate', { expression: readFileSync(AXE, 'utf8') })
    await session.detach()
  }
  const results = await page.evaluate(() => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }
    return axe.run({ iframes: false, resultTypes: ['violations'] })
  })
  return results.violations.map(
    (one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  )
}
