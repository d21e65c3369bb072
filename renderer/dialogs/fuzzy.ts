/** How well a query fits a text, and which UTF-16 units of the text it met. */
export interface FuzzyMatch {
  readonly score: number
  readonly positions: readonly number[]
}

const WORD_START = 8
const ADJACENT = 5
const WHOLE = 20

/**
 * Matches each word of the query as a subsequence of the text, without regard to case; null when one does not
 * fit. Whole words, starts of words and adjacent characters score, gaps cost. An empty query fits with 0.
 */
export function fuzzyMatch(query: string, text: string): FuzzyMatch | null {
  const haystack = text.toLowerCase()
  let score = 0
  const positions = new Set<number>()
  for (const word of query.toLowerCase().split(/\s+/).filter(Boolean)) {
    const match = matchWord(word, haystack)
    if (!match) return null
    score += match.score
    for (const position of match.positions) positions.add(position)
  }
  return { score: score - text.length / 100, positions: [...positions].sort((a, b) => a - b) }
}

function matchWord(word: string, text: string): FuzzyMatch | null {
  let best: FuzzyMatch | null = null
  for (
    let start = text.indexOf(word.charAt(0));
    start >= 0;
    start = text.indexOf(word.charAt(0), start + 1)
  ) {
    const positions = follow(word, text, start)
    if (!positions) break
    const score = rate(positions, text, word)
    if (!best || score > best.score) best = { score, positions }
  }
  return best
}

function follow(word: string, text: string, start: number): number[] | null {
  const positions = []
  let at = start
  for (const unit of word.split('')) {
    at = text.indexOf(unit, at)
    if (at < 0) return null
    positions.push(at)
    at += 1
  }
  return positions
}

function rate(positions: readonly number[], text: string, word: string): number {
  let score = 0
  let before = -2
  for (const position of positions) {
    const previous = text.charAt(position - 1)
    if (previous === '' || /[\s\-_/.:：]/.test(previous)) score += WORD_START
    if (position === before + 1) score += ADJACENT
    else if (before >= 0) score -= Math.min(position - before, 6)
    before = position
  }
  if (before - (positions[0] ?? 0) + 1 === word.length) score += WHOLE
  return score
}
