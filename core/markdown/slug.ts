/** Gives each heading an id as GitHub makes them: lower case, no punctuation, hyphens for spaces, numbered doubles. */
export function createSlugger(): (heading: string) => string {
  const used = new Map<string, number>()
  return (heading) => {
    const base = heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
      .replace(/ /g, '-')
    let slug = base
    let count = used.get(base) ?? 0
    while (used.has(slug)) slug = `${base}-${String(++count)}`
    used.set(base, count)
    if (slug !== base) used.set(slug, 0)
    return slug
  }
}
