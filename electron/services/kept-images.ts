import { createHash } from 'node:crypto'
import { mkdir, readFile, realpath, rm } from 'node:fs/promises'
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Handlers, KeptImage } from '../../core/contract.ts'
import { namesFile } from '../../core/names-file.ts'
import { imagePath, imagePattern } from '../../core/image-pattern.ts'
import type { ImageFolder } from '../../core/settings.ts'
import { assetPlace } from './asset-place.ts'
import { checkedImage, create, holds, safeName } from './assets-add.ts'
import { fileError, fileProblem } from './files/file-error.ts'
import { readOwn } from './folder/own-file.ts'
import { findSite } from './folder/generator.ts'
import { createParts } from './recovery/parts.ts'

const MOST_NAMES = 10_000

export interface KeptImages {
  readonly handlers: Pick<Handlers, 'asset.part' | 'asset.keep' | 'asset.cancel' | 'asset.discard'>
  /** An article is saved with this text: what it names stays for good, as history and other articles may show it. */
  readonly saving: (text: string) => void
}

/** Where the image with a number goes, and what the article writes for it. */
type Place = (n: number) => { readonly path: string; readonly reference: string }

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** The places an image can have, by the folder's pattern or else by its habits. `article` has its links resolved. */
async function placesOf(article: string, name: string, chosen: ImageFolder): Promise<Place> {
  const folder = dirname(article)
  const extension = extname(safeName(name))
  const stem = (text: string): string => basename(safeName(text), extname(safeName(text)))
  const site = await findSite(folder)
  const own = await readOwn('galley.json', [folder, site?.root ?? null])
  const pattern = own === null ? null : imagePattern(own.text)
  const values = {
    article: stem(basename(article)),
    name: stem(name),
    ext: extension.slice(1),
    date: new Date(),
  }
  if (own === null || pattern === null) {
    const place = await assetPlace(article, chosen)
    return (n) => {
      const file = imagePath('{article}-{n}.{ext}', { ...values, n })
      return { path: join(place.folder, file), reference: place.address + file }
    }
  }
  const fromRoot = pattern.startsWith('/')
  const base = fromRoot ? (site?.assets ?? dirname(own.path)) : folder
  const root = site?.root ?? dirname(own.path)
  return (n) => {
    const written = imagePath(pattern.replace(/^\/+/, ''), { ...values, n })
    const path = resolve(base, written)
    const inside = relative(root, path)
    const visible = inside.split(sep).every((part) => part !== '' && !part.startsWith('.'))
    // The preview finds images under the root alone, and nothing outside it is a pattern's to write.
    if (isAbsolute(inside) || !visible) {
      throw fileProblem('badName', written, 'is outside the folder of the site', { pattern })
    }
    const reference = written.split('/').map(encodeURIComponent).join('/').replaceAll('%2E%2E', '..')
    return { path, reference: fromRoot ? `/${reference}` : reference }
  }
}

/**
 * Keeps images that arrive in pieces, named from their article and a counter; no file is ever overwritten. What it
 * has added, and nothing else, it also takes away again, by `trash` where there is one. `chosen` asks for the writer's
 * setting.
 */
export function createKeptImages(
  trash: ((path: string) => Promise<void>) | null,
  chosen: () => Promise<ImageFolder>,
): KeptImages {
  const parts = createParts()
  const added = new Map<string, string>()

  async function keep(articlePath: string, name: string, base64: string): Promise<KeptImage> {
    const { shown, bytes } = checkedImage(name, base64)
    try {
      const article = join(await realpath(dirname(articlePath)), basename(articlePath))
      const place = await placesOf(article, shown, await chosen())
      for (let n = 1; n <= MOST_NAMES; n++) {
        const { path, reference } = place(n)
        await mkdir(dirname(path), { recursive: true })
        if (await create(path, bytes)) {
          added.set(path, sha256(bytes))
          return { reference, path, created: true }
        }
        if (await holds(path, bytes)) return { reference, path, created: false }
      }
    } catch (error) {
      throw fileError(error, join(dirname(articlePath), shown), 'saving')
    }
    throw fileProblem('alreadyExists', shown, 'already exists, and so do all its numbers')
  }

  /** True when the file was one of ours, still as it was added, and is gone now. */
  async function discard(path: string): Promise<boolean> {
    const was = added.get(path)
    if (was === undefined) return false
    const now = await readFile(path).catch(() => null) // Gone already, or out of reach: it is let be.
    if (now === null || sha256(now) !== was) return false
    try {
      await (trash === null ? rm(path) : trash(path))
    } catch (error) {
      throw fileError(error, path, 'saving')
    }
    added.delete(path)
    return true
  }

  const handlers: KeptImages['handlers'] = {
    'asset.part': (id, at, base64) =>
      Promise.resolve().then(() => {
        parts.add(id, at, base64)
        return null
      }),
    'asset.keep': (articlePath, name, id, length) =>
      Promise.resolve().then(() => keep(articlePath, name, parts.take(id, length))),
    'asset.cancel': (id) => {
      parts.forget(id)
      return Promise.resolve(null)
    },
    'asset.discard': async (paths) => {
      const gone: string[] = []
      for (const path of paths) if (await discard(path)) gone.push(path)
      return gone
    },
  }
  return {
    handlers,
    saving(text) {
      for (const path of added.keys()) if (namesFile(text, basename(path))) added.delete(path)
    },
  }
}
