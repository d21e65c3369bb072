import type { FolderListing } from '../../core/contract.ts'

/** Whether a path stands on its own: from a root, a drive, a share, or the home folder's `~`. */
export function isAbsolute(path: string): boolean {
  return /^(?:[\\/]|[a-z]:[\\/]|~(?:[\\/]|$))/i.test(path)
}

/** A path as typed made absolute: `~` is the home folder, anything else is within `folder`. */
export function resolveTyped(typed: string, folder: string, home: string): string {
  const path = typed.trim()
  if (/^~(?:[\\/]|$)/.test(path)) return joinPath(home, path.slice(2))
  return isAbsolute(path) ? path : joinPath(folder, path)
}

/** A name within a folder, with the separator the folder uses. */
export function joinPath(folder: string, name: string): string {
  if (name === '') return folder
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/'
  return folder.endsWith(separator) ? folder + name : folder + separator + name
}

/** The folders from the root to a folder, each with the name to show. */
export function breadcrumbs(
  listing: Pick<FolderListing, 'path'>,
): readonly { readonly name: string; readonly path: string }[] {
  const { path } = listing
  const crumbs: { name: string; path: string }[] = []
  for (const match of path.matchAll(/[^\\/]+/g)) {
    const end = match.index + match[0].length
    const upTo = path.slice(0, end)
    crumbs.push({ name: match[0], path: /^[a-z]:$/i.test(upTo) ? `${upTo}\\` : upTo })
  }
  return path.startsWith('/') ? [{ name: '/', path: '/' }, ...crumbs] : crumbs
}

/** Whether a file name looks like an article. */
export function isArticleName(name: string): boolean {
  return /\.(?:txt|md|markdown|mdown|mkd|html?)$/i.test(name) && !name.startsWith('.')
}
