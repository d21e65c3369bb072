import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Generator } from '../../../core/generator.ts'

/** The site an article belongs to. */
export interface Site {
  readonly generator: Generator
  /** Folder that holds the marker file. */
  readonly root: string
  /** Folder whose files root-relative addresses (`/img/x.png`) lead to. */
  readonly assets: string
}

const MAX_LEVELS = 40
const MAX_PACKAGE = 256 * 1024

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (it) => it.isDirectory(),
    () => false,
  )
}

async function hasFile(folder: string, ...names: readonly string[]): Promise<boolean> {
  const found = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (it) => it.isFile(),
        () => false,
      ),
    ),
  )
  return found.includes(true)
}

/** True when `package.json` in this folder depends on the package. */
async function dependsOn(folder: string, name: string): Promise<boolean> {
  try {
    const path = join(folder, 'package.json')
    if ((await stat(path)).size > MAX_PACKAGE) return false
    return new RegExp(`"${name}"\\s*:`).test(await readFile(path, 'utf8'))
  } catch {
    return false // No package file to be read, so it says nothing.
  }
}

async function siteAt(root: string): Promise<Site | null> {
  if (await hasFile(root, '_config.yml', '_config.yaml')) {
    const source = join(root, 'source')
    if ((await isFolder(source)) || (await dependsOn(root, 'hexo'))) {
      return { generator: 'hexo', root, assets: source }
    }
    if ((await isFolder(join(root, '_posts'))) || (await hasFile(root, 'Gemfile'))) {
      return { generator: 'jekyll', root, assets: root }
    }
  }
  const astro = [
    'astro.config.mjs',
    'astro.config.ts',
    'astro.config.js',
    'astro.config.cjs',
    'astro.config.mts',
  ]
  if (await hasFile(root, ...astro)) return { generator: 'astro', root, assets: join(root, 'public') }
  if (await hasFile(root, 'hugo.toml', 'hugo.yaml', 'hugo.yml', 'hugo.json')) {
    return { generator: 'hugo', root, assets: join(root, 'static') }
  }
  // Before version 0.110 Hugo's file was `config.*`, a name others use too.
  const old = await hasFile(root, 'config.toml', 'config.yaml', 'config.yml', 'config.json')
  if (
    (old && (await isFolder(join(root, 'content')))) ||
    (await isFolder(join(root, 'config', '_default')))
  ) {
    return { generator: 'hugo', root, assets: join(root, 'static') }
  }
  return null
}

/** The nearest site a folder lies in, by the marker files of its generator; null outside any. */
export async function findSite(folder: string): Promise<Site | null> {
  let at = folder
  for (let level = 0; level < MAX_LEVELS; level++) {
    const site = await siteAt(at)
    if (site !== null) return site
    const parent = dirname(at)
    if (parent === at) return null
    at = parent
  }
  return null
}
