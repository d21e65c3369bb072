import type { Problem } from '../../checks/problem.ts'

const LINE = /([^\r\n]*)(\r\n|\n|\r|$)/y
const YAML_ENTRY = /^(?:[\p{L}_"'][^\r\n]*?[:：]|[ \t]+\S|-[ \t]|#)/u
const TOML_ENTRY = /^(?:[\w"'.-]+[ \t]*=|\[|[ \t]+\S|#)/

/**
 * Gives `fenceNeverClosed` a fix: the missing fence after the lines that look like entries. Where front matter ends
 * is a guess, so the fix is never a safe one.
 */
export function withClosingFence(text: string, found: Problem): Problem {
  const mark = text.slice(found.span.from, found.span.to)
  if (!/^(?:-{3,}|\+{3})$/.test(mark)) return found
  const entry = mark.startsWith('+') ? TOML_ENTRY : YAML_ENTRY
  LINE.lastIndex = found.span.to
  const lineEnd = LINE.exec(text)?.[2] ?? ''
  let end: number | null = null
  while (LINE.lastIndex < text.length) {
    const line = LINE.exec(text)?.[1] ?? ''
    if (!entry.test(line)) break
    end = LINE.lastIndex
  }
  if (end === null || lineEnd === '') return found
  const before = /[\r\n]/.test(text.charAt(end - 1)) ? '' : lineEnd
  return {
    ...found,
    fix: { edits: [{ from: end, to: end, insert: `${before}${mark}${lineEnd}` }], safe: false },
  }
}
