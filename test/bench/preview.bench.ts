import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { marked } from 'marked'
import { browserPath } from '../journeys/browser.ts'
import { openGalley, openPeer, servePeers, type Article, type OpenEditor } from './editors.ts'
import { longArticle } from './long-article.ts'
import { summarise } from './measure.ts'
import { listen, timesOf, typeKeys } from './typing-probe.ts'

const ROOT = process.cwd()
const DIST = process.env.GALLEY_DIST ?? join(ROOT, 'dist')
const ROUNDS = 3
const LAST = 'lastword'
/** How long an editor may take to open, and to answer one key, before it is left out. */
const PATIENCE = 60_000
const KEY_PATIENCE = 8_000
const MARKDOWN = ['codemirror', 'naive', 'toast', 'mdEditor', 'cherry', 'vditor']
const HTML = ['codemirror', 'naive', 'mdEditor']
const NAMES: Readonly<Record<string, string>> = {
  galley: 'Galley, the whole application',
  codemirror: 'CodeMirror alone (no preview)',
  naive: 'CodeMirror + marked + DOMPurify + innerHTML',
  toast: '@toast-ui/editor 3.2.2',
  mdEditor: 'md-editor-v3 7.0.0',
  cherry: 'cherry-markdown 0.10.3',
  vditor: 'vditor 4.0.0',
}
const SIZES = [
  ['10 KB', 1e4, 10],
  ['100 KB', 1e5, 10],
  ['1 MB', 1e6, 5],
  ['5 MB', 5e6, 4],
] as const

/** The long article, ended by a word of its own; as HTML its body is what marked makes of it. */
function article(bytes: number, format: Article['format']): Article {
  const markdown = `${longArticle(bytes)}\n${LAST}\n`
  if (format === 'markdown') return { text: markdown, format, last: LAST }
  const head = /^---\n[^]*?\n---\n/.exec(markdown)?.[0] ?? ''
  return { text: head + (marked.parse(markdown.slice(head.length)) as string), format, last: LAST }
}

const ms = (times: readonly number[]): string => (times.length > 0 ? summarise(times).median.toFixed(1) : '–')

/** Heap in megabytes after a collection. */
async function heap(editor: OpenEditor): Promise<number> {
  const session = await editor.page.context().newCDPSession(editor.page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

/** One size: every editor opened, then keys typed in turn; the rows of a table. */
async function compare(
  names: readonly string[],
  keys: number,
  open: (name: string) => Promise<OpenEditor>,
): Promise<string[]> {
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
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, editor] of [...editors]) {
      try {
        await editor.page.bringToFront()
        await typeKeys(editor.page, keys, KEY_PATIENCE)
      } catch (error) {
        await leave(name, error)
      }
    }
  }
  const floor = editors.get('codemirror')
  const floorFrame = floor ? summarise((await timesOf(floor.page)).frame).median : Number.NaN
  const rows: string[] = []
  for (const name of names) {
    const editor = editors.get(name)
    const title = NAMES[name] ?? name
    if (!editor) {
      rows.push(`| ${title} | left out: ${lost.get(name) ?? ''} | | | | | | |`)
      continue
    }
    const { frame, preview, long } = await timesOf(editor.page)
    const ratio = (summarise(frame).median / floorFrame).toFixed(2)
    const longest = long.length > 0 ? Math.max(...long).toFixed(0) : 'none'
    const megabytes = (await heap(editor)).toFixed(1)
    rows.push(
      `| ${title} | ${ms(frame)} | ${ratio} | ${ms(preview)} | ${longest} | ${editor.first.toFixed(0)} | ${editor.complete.toFixed(0)} | ${megabytes} |`,
    )
    await editor.close()
  }
  return rows
}

const HEAD = [
  '| | keydown → frame, ms | ÷ CodeMirror | keydown → preview, ms | longest task, ms | first content, ms | complete, ms | heap, MB |',
  '|---|--:|--:|--:|--:|--:|--:|--:|',
]

async function measure(
  start: () => Promise<Browser>,
  folder: string,
  tell: (line: string) => void,
): Promise<void> {
  const server = await servePeers(ROOT, join(folder, 'peers'))
  try {
    for (const format of ['markdown', 'html'] as const) {
      const peers = format === 'markdown' ? MARKDOWN : HTML
      for (const [label, bytes, keys] of SIZES) {
        if (format === 'html' && bytes > 1e6) continue
        const text = article(bytes, format)
        tell(`\n## ${label}, ${format === 'html' ? 'HTML' : 'Markdown'}\n`)
        // A browser for each size: an editor that brings it down spoils no other size.
        const browser = await start()
        const rows = await compare(['galley', ...peers], keys, (name) =>
          name === 'galley'
            ? openGalley(browser, DIST, folder, text)
            : openPeer(browser, server, name, text, PATIENCE),
        ).finally(() => browser.close())
        for (const row of [...HEAD, ...rows]) tell(row)
      }
    }
  } finally {
    server.close()
  }
}

/** Galley, CodeMirror alone, a naive preview and four peers, in one browser, in turns; written to RESULTS.md. */
export async function run(): Promise<void> {
  if (!existsSync(join(ROOT, 'test/bench/peers/node_modules'))) {
    spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: join(ROOT, 'test/bench/peers'),
      stdio: 'inherit',
    })
  }
  const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'))
  const executablePath = await browserPath()
  const start = (): Promise<Browser> =>
    chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const first = await start()
  const version = first.version()
  await first.close()
  const date = new Date().toISOString().slice(0, 10)
  const lines = [
    '# The preview and its peers',
    '',
    `${date}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Chromium ${version}.`,
    'Made by `npm run bench preview`: each editor in a tab of one browser, keys typed in turns in the middle of the same',
    'article with the preview scrolled there; medians. Galley is the whole application with form, status and journal.',
    'Opening Galley includes loading its page; the peers are timed from the call that makes the editor.',
  ]
  const write = (): void => writeFileSync(join(ROOT, 'test/bench/RESULTS.md'), `${lines.join('\n')}\n`)
  try {
    await measure(start, folder, (line) => {
      lines.push(line)
      console.log(line)
      write()
    })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
