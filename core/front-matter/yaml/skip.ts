const space = /(?:[ \t\r\n\uFEFF]|(?<=[ \t\r\n\uFEFF]|^)#[^\r\n]*)*/y
const flow = /(?:[ \t\r\n,]|(?<=[ \t\r\n,]|^)#[^\r\n]*)*/y
const flowEnd = /(?:[ \t\r\n,:?]|(?<=[ \t\r\n,]|^)#[^\r\n]*)*/y

/** The first offset from `at` on that is neither white space, line end nor comment. */
export function skipSpace(source: string, at: number): number {
  return skip(space, source, at)
}

/** The same inside a flow collection, where commas separate too. */
export function skipInFlow(source: string, at: number): number {
  return skip(flow, source, at)
}

/** The closing bracket after the last entry of a flow collection, which may be an empty key with an empty value. */
export function skipToBracket(source: string, at: number): number {
  return skip(flowEnd, source, at)
}

function skip(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at
  pattern.test(source)
  return pattern.lastIndex
}
