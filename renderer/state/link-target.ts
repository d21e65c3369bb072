import type { ShownAddress } from '../preview/preview-api.ts'
import { folderOf } from './opening.ts'

/** Where a link of an article leads: to the web or a mail program, or to another article. */
export type LinkTarget =
  { readonly kind: 'outside'; readonly url: URL } | { readonly kind: 'article'; readonly path: string }

const ARTICLE = /\.(?:md|markdown|txt|html?)$/i
/** What is not seen in an address, or turns round what is. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu

/** Where a link of the article at `path` leads; null when it is not followed. */
export function linkTarget(href: string, path: string | null): LinkTarget | null {
  if (/^(?:(?:https?|mailto):|\/\/)/i.test(href)) {
    const address = href.startsWith('//') ? `https:${href}` : href
    return URL.canParse(address) ? { kind: 'outside', url: new URL(address) } : null
  }
  const target = decodePath(href)
  if (path === null || path === '' || target === null || !ARTICLE.test(target)) return null
  return { kind: 'article', path: resolvePath(folderOf(path), target) }
}

/** The address a link leads to, a host as it is asked for; null when it is not followed. */
export function shownAddress(href: string, path: string | null): ShownAddress | null {
  const target = linkTarget(href, path)
  if (target?.kind !== 'outside')
    return target || href.startsWith('#') ? { host: '', rest: plainAddress(href) } : null
  const whole = target.url.href
  // As it is written out, a user's name holds no slash (URL, 4.5).
  const [host] = /^https?:\/\/[^/]*/.exec(whole) ?? ['']
  return { host, rest: whole.slice(host.length) }
}

/** An address as written, without what could make it look like another one; not more than a sentence can hold. */
export function plainAddress(href: string): string {
  return href.replace(UNSEEN, '').slice(0, 200)
}

/** The path of a relative link, without its query and anchor; null when it is no path. */
function decodePath(href: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/|^\\/i.test(href)) return null
  const path = href.replace(/[?#].*$/s, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** `relative` against `folder`, with `.` and `..` resolved. */
function resolvePath(folder: string, relative: string): string {
  const parts = folder.split('/')
  for (const part of relative.split('/')) {
    if (part === '..') {
      if (parts.length > 1) parts.pop()
    } else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
