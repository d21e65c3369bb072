import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { browserPath } from '../journeys/browser.ts'
import { firstViewScripts } from '../package/first-view.ts'
import { report, summarise, type Timing } from './measure.ts'

const ROOT = process.cwd()
const ROUNDS = 12

/** What one start of the main process took, in milliseconds, and how many of Node's own modules it loaded. */
interface MainStart {
  readonly load: number
  readonly window: number
  readonly builtins: number
}

/** The main script as it is packaged, beside a double of Electron in Electron's place. */
async function prepareMain(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(ROOT, 'test/fakes/electron/fake-electron.ts'),
      outDir: folder,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'double.js' } },
    },
  })
  const main = readFileSync(join(ROOT, 'dist/electron/main.js'), 'utf8')
  const names = [...main.matchAll(/\bimport\s*\{([^}]*)\}\s*from\s*"electron"/g)]
    .flatMap(([, list]) => (list ?? '').split(','))
    .map((name) => name.trim().split(' as ')[0] ?? '')
  writeFileSync(
    join(folder, 'electron.js'),
    [
      "import { FakeElectron } from './double.js'",
      'export const double = new FakeElectron({ userData: process.env.GALLEY_DATA_DIR }, async () => {})',
      'const module = double.mainModule()',
      'export default module',
      ...[...new Set(names)].filter(Boolean).map((name) => `export const ${name} = module.${name}`),
    ].join('\n'),
  )
  writeFileSync(join(folder, 'main.js'), main.replace(/from\s*"electron"/g, 'from "./electron.js"'))
  writeFileSync(
    join(folder, 'start.js'),
    [
      "import { double } from './electron.js'",
      'const before = process.moduleLoadList.length',
      'const started = performance.now()',
      "await import('./main.js')",
      'const loaded = performance.now()',
      'double.app.becomeReady()',
      'while (double.app.windows.size === 0) await new Promise(setImmediate)',
      'const times = { load: loaded - started, window: performance.now() - started,',
      "  builtins: process.moduleLoadList.slice(before).filter((it) => it.startsWith('NativeModule')).length }",
      'console.log(JSON.stringify(times))',
      'process.exit(0)',
    ].join('\n'),
  )
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
}

function startMain(folder: string): MainStart {
  const dataDir = mkdtempSync(join(folder, 'data-'))
  const env = { ...process.env, GALLEY_DATA_DIR: dataDir }
  const output = execFileSync(process.execPath, [join(folder, 'start.js'), '.'], { env, encoding: 'utf8' })
  return JSON.parse(output.trim().split('\n').at(-1) ?? '{}') as MainStart
}

/** Milliseconds from asking for the page until it first paints, and until an article in it can be typed into. */
async function startPages(folder: string): Promise<{ readonly paint: Timing; readonly editable: Timing }> {
  const file = join(folder, 'article.md')
  writeFileSync(file, '---\ntitle: A start\n---\n\nHello.\n')
  const child = spawn(
    process.execPath,
    [join(ROOT, 'dist/electron/serve.js'), '--port', '0', '--no-open', file],
    {
      env: { ...process.env, GALLEY_DATA_DIR: join(folder, 'served') },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const browser = await chromium.launch({
    executablePath: await browserPath(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const paint: number[] = []
  const editable: number[] = []
  try {
    for (let round = -1; round < ROUNDS; round += 1) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      await page.addInitScript(() => {
        new MutationObserver((_, observer) => {
          if (document.querySelector('.cm-content[contenteditable="true"]') === null) return
          Object.assign(window, { editableAt: performance.now() })
          observer.disconnect()
        }).observe(document, { childList: true, subtree: true, attributes: true })
      })
      await page.goto(/http:\S+/.exec(line)?.[0] ?? '')
      await page.waitForFunction(
        () => 'editableAt' in window && performance.getEntriesByName('first-paint').length > 0,
      )
      const times = await page.evaluate(() => ({
        paint: performance.getEntriesByName('first-paint')[0]?.startTime ?? Number.NaN,
        editable: (window as unknown as { editableAt: number }).editableAt,
      }))
      await page.close()
      if (round < 0) continue
      paint.push(times.paint)
      editable.push(times.editable)
    }
  } finally {
    await browser.close()
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  return { paint: summarise(paint), editable: summarise(editable) }
}

/** Starting: the main process until its window is made (on the double of Electron), and the page until it can be typed into. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-bench-start-'))
  try {
    mkdirSync(join(folder, 'main'))
    await prepareMain(join(folder, 'main'))
    const starts = Array.from({ length: ROUNDS }, () => startMain(join(folder, 'main')))
    report(
      {
        'main script loaded': summarise(starts.map((it) => it.load)),
        'window created': summarise(starts.map((it) => it.window)),
      },
      'main script loaded',
    )
    console.log(`\nOf Node's own modules ${starts[0]?.builtins ?? 0} are loaded; all else is in one file.\n`)
    const { paint, editable } = await startPages(folder)
    report({ 'first paint': paint, 'article can be typed into': editable }, 'first paint')
    const scripts = firstViewScripts(join(ROOT, 'dist/renderer'))
    const total = scripts.reduce((sum, script) => sum + script.gzipped, 0)
    console.log(`\nJavaScript before the first view: ${(total / 1024).toFixed(0)} KB gzipped (goal 450)`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
