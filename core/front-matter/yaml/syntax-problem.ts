/** What stops YAML from being read, in the terms of someone who writes articles. */
export type SyntaxReason =
  | 'unclosedQuote'
  | 'unclosedBracket'
  | 'badIndent'
  | 'tabIndent'
  | 'missingColon'
  | 'missingSpace'
  | 'unexpectedComma'
  | 'missingComma'
  | 'reservedCharacter'
  | 'unprintable'
  | 'badEscape'
  | 'tooDeep'
  | 'badTag'
  | 'other'

const reasons: readonly (readonly [pattern: RegExp, reason: SyntaxReason])[] = [
  [/within a (?:single|double) quoted scalar|deficient indentation/, 'unclosedQuote'],
  [/within a flow collection/, 'unclosedBracket'],
  [/tab characters/, 'tabIndent'],
  [/whitespace character is expected after the key-value/, 'missingSpace'],
  [/bad indentation/, 'badIndent'],
  [/expected ':'|multiline key/, 'missingColon'],
  [/found ','/, 'unexpectedComma'],
  [/missed comma/, 'missingComma'],
  [/non-printable|null byte|valid JSON character/, 'unprintable'],
  [/escape sequence|hexadecimal/, 'badEscape'],
  [/maxDepth/, 'tooDeep'],
  [/\btag\b|anchor|alias/, 'badTag'],
]

const sentences: Record<SyntaxReason, string> = {
  unclosedQuote: 'A quotation mark is opened and not closed, or the text in it is not indented.',
  unclosedBracket: 'A bracket is opened and not closed.',
  badIndent: 'This line is indented in a way that does not fit the lines around it, or holds a second “: ”.',
  tabIndent: 'A tab is used for indentation, where only spaces may stand.',
  missingColon: 'This line is no “key: value” entry: the colon is missing.',
  missingSpace: 'A space is missing after the colon.',
  unexpectedComma: 'A comma stands where a value is due.',
  missingComma: 'A comma is missing between two values.',
  reservedCharacter: 'The value begins with a character that has a meaning of its own and has to be quoted.',
  unprintable: 'A control character stands here that front matter cannot hold.',
  badEscape: 'A backslash in double quotes is followed by something that is no escape.',
  tooDeep: 'The values are nested too deeply.',
  badTag: 'A value begins with “!”, “&” or “*”, which have a meaning of their own; quote it if it is text.',
  other: 'This line cannot be read as front matter.',
}

/** The kind of error behind a reason js-yaml gave, `line` being the source line it points at. */
export function syntaxReason(reason: string, line: string): SyntaxReason {
  if (/(?:^|[:-]\s+)[@`%]/.test(line)) return 'reservedCharacter'
  if (reason.includes('deficient') && /[:-][ ]*\t[ \t]*[[{]/.test(line)) return 'tabIndent'
  if (reason.includes('deficient') && /(?:^|[:-]\s+)[[{]/.test(line)) return 'unclosedBracket'
  return reasons.find(([pattern]) => pattern.test(reason))?.[1] ?? 'other'
}

/** An English sentence for a kind of error; the interface has its own for each. */
export function syntaxSentence(reason: SyntaxReason): string {
  return sentences[reason]
}
