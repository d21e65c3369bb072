const SEPARATORS = /[\n\t,，、;；]+/

/** The entries of a pasted or typed list: by line, comma or semicolon (half and full width); bullets, brackets and quotes are dropped. */
export function parseList(text: string): readonly string[] {
  const inside = /^\s*\[([^]*)\]\s*$/.exec(text)?.[1] ?? text
  return inside
    .split(SEPARATORS)
    .map((part) =>
      part
        .trim()
        .replace(/^[-*+•]\s+/, '')
        .replace(/^(["'])(.*)\1$/, '$2')
        .trim(),
    )
    .filter((part) => part !== '')
}

/** True when a typed text ends an entry: it holds a comma of either width. */
export function endsEntry(text: string): boolean {
  return /[,，、]/.test(text)
}
