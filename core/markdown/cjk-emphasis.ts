/** CJK letters, punctuation and full-width forms, as a class for the regular expression flag `v`. */
const C = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\u3000-\u303f\u30fb\u30fc\ufe10-\ufe1f\ufe30-\ufe4f\uff00-\uffef]`
/** Punctuation that is not CJK. */
const P = String.raw`[[\p{P}\p{S}]--${C}]`
/** Neither white space nor such punctuation. */
const N = String.raw`[^\s[[\p{P}\p{S}]--${C}]]`
const SP = String.raw`[\s[[\p{P}\p{S}]--${C}]]`

/** The patterns of marked's inline rules that decide which `*` and `~` open and close. */
export interface DelimiterRules {
  readonly emStrongLDelim: RegExp
  readonly emStrongRDelimAst: RegExp
  readonly delLDelim: RegExp
  readonly delRDelim: RegExp
  readonly punctuation: RegExp
}

/**
 * Delimiters beside CJK text count as the writer means them: `**重点。**后文` is strong. CommonMark 6.2 with two
 * amendments (the "CJK-friendly" ones): CJK punctuation is no punctuation, and next to a CJK character a delimiter
 * may open or close as next to a space.
 */
export const CJK_DELIMITERS: DelimiterRules = {
  emStrongLDelim: new RegExp(
    String.raw`^(?:\*+(?:((?!\*)(?!~)${P})|([^\s*]))?)|^_+(?:((?!_)(?!~)[\p{P}\p{S}])|([^\s_]))?`,
    'v',
  ),
  emStrongRDelimAst: new RegExp(
    String.raw`^[^_*]*?__[^_*]*?\*[^_*]*?(?=__)|[^*]+(?=[^*])|${right('\\*', '(?!~)', `(?:${N}|~)`)}`,
    'gv',
  ),
  delLDelim: new RegExp(String.raw`^~~?(?:((?!~)${P})|[^\s~])`, 'v'),
  delRDelim: new RegExp(String.raw`^[^~]+(?=[^~])|${right('~', '', N, '~~?')}`, 'gv'),
  punctuation: new RegExp(String.raw`^((?![*_])[\s\p{P}\p{S}${C.slice(1, -1)}])`, 'v'),
}

/** The six ways a delimiter run can end text, in the order and with the groups marked's tokenizer reads. */
function right(mark: string, no: string, letter: string, run = `${mark}+`): string {
  const end = String.raw`(?!${mark})`
  const p = `${end}${no}${P}`
  return [
    String.raw`${p}(${run})(?=\s|$)`,
    String.raw`(?!${C}${run}${end}${no}${P})${letter}(${run})${end}(?=${no}${SP}|$)`,
    String.raw`(?!${p}${run}${end}${C})${end}${no}${SP}(${run})(?=${letter})`,
    String.raw`\s(${run})${end}(?=${no}${P})`,
    String.raw`${p}(${run})${end}(?=${no}${P}|${C})`,
    String.raw`(?:${letter}(?=${run}${letter})|${C}(?=${run}${end}${P}))(${run})`,
  ].join('|')
}
