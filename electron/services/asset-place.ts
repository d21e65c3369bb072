import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, sep } from 'node:path'
import type { ImageFolder } from '../../core/settings.ts'
import { findSite } from './folder/generator.ts'

/** Where a new image of an article belongs, by the habits of the folder it lies in. */
export interface AssetPlace {
  /** Absolute; may not exist yet. */
  readonly folder: string
  /** What the article writes before the file name; `''` or ends in `/`. */
  readonly address: string
}

/** True when Hexo keeps a folder of images for each post (hexo.io/docs/asset-folders). */
async function hasPostFolders(root: string): Promise<boolean> {
  for (const name of ['_config.yml', '_config.yaml']) {
    try {
      return /^post_asset_folder:[ \t]*['"]?true\b/m.test(await readFile(join(root, name), 'utf8'))
    } catch {
      // Not the name of this site's configuration, or not readable: the usual folder is taken.
    }
  }
  return false
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (it) => it.isDirectory(),
    () => false,
  )
}

/**
 * Hexo's post folder or `source/images`, Jekyll's `assets/images`, the folder of a Hugo page bundle or
 * `static/images`, Astro's `public/images`; outside a site what the writer has chosen, or else `<article>.assets`
 * (Typora's habit), `images` or `assets` beside the article where it exists, else the article's own folder. `article`
 * is absolute.
 */
export async function assetPlace(article: string, chosen: ImageFolder): Promise<AssetPlace> {
  const beside = dirname(article)
  const stem = basename(article, extname(article))
  const site = await findSite(beside)
  if (site === null) {
    const own = `${stem}.assets`
    const named = (name: string): AssetPlace => ({
      folder: join(beside, name),
      address: `${encodeURIComponent(name)}/`,
    })
    if (chosen === 'article') return named(own)
    if (chosen === 'images' || chosen === 'assets') return named(chosen)
    if (chosen === 'auto')
      for (const name of [own, 'images', 'assets']) if (await isFolder(join(beside, name))) return named(name)
    return { folder: beside, address: '' }
  }
  if (site.generator === 'hexo' && (await hasPostFolders(site.root))) {
    return { folder: join(beside, stem), address: '' }
  }
  if (site.generator === 'hugo' && /^_?index(?:\.|$)/.test(stem)) return { folder: beside, address: '' }
  const folder =
    site.generator === 'jekyll' ? join(site.assets, 'assets', 'images') : join(site.assets, 'images')
  return { folder, address: `/${relative(site.assets, folder).split(sep).join('/')}/` }
}
