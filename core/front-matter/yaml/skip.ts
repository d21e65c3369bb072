/** The first offset from `at` on that is neither white space, line end nor comment. */
export function skipSpace(source: string, at: number): number {
  return skip(source, at, isSpace, isSpace)
}

/** The same inside a flow collection, where commas separate too. */
export function skipInFlow(source: string, at: number): number {
  return skip(source, at, separates, separates)
}

/** The closing bracket after the last entry of a flow collection, which may be an empty key with an empty value. */
export function skipToBracket(source: string, at: number): number {
  return skip(source, at, endsEntry, separates)
}

type Test = (code: number) => boolean

/** A comment is skipped to its line end where it begins the text or follows what `mayPrecede` a comment. */
function skip(source: string, at: number, skipped: Test, mayPrecede: Test): number {
  let place = at
  while (place < source.length) {
    const code = source.charCodeAt(place)
    if (skipped(code)) place++
    else if (code === hash && (place === 0 || mayPrecede(source.charCodeAt(place - 1)))) {
      while (place < source.length && !isBreak(source.charCodeAt(place))) place++
    } else return place
  }
  return place
}

const hash = 35

function isBreak(code: number): boolean {
  return code === 10 || code === 13
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || isBreak(code) || code === 0xfeff
}

function separates(code: number): boolean {
  return code === 32 || code === 9 || isBreak(code) || code === 44
}

function endsEntry(code: number): boolean {
  return separates(code) || code === 58 || code === 63
}
