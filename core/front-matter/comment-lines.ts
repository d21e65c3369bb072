/** Where the `#` comment lines right above the line of `at` begin, none of them before `limit`. */
export function commentedFrom(text: string, at: number, limit: number): number {
  const lineFrom = (offset: number): number => text.lastIndexOf('\n', offset - 1) + 1
  let from = lineFrom(at)
  while (from > limit) {
    const above = lineFrom(from - 1)
    if (above < limit || !/^[ \t]*#/.test(text.slice(above, from))) break
    from = above
  }
  return from
}
