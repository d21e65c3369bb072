import type { FolderContext } from '../../core/contract.ts'

/** Where a picture named in the front matter is to be had. */
export type ImagePlace =
  | { readonly kind: 'nothing' }
  /** An address of the application's own page. */
  | { readonly kind: 'local'; readonly src: string }
  /** On the network: loaded only with the writer's leave. */
  | { readonly kind: 'remote'; readonly src: string; readonly host: string }
  | { readonly kind: 'unknown'; readonly reason: 'noFolder' | 'noSite' | 'scheme' }

/**
 * Finds a picture as a generator would: an address with a scheme is itself, `/x` lies under the site's root,
 * anything else beside the article.
 */
export function imagePlace(address: string, context: FolderContext | null): ImagePlace {
  const written = address.trim()
  if (written === '') return { kind: 'nothing' }
  if (/^(?:https?:)?\/\//i.test(written)) {
    const src = written.startsWith('//') ? `https:${written}` : written
    return URL.canParse(src)
      ? { kind: 'remote', src, host: new URL(src).host }
      : { kind: 'unknown', reason: 'scheme' }
  }
  if (/^data:image\/(?:png|jpeg|gif|webp|avif)[;,]/i.test(written)) return { kind: 'local', src: written }
  if (/^[a-z][a-z\d+.-]+:/i.test(written)) return { kind: 'unknown', reason: 'scheme' }
  if (context === null) return { kind: 'unknown', reason: 'noFolder' }
  const path = written.replace(/[?#].*$/s, '').replaceAll('\\', '/')
  if (!path.startsWith('/')) return { kind: 'local', src: context.assetBase + encodePath(path) }
  return context.siteAssetBase === null
    ? { kind: 'unknown', reason: 'noSite' }
    : { kind: 'local', src: context.siteAssetBase + encodePath(path.slice(1)) }
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

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
