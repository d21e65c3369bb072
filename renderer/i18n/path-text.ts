/** The last part of a path, whichever separators it has; the path itself for a root. */
export function baseName(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path
}

/** The folder of a path without a separator at its end; a root stays as it is, a bare name gives `''`. */
export function folderOf(path: string): string {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  if (end < 0) return ''
  const folder = path.slice(0, end)
  return folder === '' || /^[a-z]:$/i.test(folder) ? path.slice(0, end + 1) : folder
}
