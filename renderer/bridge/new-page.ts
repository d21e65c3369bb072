/** The address of another page of the browser shell: that of this one, with its token, and what to open in it. */
export function newPageAddress(address: string, paths: readonly string[]): string {
  const url = new URL(address)
  const fragment = new URLSearchParams({
    token: new URLSearchParams(url.hash.slice(1)).get('token') ?? '',
    new: '',
  })
  for (const path of paths) fragment.append('open', path)
  url.hash = fragment.toString()
  return url.href
}

/** What a page that another one opened is to open; null for a page opened in any other way. */
export function pathsOfNewPage(hash: string): readonly string[] | null {
  const fragment = new URLSearchParams(hash.slice(1))
  return fragment.has('new') ? fragment.getAll('open') : null
}
