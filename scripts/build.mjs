// Builds dist/: the renderer's pages and the Node and Electron bundles. `--if-stale` skips what is up to date.
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listLicences, notePackages } from './licences.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const stamp = join(dist, '.built')
const sources = [
  'core',
  'electron',
  'renderer',
  'assets',
  'package-lock.json',
  'vite.config.ts',
  'vite.diagrams.config.ts',
  'vite.electron.config.ts',
  'scripts/build.mjs',
  'scripts/licences.mjs',
]

async function newest(path) {
  const info = await stat(path)
  if (!info.isDirectory()) return info.mtimeMs
  const names = await readdir(path)
  const times = await Promise.all(names.map((name) => newest(join(path, name))))
  return Math.max(info.mtimeMs, ...times)
}

async function isStale() {
  const built = await readFile(stamp, 'utf8').catch(() => '')
  if (built === '') return true
  const times = await Promise.all(sources.map((name) => newest(join(root, name))))
  return Math.max(...times) > Number(built)
}

/** A configuration that builds quietly into a folder and adds the packages it bundles to `packages`. */
function into(config, outDir, packages) {
  const plugins = [...(config.plugins ?? []), notePackages(packages)]
  return { ...config, plugins, logLevel: 'error', configFile: false, build: { ...config.build, outDir } }
}

/** Builds dist/; with `ifStale`, only when a source is newer than the last build. Says what it does on stderr. */
export async function build({ ifStale = false } = {}) {
  if (ifStale && !(await isStale())) return
  process.stderr.write('Building Galley …\n')
  const started = Date.now()
  process.env.NODE_ENV = 'production'
  const vite = await import('vite')
  const { config } = await vite.loadConfigFromFile(
    { command: 'build', mode: 'production' },
    join(root, 'vite.config.ts'),
    root,
  )
  const load = async (name) => (await vite.runnerImport(join(root, name))).module
  const { nodeBundle } = await load('vite.electron.config.ts')
  const { diagramsPage } = await load('vite.diagrams.config.ts')
  // Built aside and put in place at the end: a build that fails, or takes its time, leaves the last one whole.
  const aside = join(root, `node_modules/.cache/build-${process.pid}`)
  await mkdir(aside, { recursive: true })
  const packages = new Set()
  try {
    await vite.build(into(config, join(aside, 'renderer'), packages))
    await vite.build(into(diagramsPage(), join(aside, 'renderer'), packages))
    for (const [entry, format] of [
      ['main', 'es'],
      ['serve', 'es'],
      ['preload', 'cjs'],
      ['updater', 'cjs'],
    ]) {
      await vite.build(into(nodeBundle(entry, format), join(aside, 'electron'), packages))
    }
    const licences = await listLicences(packages)
    await writeFile(join(aside, 'renderer/licences.json'), JSON.stringify(licences))
    await writeFile(join(aside, '.built'), String(started))
    await rm(dist, { recursive: true, force: true })
    await rename(aside, dist)
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
  process.stderr.write(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build({ ifStale: process.argv.includes('--if-stale') })
}
