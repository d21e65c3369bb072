import { realpath } from 'node:fs/promises'
import { dirname, relative, sep } from 'node:path'
import type { FolderContext } from '../../../core/contract.ts'
import { assetAddress, type Assets } from '../assets.ts'
import { fileError } from '../files/file-error.ts'
import { findSite } from './generator.ts'
import { readNeighbours } from './neighbours.ts'
import { readOwn } from './own-file.ts'
import { readOwnStyle } from './own-style.ts'

const inside = (root: string, folder: string): string => relative(root, folder).split(sep).join('/')

/**
 * What the folder around an article says about it. Inside a site the images of the whole site are reachable, so that
 * `../img/x.png` works; outside one only those in the article's folder and below are.
 */
export async function readContext(path: string, assets: Assets): Promise<FolderContext> {
  let folder: string
  try {
    folder = await realpath(dirname(path))
  } catch (error) {
    throw fileError(error, path, 'reading')
  }
  const site = await findSite(folder)
  const root = site?.root ?? folder
  const key = await assets.grant(root)
  const folders = [folder, site?.root ?? null]
  const config = await readOwn('galley.json', folders)
  const [css, { suggestions, usualFormat }] = await Promise.all([
    readOwnStyle(config, root, folders),
    readNeighbours(folder, path),
  ])
  return {
    generator: site?.generator ?? null,
    siteRoot: site?.root ?? null,
    config,
    css,
    suggestions,
    usualFormat,
    assetBase: assetAddress(key, inside(root, folder)),
    siteAssetBase: site === null ? null : assetAddress(key, inside(root, site.assets)),
  }
}
