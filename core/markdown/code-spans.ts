const CODE_SPAN = /(?<!`)(`{1,3})(?!`)[^`]{1,1000}\1(?!`)/g

/** Markdown without its short code spans (CommonMark 6.1): what is looked for in the rest is no example of it. */
export function withoutCodeSpans(text: string): string {
  return text.includes('`') ? text.replace(CODE_SPAN, '') : text
}
