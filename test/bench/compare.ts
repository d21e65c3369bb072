import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { marked } from 'marked'
import { browserPath } from '../journeys/browser.ts'
import { countsPerKey } from './counts.ts'
import { openGalley, openPeer, servePeers, type Article, type OpenEditor } from './editors.ts'
import { againstGoals, type Measured } from './goals.ts'
import { longArticle } from './long-article.ts'
import { summarise } from './measure.ts'
import { listen, timesOf, typeKeys } from './typing-probe.ts'

/** One table: an article of a size, typed in by some editors. */
export interface Comparison {
  readonly label: string
  /** UTF-8 bytes of the Markdown. */
  readonly bytes: number
  /** Keys typed in each round that counts. */
  readonly keys: number
  readonly format: Article['format']
  /** Beside Galley; adapters of test/bench/peers/page.js. */
  readonly editors: readonly string[]
}

const ROOT = process.cwd()
const DIST = process.env.GALLEY_DIST ?? join(ROOT, 'dist')
/**
 * Keys before those that count, in each editor, as far as `WARM_TIME` milliseconds reach: engines compile what runs often,
 * and nobody types fifty keys a day.
 */
const WARM_KEYS = 80
const WARM_TIME = 20_000
/** The first of them that have a column of their own. */
const FIRST_KEYS = 20
const ROUNDS = 3
/** Milliseconds between two editors' turns: what one still does after its keys is not to be measured with the next. */
const REST = 1_500
const LAST = 'lastword'
/** How long an editor may take to answer one key before it is left out, in milliseconds. */
const KEY_PATIENCE = 8_000
const NAMES: Readonly<Record<string, string>> = {
  galley: 'Galley, the whole application',
  codemirror: 'CodeMirror alone (no preview)',
  naive: 'CodeMirror + marked + DOMPurify + innerHTML',
  toast: '@toast-ui/editor 3.2.2',
  mdEditor: 'md-editor-v3 7.0.0',
  cherry: 'cherry-markdown 0.10.3',
  vditor: 'vditor 4.0.0',
}

/** The long article, ended by a word of its own; as HTML its body is what marked makes of it. */
function articleOf({ bytes, format }: Comparison): Article {
  const markdown = `${longArticle(bytes)}\n${LAST}\n`
  if (format === 'markdown') return { text: markdown, format, last: LAST }
  const head = /^---\n[^]*?\n---\n/.exec(markdown)?.[0] ?? ''
  return { text: head + (marked.parse(markdown.slice(head.length)) as string), format, last: LAST }
}

/** The heap of the page's renderer after a collection. */
async function heapOf(editor: OpenEditor): Promise<Pick<Measured, 'heap' | 'script'>> {
  const session = await editor.page.context().newCDPSession(editor.page)
  await session.send('HeapProfiler.collectGarbage')
  const usage = await session.send('Runtime.getHeapUsage')
  const heap = usage.usedSize + usage.embedderHeapUsedSize + usage.backingStorageSize
  return { heap: heap / 1e6, script: usage.usedSize / 1e6 }
}

/** `uncounted`: how many keys were typed to warm up. */
async function measured(name: string, editor: OpenEditor, uncounted: number): Promise<Measured> {
  const { frame, preview, long } = await timesOf(editor.page)
  return {
    name,
    firstFrame: summarise(frame.slice(0, Math.min(FIRST_KEYS, uncounted))).median,
    frame: summarise(frame.slice(uncounted)).median,
    preview: preview.length > 0 ? summarise(preview.slice(uncounted)).median : null,
    longest: long.length > 0 ? Math.max(...long) : null,
    first: editor.first,
    complete: editor.complete,
    ...(await heapOf(editor)),
  }
}

