import { Text } from '@codemirror/state'
import { splitLineEnds, type LineEnds } from '../../core/article/line-ends.ts'

/** A text with its line ends, to tell whether an article differs from what is on disk. */
export interface SavedText {
  readonly doc: Text
  readonly ends: LineEnds
}

/** The text of a file as `SavedText`. */
export function savedText(raw: string): SavedText {
  const { text, ends } = splitLineEnds(raw)
  return { doc: Text.of(text.split('\n')), ends }
}

/** The same for the same line ends. */
export function endsKey({ dominant, exceptions }: LineEnds): string {
  return `${dominant} ${exceptions.map((one) => `${one.at}${one.end}`).join(' ')}`
}
