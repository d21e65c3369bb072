/** A path as its writer thinks of it, each part decoded where that can be. */
export function readable(path: string): string {
  return path.split('/').map(decoded).join('/')
}

/** Percent-decoded; as it is where that fails. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
