import type { Encoding } from '../../../core/encodings.ts'

/** How well a decoded text reads, 0 (nobody wrote this) to 1, for telling single-byte encodings apart. */

interface Language {
  readonly encoding: Encoding
  /** Lower-case letters beyond ASCII that every page of the language has. */
  readonly usual: string
  readonly rare: string
}

const LATIN: readonly Language[] = [
  { encoding: 'windows-1252', usual: 'éèàêç', rare: 'ùâîôûëïœæü' },
  { encoding: 'windows-1252', usual: 'äöüß', rare: 'é' },
  { encoding: 'windows-1252', usual: 'áéíóñ', rare: 'úü¿¡' },
  { encoding: 'windows-1252', usual: 'ãáçéíóõê', rare: 'àâôú' },
  { encoding: 'windows-1252', usual: 'àèéìòù', rare: '' },
  { encoding: 'windows-1252', usual: 'åäöøæ', rare: 'éð' },
  { encoding: 'windows-1250', usual: 'áčéěířšůýž', rare: 'ďňóťúľôĺŕä' },
  { encoding: 'windows-1250', usual: 'ąćęłńóśżź', rare: '' },
  { encoding: 'windows-1250', usual: 'áéíóöőúüű', rare: '' },
  { encoding: 'windows-1250', usual: 'ăâîşţ', rare: '' },
  { encoding: 'windows-1250', usual: 'čćđšž', rare: '' },
  { encoding: 'windows-1254', usual: 'çğıöşü', rare: 'âîû' },
  { encoding: 'windows-1257', usual: 'ąčęėįšųūž', rare: '' },
  { encoding: 'windows-1257', usual: 'āčēģīķļņšūž', rare: '' },
  { encoding: 'windows-1257', usual: 'äõöüšž', rare: '' },
  { encoding: 'windows-1258', usual: 'ăâđêôơư\u0300\u0301\u0303\u0309\u0323', rare: 'áàéèíìóòúùý' },
]

const OTHER_SCRIPT = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}]/u
const PUNCTUATION = /[\p{P}\p{S}\p{Z}]/u

/** The share of words in another script that are not half Latin: `cafй` gives a wrong guess away. */
function pureWords(text: string): number {
  const words = text.split(/[^\p{L}\p{M}]+/u).filter((word) => OTHER_SCRIPT.test(word))
  if (words.length === 0) return 0
  return words.filter((word) => !/[A-Za-z]/.test(word)).length / words.length
}

function latinScore(foreign: readonly string[], encoding: Encoding): number {
  const scores = LATIN.filter((it) => it.encoding === encoding).map(({ usual, rare }) => {
    let sum = 0
    for (const letter of foreign) sum += usual.includes(letter) ? 1 : rare.includes(letter) ? 0.6 : 0
    return sum / foreign.length
  })
  return Math.max(0, ...scores)
}

/** `text` is the decoded sample, words with at least one non-ASCII letter. */
export function plausibility(text: string, encoding: Encoding): number {
  if (/[\x80-\x9f\uFFFD]/.test(text)) return 0
  const foreign = Array.from(text.toLowerCase()).filter((it) => it > '\x7f' && !PUNCTUATION.test(it))
  if (foreign.length === 0) return 0.5
  const latin = LATIN.some((it) => it.encoding === encoding)
  return latin ? latinScore(foreign, encoding) : pureWords(text)
}
