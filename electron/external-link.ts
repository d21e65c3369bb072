const PROTOCOLS = ['http:', 'https:', 'mailto:']

/** The address as the URL parser writes it when the system may be asked to open it, else null. */
export function externalLink(text: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  return PROTOCOLS.includes(url.protocol) ? url.href : null
}
