import type { FrontMatter } from './model.ts'
import { readFrontMatter } from './read.ts'

interface Reading {
  readonly text: string
  readonly fm: FrontMatter
}

/** Texts longer than this (UTF-16 units) are read anew each time rather than kept. */
const LONGEST = 1_000_000
const MOST = 4

let readings: readonly Reading[] = []

/**
 * The front matter of `text`, read anew only when `text` is none of the last few read this way. What an edit has
 * checked is the text the next edit begins with, so each character typed in a form costs one reading.
 */
export function recentReading(text: string): FrontMatter {
  const known = readings.find((one) => one.text === text)
  const reading = known ?? { text, fm: readFrontMatter(text) }
  if (text.length <= LONGEST)
    readings = [reading, ...readings.filter((one) => one !== reading)].slice(0, MOST)
  return reading.fm
}
