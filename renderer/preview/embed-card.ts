import { readable } from './readable-path.ts'

/** A link in place of something that would be embedded. */
export interface EmbedCard {
  readonly href: string
  /** The host it is from, or the name of a file beside the article. */
  readonly label: string
}

/** The card for an address as written; null for one that is no place on the web and no file of the site. */
export function embedCard(written: string): EmbedCard | null {
  const address = written.trim()
  if (/^(?:https?:)?\/\//i.test(address)) {
    const href = address.startsWith('//') ? `https:${address}` : address
    return URL.canParse(href) ? { href, label: new URL(href).host } : null
  }
  // Without a colon there is no scheme, without a backslash no other machine.
  if (/[:\\\p{Cc}]/u.test(address)) return null
  const label = /([^/]*)$/.exec(address.replace(/[?#].*$/s, ''))?.[1] ?? ''
  return label === '' ? null : { href: address, label: readable(label) }
}
