import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { FolderContext } from '../../../core/contract.ts'
import { assetAddress, type Assets } from '../assets.ts'
import { fileError } from '../files/file-error.ts'
import { codeOf } from '../files/file-system.ts'
import { findSite } from './generator.ts'
import { readNeighbours } from './neighbours.ts'

const MAX_CONFIG = 1024 * 1024

/** A file of Galley's that a writer has put into a folder. */
export interface OwnFile {
  readonly path: string
  readonly text: string
}

/** The first of `folders` that has a file of this name counts. */
export async function readOwn(name: string, folders: readonly (string | null)[]): Promise<OwnFile | null> {
  for (const folder of folders) {
    if (folder === null) continue
    const path = join(folder, name)
    try {
      const info = await stat(path)
      if (info.isFile() && info.size <= MAX_CONFIG) return { path, text: await readFile(path, 'utf8') }
    } catch (error) {
      if (codeOf(error) === '') throw error
      // Not there or not readable: the next place counts.
    }
  }
  return null
}

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
  const [config, css, { suggestions, usualFormat }] = await Promise.all([
    readOwn('galley.json', folders),
    readOwn('galley.css', folders),
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
