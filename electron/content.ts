import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { assetHeaders, type Asset, type Assets } from './services/assets.ts'
import type { Pages } from './services/pages.ts'

/** An answer to a request for a page, a script, a style or an image, the same in both shells. */
export interface Content {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** A stream is opened when this is called, so that nothing is left open when only the headers are wanted. */
  readonly body: () => Uint8Array | Readable
}

/** Finds the content of an address on this origin; `pathname` is still percent-encoded. */
export type FindContent = (pathname: string, query: URLSearchParams) => Promise<Content>

const NOTHING = new Uint8Array()

function assetContent(asset: Asset): Content {
  const headers = { ...assetHeaders(asset), 'X-DNS-Prefetch-Control': 'off' }
  // Never more than the announced length, should the file grow meanwhile.
  const body = (): Uint8Array | Readable =>
    asset.size === 0 ? NOTHING : createReadStream(asset.file, { end: asset.size - 1 })
  return { status: 200, headers, body }
}

/** Everything the page may load: images of opened articles, then the renderer's own files. */
export function createContent(pages: Pages, assets: Assets): FindContent {
  return async (pathname, query) => {
    const asset = await assets.find(pathname)
    if (asset) return assetContent(asset)
    const page = await pages.page(pathname, query)
    return { status: page.status, headers: page.headers, body: () => page.body }
  }
}