/** Every editor opened, then keys typed in turn. Those that give up are told of with the reason. */
async function measureAll(
  names: readonly string[],
  keys: number,
  open: (name: string) => Promise<OpenEditor>,
): Promise<{ readonly all: readonly Measured[]; readonly lost: ReadonlyMap<string, string> }> {
  const editors = new Map<string, OpenEditor>()
  const lost = new Map<string, string>()
  const leave = async (name: string, error: unknown): Promise<void> => {
    lost.set(name, String(error instanceof Error ? error.message : error).split('\n')[0] ?? '')
    await editors.get(name)?.close()
    editors.delete(name)
  }
  for (const name of names) {
    try {
      const editor = await open(name)
      editors.set(name, editor)
      await listen(editor.page)
    } catch (error) {
      await leave(name, error)
    }
  }
  const uncounted = new Map<string, number>()
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, { page }] of [...editors]) {
      try {
        await page.bringToFront()
        await page.waitForTimeout(REST)
        if (round > 0) await typeKeys(page, keys, KEY_PATIENCE)
        else uncounted.set(name, await typeKeys(page, WARM_KEYS, KEY_PATIENCE, WARM_TIME))
      } catch (error) {
        await leave(name, error)
      }
    }
  }
  const all: Measured[] = []
  for (const [name, editor] of editors) {
    all.push(await measured(name, editor, uncounted.get(name) ?? 0))
    await editor.close()
  }
  return { all, lost }
}

const HEAD = [
  '| | first keys → frame, ms | keydown → frame, ms | ÷ CodeMirror | keydown → preview, ms | longest task, ms | first content, ms | complete, ms | heap, MB | of it JavaScript |',
  '|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
]

function row(one: Measured, floor: number): string {
  const cells = [
    NAMES[one.name] ?? one.name,
    one.firstFrame.toFixed(1),
    one.frame.toFixed(1),
    (one.frame / floor).toFixed(2),
    one.preview?.toFixed(1) ?? '–',
    one.longest?.toFixed(0) ?? 'none',
    one.first.toFixed(0),
    one.complete.toFixed(0),
    one.heap.toFixed(1),
    one.script.toFixed(1),
  ]
  return `| ${cells.join(' | ')} |`
}

/** Measures Galley beside other editors in one browser for each table, and prints what test/bench/RESULTS.md holds. */
export async function compare(tables: readonly Comparison[]): Promise<void> {
  if (!existsSync(join(ROOT, 'test/bench/peers/node_modules'))) {
    spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: join(ROOT, 'test/bench/peers'),
      stdio: 'inherit',
    })
  }
  const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'))
  const executablePath = await browserPath()
  const server = await servePeers(ROOT, join(folder, 'peers'))
  const verdicts: string[] = []
  const frames: string[] = []
  try {
    for (const table of tables) {
      const article = articleOf(table)
      // A browser for each size: an editor that brings it down spoils no other size.
      const browser: Browser = await chromium.launch({
        executablePath,
        args: ['--no-sandbox', '--disable-gpu'],
      })
      if (frames.length === 0) console.log(machine(browser.version()))
      const measuring = measureAll(['galley', ...table.editors], table.keys, (name) =>
        name === 'galley'
          ? openGalley(browser, DIST, folder, article)
          : openPeer(browser, server, name, article),
      )
      // oxlint-disable-next-line typescript/no-misused-promises -- `finally` waits for the closing
      const { all, lost } = await measuring.finally(() => browser.close())
      const floor = all.find(({ name }) => name === 'codemirror')?.frame ?? Number.NaN
      console.log(`\n## ${table.label}, ${table.format === 'html' ? 'HTML' : 'Markdown'}\n`)
      for (const line of [...HEAD, ...all.map((one) => row(one, floor))]) console.log(line)
      const { lexed, rendered } = countsPerKey(article)
      console.log(
        `\nGalley, for each key: ${lexed.toFixed(0)} characters lexed, ${rendered} blocks rendered.`,
      )
      for (const [name, why] of lost) console.log(`\n${NAMES[name] ?? name} was left out: ${why}`)
      verdicts.push(...againstGoals(table.label, all))
      const mine = all.find(({ name }) => name === 'galley')
      if (mine) frames.push(`${table.label} ${mine.frame.toFixed(1)} ms`)
    }
  } finally {
    server.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  console.log('\n## Against the goals\n')
  for (const line of verdicts) console.log(line)
  console.log(`- Keydown to frame by size: ${frames.join(', ')}.`)
}

function machine(version: string): string {
  const date = new Date().toISOString().slice(0, 10)
  return `${date}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Chromium ${version}.`
}
