import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { firstViewSize } from '../package/first-view.ts'
import { pack, type Packed } from '../package/pack.ts'
import { fusesOn } from '../package/stub-electron.ts'
import { startBrowserShell } from './drivers/browser-driver.ts'
import { preview, source, status } from './page.ts'

test.describe.configure({ mode: 'serial' })
test.skip(process.env.GALLEY_SHELL === 'desktop', 'What is packaged is the same for both shells')

/** The application's archive may weigh this much, in bytes. */
const MOST_BYTES = 12 * 1024 * 1024

/** The JavaScript that the first view waits for, in bytes, gzipped. */
const FIRST_VIEW_BYTES = 450 * 1024

let folder: string
let packed: Packed

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'galley-package-'))
  packed = await pack(folder)
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (path: string): string => readFileSync(join(packed.extracted, path), 'latin1')

test('the archive holds what was built, its description, and nothing else', () => {
  const dist = join(import.meta.dirname, '../../dist')
  const renderer = readdirSync(join(dist, 'renderer'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length - 'dist'.length))
  const electron = ['main.js', 'preload.cjs', 'serve.js', 'updater.cjs'].map(
    (name) => `dist/electron/${name}`,
  )
  expect([...packed.files].sort()).toEqual(['package.json', ...electron, ...renderer].sort())
  expect(packed.files.filter((path) => /\.(?:tsx?|map)$|node_modules|test/.test(path))).toEqual([])
})

test('every file of the pages is named by another one, and every one that is named is there', () => {
  const files = packed.files.filter((path) => path.startsWith('dist/renderer/'))
  const texts = files.filter((path) => /\.(?:html|js|css)$/.test(path)).map(read)
  const loaded = new Set(
    texts
      .flatMap((text) => [...text.matchAll(/[\w.~-]+-[\w-]{8}\.(?:js|css|woff2?|ttf|svg|png)(?=["'`)?])/g)])
      .map(([name]) => name),
  )
  const there = new Set(files.map((path) => basename(path)))
  expect([...loaded].filter((name) => !there.has(name))).toEqual([])
  const entries = ['index.html', 'licences.json']
  const named = (name: string): boolean => entries.includes(name) || texts.some((text) => text.includes(name))
  expect(files.map((path) => basename(path)).filter((name) => !named(name))).toEqual([])
})

test('Electron’s main file is in the archive, and needs nothing that is not', () => {
  const { main } = JSON.parse(read('package.json')) as { main: string }
  expect(packed.files).toContain(main)
  for (const path of packed.files.filter((it) => it.startsWith('dist/electron/'))) {
    const imports = /\bimport\s*(?:[\w$*{}\s,]*?\bfrom)?\s*"([\w@./:-]+)"|\brequire\("([\w@./:-]+)"\)/g
    const needed = [...read(path).matchAll(imports)].map(([, imported, required]) => imported ?? required)
    expect(needed).toContain(path.endsWith('serve.js') ? 'node:fs' : 'electron')
    expect(needed.filter((name) => name !== 'electron' && !isBuiltin(name ?? ''))).toEqual([])
  }
})

test('scripts are ASCII: the engine keeps one byte of each character, not two', () => {
  const scripts = packed.files.filter((path) => /^dist\/renderer\/.*(?:\.js|diagrams\.html)$/.test(path))
  expect(scripts.length).toBeGreaterThan(50)
  expect(scripts.filter((path) => /[\x80-\xff]/.test(read(path)))).toEqual([])
})

test('the first editable view needs little: the rest loads beside it', () => {
  expect(firstViewSize(join(packed.extracted, 'dist/renderer'))).toBeLessThan(FIRST_VIEW_BYTES)
})

test('the archive is small', () => {
  expect(statSync(packed.archive).size).toBeLessThan(MOST_BYTES)
})

test('the fuses are set', () => {
  expect(fusesOn(readFileSync(packed.program))).toEqual([
    'cookieEncryption',
    'asarIntegrity',
    'onlyLoadAppFromAsar',
  ])
})

test('the licences of Electron, of Chromium and of everything bundled come along', () => {
  expect(readdirSync(packed.folder)).toContain('LICENSE.electron.txt')
  expect(readdirSync(packed.folder)).toContain('LICENSES.chromium.html')
  const licences = JSON.parse(
    readFileSync(join(packed.extracted, 'dist/renderer/licences.json'), 'utf8'),
  ) as readonly { name: string; licence: string; text: string }[]
  const names = licences.map((it) => it.name)
  expect(names.filter((name) => name === 'katex')).toHaveLength(1)
  for (const name of ['@codemirror/view', 'marked', 'js-yaml', 'react', 'ws', 'katex', 'mermaid']) {
    expect(names).toContain(name)
  }
  expect(licences.filter((it) => it.licence === '' && it.text === '').map((it) => it.name)).toEqual([])
})

test('the application in the archive opens an article, shows it and saves it', async ({ page }) => {
  const article = join(folder, 'walk.md')
  writeFileSync(article, '---\ntitle: A walk\n---\n\nDown to the harbour.\n')
  const running = await startBrowserShell(page, join(folder, 'data'), [article], packed.extracted)
  await expect(preview(page).getByText('Down to the harbour.')).toBeVisible()
  await source(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('And back.')
  await expect(preview(page).getByText('And back.')).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Saved')
  await running.kill()
  expect(readFileSync(article, 'utf8')).toBe('---\ntitle: A walk\n---\n\nDown to the harbour.\nAnd back.')
})
