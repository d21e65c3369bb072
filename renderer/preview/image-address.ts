import type { FolderContext } from '../../core/contract.ts'
import { decoded, readable } from './readable-path.ts'

/** Where an image of an article is to be had, as its generator would find it. */
export type ImageAddress =
  | { readonly kind: 'data'; readonly url: string }
  /** Addresses of this origin to try in turn. */
  | { readonly kind: 'local'; readonly urls: readonly string[]; readonly path: string }
  | { readonly kind: 'remote'; readonly url: string; readonly host: string }
  | { readonly kind: 'broken'; readonly path: string; readonly reason: BrokenReason }

export type BrokenReason = 'empty' | 'noFolder' | 'noSite' | 'scheme' | 'notFound'

const DATA = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml|x-icon|vnd\.microsoft\.icon)[;,]/i
const MOST_SHOWN = 200

/**
 * Resolves an address: `/x` lies under the site's root, anything else without a scheme beside the article, or in
 * the folder named like the article (Hexo's asset folder).
 */
export function imageAddress(written: string, context: FolderContext | null, name: string): ImageAddress {
  const src = written.replace(/[\t\n\r]/g, '').trim()
  if (DATA.test(src)) return { kind: 'data', url: src }
  const broken = (reason: BrokenReason): ImageAddress => ({
    kind: 'broken',
    path: readable(src).slice(0, MOST_SHOWN),
    reason,
  })
  if (/^(?:https?:)?\/\//i.test(src)) {
    const url = src.startsWith('//') ? `https:${src}` : src
    return URL.canParse(url) ? { kind: 'remote', url, host: new URL(url).host } : broken('scheme')
  }
  if (src === '') return broken('empty')
  if (/^(?:[a-z][a-z\d+.-]*:|[\\/][\\/])/i.test(src)) return broken('scheme')
  if (!context) return broken('noFolder')
  const path = src.replace(/[?#].*$/s, '').replaceAll('\\', '/')
  if (path.startsWith('/')) {
    if (context.siteAssetBase === null) return broken('noSite')
    const inSite = encodePath(path.slice(1))
    // Hugo's and Hexo's own folders are the site's root once it is published.
    const urls = ['', 'source/', 'static/', 'public/', 'assets/'].map(
      (folder) => `${context.siteAssetBase ?? ''}${folder}${inSite}`,
    )
    return { kind: 'local', urls, path: readable(path) }
  }
  const folder = encodePath(name.replace(/\.[^.]*$/, ''))
  const beside = encodePath(path)
  const urls = [context.assetBase + beside]
  if (folder !== '' && !beside.startsWith('..')) urls.push(`${context.assetBase}${folder}/${beside}`)
  return { kind: 'local', urls, path: readable(path) }
}

/** Each part percent-encoded once; `..` joined to what follows, so that no address parser eats the base. */
function encodePath(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '.')
    .map((part) => encodeURIComponent(decoded(part)))
    .join('/')
    .replaceAll('../', '..%2F')
}
