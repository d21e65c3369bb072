import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type LaunchOptions, type Page } from '@playwright/test'
import { isHeavyHtml } from '../../core/markdown/limits.ts'
import { prepare, showAll, showRaw } from './show-hostile.ts'
import { HOSTILE } from './stage/hostile.ts'
import { HOSTILE_RICH } from './stage/hostile-rich.ts'
import { expect, test, type StageServer } from './stage.ts'

const EVERY = [...HOSTILE, ...HOSTILE_RICH]
const RAW = HOSTILE.filter((one) => one.format === 'html')

/** No such host exists: the browser that keeps a log is told that its names are this machine's. */
const ZONE = 'lookup.test'

/** The names of `ZONE` that a browser of its own looked up while `visit` had a page, by its network log. */
async function lookedUp(
  options: LaunchOptions,
  port: string,
  visit: (page: Page) => Promise<void>,
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-netlog-'))
  const log = join(folder, 'net.json')
  try {
    const browser = await chromium.launch({
      ...options,
      args: [
        ...(options.args ?? []),
        `--log-net-log=${log}`,
        `--host-resolver-rules=MAP *.${ZONE} 127.0.0.1:${port}`,
      ],
    })
    try {
      await visit(await browser.newPage())
    } finally {
      await browser.close()
    }
    // Addresses of this machine may have such a name in their path, where it is only text.
    const others = readFileSync(log, 'utf8').replaceAll(/(?:"GET \/|http:\/\/127\.0\.0\.1:\d+\/)[^"\s]*/g, '')
    return [...new Set(others.match(/[\w-]+\.lookup\.test/g) ?? [])].sort()
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function openStage(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.waitForFunction(() => 'stage' in window)
}

/** The stage without the policy and without the sandbox. */
async function withoutWalls(page: Page, server: StageServer, act: () => Promise<void>): Promise<void> {
  server.policy = false
  try {
    await openStage(page, `${server.url}?sandbox=off`)
    await act()
  } finally {
    server.policy = true
  }
}

test.beforeEach(({ server }) => {
  test.setTimeout(180_000)
  server.hits.length = 0
})

test('the corpus is large', () => {
  expect(HOSTILE.length).toBeGreaterThanOrEqual(300)
  expect(HOSTILE_RICH.length).toBeGreaterThanOrEqual(150)
})

// Not every build of Chromium acts on hints (`dns-prefetch`, plain links): for those that do, the documents say no.
test('the log tells of a name that is asked for, and the preview forbids looking names up in advance', async ({
  launchOptions,
  server,
}) => {
  const page = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<img src="http://picture.${ZONE}/a.png">`)
  })
  await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve))
  try {
    const names = await lookedUp(launchOptions, new URL(server.elsewhere).port, async (tab) => {
      await tab.goto(`http://127.0.0.1:${(page.address() as AddressInfo).port}/`)
    })
    expect(names).toEqual([`picture.${ZONE}`])
    expect(server.hits).toEqual([expect.objectContaining({ path: '/a.png' })])
  } finally {
    page.close()
  }
  for (const name of ['preview.html', 'diagrams.html'])
    expect(await (await fetch(`${server.url}${name}`)).text()).toContain(
      '<meta http-equiv="x-dns-prefetch-control" content="off" />',
    )
})

test('all walls together: nothing runs, nothing is asked for, no name is looked up', async ({
  launchOptions,
  server,
}) => {
  const names = await lookedUp(launchOptions, new URL(server.elsewhere).port, async (page) => {
    await openStage(page, server.url)
    const bad = await showAll(
      page,
      prepare(EVERY, (id) => `http://case-${id}.${ZONE}/${id}`),
    )
    expect(bad).toEqual([])
  })
  expect(names).toEqual([])
  expect(server.hits).toEqual([])
})

test('the sanitiser alone, in a frame that could run scripts and load anything', async ({ page, server }) => {
  await withoutWalls(page, server, async () => {
    expect(
      await showAll(
        page,
        prepare(HOSTILE, (id) => `${server.elsewhere}${id}`),
      ),
    ).toEqual([])
  })
  expect(server.hits).toEqual([])
})

test('coloured code, formulas, diagrams, names, heads and own style sheets: the sanitiser and the filters hold alone', async ({
  page,
  server,
}) => {
  await withoutWalls(page, server, async () => {
    expect(
      await showAll(
        page,
        prepare(HOSTILE_RICH, (id) => `${server.elsewhere}${id}`),
      ),
    ).toEqual([])
  })
  expect(server.hits).toEqual([])
})

// A sandbox forbids to run, to submit, to open windows and to leave; images, styles and frames it lets load in every
// browser (HTML 7.6 names no flag against it). So it is no wall against requests, and none are counted here: those are
// held by the sanitiser and by the policy, each of which is tried alone for them below and above.
test('the sandbox alone: nothing runs', async ({ page, server }) => {
  server.policy = false
  try {
    await openStage(page, server.url)
    expect(
      await showRaw(
        page,
        prepare(RAW, (id) => `${server.elsewhere}${id}`),
      ),
    ).toEqual([])
  } finally {
    server.policy = true
  }
})

test('the policy alone: nothing runs, nothing is asked for', async ({ page, server }) => {
  await openStage(page, `${server.url}?sandbox=off`)
  // Frames inside the frame are held by `default-src`; links are followed only by a click.
  expect(
    await showRaw(
      page,
      prepare(RAW, (id) => `${server.elsewhere}${id}`),
    ),
  ).toEqual([])
  expect(server.hits).toEqual([])
})

// What weighs much is parsed once and sanitised a group of nodes at a time: a path of the sanitiser's own.
test('in slices, by the sanitiser alone: nothing runs, nothing is asked for', async ({ page, server }) => {
  const heavy = `<ul>${'<br>'.repeat(450)}<p title="${'ab '.repeat(6_000)}">x</p>`
  expect(isHeavyHtml(heavy)).toBe(true)
  const list = prepare(
    RAW.filter(({ technique }) =>
      ['fetching element', 'mutation', 'clobbering', 'style', 'newer markup'].includes(technique),
    ).map((one) => ({ ...one, source: `${heavy}${one.source}</ul>` })),
    (id) => `${server.elsewhere}${id}`,
  )
  await withoutWalls(page, server, async () => {
    const bad = await showAll(page, list)
    expect(bad.map((one) => one.replace(heavy, ''))).toEqual([])
  })
  expect(server.hits).toEqual([])
})
