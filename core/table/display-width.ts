const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const ASCII = /^[\x20-\x7e]*$/
const WIDE =
  /^(?:\p{Emoji_Presentation}|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Bopo}\p{sc=Yiii}\u2e80-\u2fff\u3000-\u303e\u3041-\u33ff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6])|\ufe0f/u
const NONE = /^[\p{M}\p{Cf}]+$/u

/** How many columns a text takes in a font of equal widths: two for East Asian wide characters (UAX #11) and emoji. */
export function displayWidth(text: string): number {
  if (ASCII.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemes.segment(text))
    width += NONE.test(segment) ? 0 : WIDE.test(segment) ? 2 : 1
  return width
}
