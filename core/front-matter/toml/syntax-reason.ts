/** What stops TOML from being read, in the terms of someone who writes articles. */
export type TomlReason =
  | 'tomlString'
  | 'tomlBracket'
  | 'tomlValue'
  | 'tomlKey'
  | 'tomlDate'
  | 'tomlNumber'
  | 'badEscape'
  | 'unprintable'
  | 'tooDeep'
  | 'toml'

/** When nothing more is known than that it is no TOML. */
export const unknownReason: TomlReason = 'toml'

const reasons: readonly (readonly [pattern: RegExp, reason: TomlReason])[] = [
  [/escape/, 'badEscape'],
  [/control characters/, 'unprintable'],
  [/nested structures/, 'tooDeep'],
  [/unfinished string/, 'tomlString'],
  [/unfinished (?:array|table)|end of structure|end of table/, 'tomlBracket'],
  [/\bkey\b/, 'tomlKey'],
  [/invalid date/, 'tomlDate'],
  [/leading zero|underscore|numeric|integer/, 'tomlNumber'],
  [/invalid value/, 'tomlValue'],
]

const sentences: Record<TomlReason, string> = {
  tomlString: 'A text is opened with a quotation mark that is not closed.',
  tomlBracket: 'A bracket is not closed, or a comma is missing between two values.',
  tomlValue: 'This value is none that TOML knows: text has to stand in quotes.',
  tomlKey: 'This line is no “key = value” entry.',
  tomlDate: 'This is no date that TOML knows; write it like 2024-01-09T07:30:00Z, or as text in quotes.',
  tomlNumber: 'This is no number that TOML knows; put it in quotes if it is text.',
  badEscape: 'A backslash in double quotes is followed by something that is no escape.',
  unprintable: 'A control character stands here that front matter cannot hold.',
  tooDeep: 'The values are nested too deeply.',
  toml: 'This line is no valid TOML.',
}

/** The kind of error behind a message of smol-toml (its first line), met in `line` or at its end. */
export function tomlReason(message: string, line: string): TomlReason {
  const first = message.split('\n', 1)[0] ?? ''
  // The end of the line counts as a control character there.
  if (/control characters.*strings/.test(first) && !/[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]/.test(line))
    return 'tomlString'
  return reasons.find(([pattern]) => pattern.test(first))?.[1] ?? unknownReason
}

/** An English sentence for a kind of error; the interface has its own for each. */
export function tomlSentence(reason: TomlReason): string {
  return sentences[reason]
}
