import { afterLineEnd, neverClosed, type Found } from './found.ts'

const firstKey = /\{\s*(?:\}|"(?:[^"\\\r\n]|\\.)*"\s*:)/y
/** What may follow in a JSON object outside its brackets: strings, literals, numbers, punctuation, space. */
const inert = /(?:[\s,:\-+.0-9a-zA-Z]|"(?:[^"\\\r\n]|\\.)*")+/y
const restOfLine = /[ \t]*(?=[\r\n]|$)/y
const maxWord = 1_000_000

/**
 * A JSON object at the head of the text with nothing around it, as Hugo takes it: from `{` to its matching `}`,
 * which must end its line. Stops at the first character no JSON object can hold.
 */
export function findBareJson(text: string, head: number): Found | null {
  firstKey.lastIndex = head
  if (!firstKey.test(text)) return null
  const to = matchingBrace(text, head)
  if (to === 'unclosed') return neverClosed(text, { from: head, to: head + 1 })
  if (to === null) return null
  restOfLine.lastIndex = to
  if (!restOfLine.test(text)) return null
  const span = { from: head, to: afterLineEnd(text, restOfLine.lastIndex) }
  return {
    block: {
      format: 'json',
      form: 'bare',
      span,
      content: { from: head, to },
      openFence: null,
      closeFence: null,
    },
    problems: [],
  }
}

/** The offset after the brace that closes the one at `from`; null when something there is no JSON. */
function matchingBrace(text: string, from: number): number | 'unclosed' | null {
  let depth = 0
  for (let at = from; at < text.length && at - from < maxWord;) {
    const char = text.charAt(at)
    if (char === '{' || char === '[') depth++
    else if (char === '}' || char === ']') {
      depth--
      if (depth === 0) return at + 1
    } else {
      inert.lastIndex = at
      if (!inert.test(text)) return null
      at = inert.lastIndex
      continue
    }
    at++
  }
  return 'unclosed'
}
