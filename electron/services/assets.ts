import { createHash, randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { open, realpath } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { mediaFamily, mediaType } from './asset-types.ts'

/** Bytes; larger images are not served. */
export const MAX_ASSET_BYTES = 64 * 1024 * 1024

/** A file that may be served, found by its real path. */
export interface Asset {
  readonly file: string
  readonly contentType: string
  /** Bytes. */
  readonly size: number
}

/** Images beside articles, reached by addresses `/assets/<key>/<relative path>` with a key nobody can guess. */
export interface Assets {
  /** The key under which files of this folder are found: 32 hex digits, the same for the life of the process. */
  grant(folder: string): Promise<string>
  /** The media file at a percent-decoded path with `/` under a granted folder; null for anything else. */
  resolve(key: string, relativePath: string): Promise<Asset | null>
  /** The same for the path of an address (`/assets/<key>/<percent-encoded path>`). */
  find(pathname: string): Promise<Asset | null>
}

const PREFIX = '/assets/'

/** The address of a folder `inside` (relative, with `/`) of a granted folder; ends in `/`. */
export function assetAddress(key: string, inside: string): string {
  const parts = inside.split('/').filter((part) => part !== '')
  return PREFIX + [key, ...parts.map(encodeURIComponent)].join('/') + '/'
}

/** Response headers for an asset: its type, and a policy under which an SVG can run and load nothing. */
export function assetHeaders(asset: Asset): Record<string, string> {
  return {
    'Content-Type': asset.contentType,
    'Content-Length': String(asset.size),
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** True for a path every part of which is an ordinary visible name on every platform. */
function isPlainPath(path: string): boolean {
  const foreign = process.platform === 'win32' ? /[\0\\:]/ : /[\0\\]/
  if (path === '' || foreign.test(path)) return false
  return path.split('/').every((part) => part !== '' && !part.startsWith('.'))
}

async function inspect(file: string): Promise<Asset | null> {
  const family = mediaFamily(file)
  if (family === null) return null
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const { size, isFile } = await handle.stat().then((info) => ({ size: info.size, isFile: info.isFile() }))
    if (!isFile || size > MAX_ASSET_BYTES) return null
    const head = Buffer.alloc(512)
    const { bytesRead } = await handle.read(head, 0, head.length, 0)
    const contentType = mediaType(family, head.subarray(0, bytesRead))
    return contentType === null ? null : { file, contentType, size }
  } finally {
    await handle.close()
  }
}

/** Keys are derived from a secret of this process, so that one folder always has one key. */
export function createAssets(): Assets {
  const secret = randomBytes(32)
  const roots = new Map<string, string>()

  async function resolveAsset(key: string, relativePath: string): Promise<Asset | null> {
    const root = roots.get(key)
    if (root === undefined || mediaFamily(relativePath) === null || !isPlainPath(relativePath)) return null
    try {
      const file = await realpath(resolve(root, relativePath))
      // A link may lead elsewhere: what it leads to has to be a visible media file under the same root.
      const inside = relative(root, file).split(sep).join('/')
      return isInside(root, file) && isPlainPath(inside) ? await inspect(file) : null
    } catch {
      return null // Whatever the reason, there is no such image.
    }
  }

  return {
    async grant(folder) {
      const root = await realpath(folder)
      const key = createHash('sha256').update(secret).update(root).digest('hex').slice(0, 32)
      roots.set(key, root)
      return key
    },
    resolve: resolveAsset,
    async find(pathname) {
      if (!pathname.startsWith(PREFIX)) return null
      const [key = '', ...rest] = pathname.slice(PREFIX.length).split('/')
      try {
        return await resolveAsset(key, rest.map(decodeURIComponent).join('/'))
      } catch {
        return null // Not a percent-encoded text.
      }
    },
  }
}
