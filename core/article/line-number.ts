/** The 1-based number of the line that holds `offset` (UTF-16); LF, CRLF and a lone CR each end a line. */
export function lineNumberAt(text: string, offset: number): number {
  let line = 1
  for (let at = 0; at < offset; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) line++
  }
  return line
}
