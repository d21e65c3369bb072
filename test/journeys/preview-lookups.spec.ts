import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { browserPath } from './browser.ts'
import { HOSTILE } from './stage/hostile.ts'
import { HOSTILE_RICH } from './stage/hostile-rich.ts'
import { expect, test } from './stage.ts'

/** No such host exists, and none is asked of a resolver outside: what counts is that the browser would look it up. */
const ZONE = 'lookup.test'

/** The names of `ZONE` that the browser resolved or connected to while `visit` had a page, by its own network log. */
async function lookedUp(visit: (page: Page) => Promise<void>): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-netlog-'))
  const log = join(folder, 'net.json')
  try {
    const browser = await chromium.launch({
      executablePath: await browserPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        `--log-net-log=${log}`,
        `--host-resolver-rules=MAP *.${ZONE} 127.0.0.1:9`,
      ],
    })
    try {
      await visit(await browser.newPage())
    } finally {
      await browser.close()
    }
    return [...new Set(readFileSync(log, 'utf8').match(/[\w-]+\.lookup\.test/g) ?? [])].sort()
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function filled(text: string, id: number): string {
  return text
    .replaceAll('URL', `http://case-${id}.${ZONE}/`)
    .replaceAll('HOST', `case-${id}.${ZONE}`)
    .replaceAll('RUN', `top.ran(${id})`)
}

// Not every build of Chromium acts on hints (`dns-prefetch`, plain links): for those that do, the documents say no.
test('the log tells of a name that is asked for, and the preview forbids looking names up in advance', async ({
  server,
}) => {
  const page = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<img src="http://picture.${ZONE}/">`)
  })
  await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve))
  try {
    const names = await lookedUp(async (tab) => {
      await tab.goto(`http://127.0.0.1:${(page.address() as AddressInfo).port}/`)
    })
    expect(names).toEqual([`picture.${ZONE}`])
  } finally {
    page.close()
  }
  for (const name of ['preview.html', 'diagrams.html'])
    expect(await (await fetch(`${server.url}${name}`)).text()).toContain(
      '<meta http-equiv="x-dns-prefetch-control" content="off" />',
    )
})

test('no name is looked up for any hostile article', async ({ server }) => {
  test.setTimeout(180_000)
  const all = [...HOSTILE, ...HOSTILE_RICH].map((one, id) => ({
    source: filled(one.source, id),
    format: one.format,
    fields: Object.fromEntries(
      Object.entries(one.fields ?? {}).map(([key, value]) => [key, filled(value, id)]),
    ),
  }))
  expect(all.length).toBeGreaterThanOrEqual(450)
  const names = await lookedUp(async (page) => {
    await page.goto(server.url)
    await page.waitForFunction(() => 'stage' in window)
    await page.evaluate(async (list) => {
      const { stage } = window
      stage.show('')
      await stage.settled()
      for (const { source, format, fields } of list) {
        stage.show(source, { format, fields })
        await new Promise((resolve) => setTimeout(resolve, 10))
        for (const link of stage.frame.contentDocument?.querySelectorAll('a') ?? [])
          link.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
      }
      await new Promise((resolve) => setTimeout(resolve, 1000))
    }, all)
  })
  expect(names).toEqual([])
})
