import { InlineContext, type MarkdownConfig } from '@lezer/markdown'

const CJK =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}\u3000-\u303f\u30fb\u30fc\ufe10-\ufe1f\ufe30-\ufe4f\uff00-\uffef]$/u
const PUNCTUATION = /^[\p{P}\p{S}]$/u
const ASTERISK = 42

const isSpace = (sign: string): boolean => sign === '' || /^\s$/u.test(sign)
const isMark = (sign: string): boolean => PUNCTUATION.test(sign) && !CJK.test(sign)

/**
 * Asterisks beside CJK text emphasise in the source as they do in the preview (`core/markdown/cjk-emphasis.ts`):
 * `**重点。**后文` is strong, so that it looks so and toggles off.
 */
export const cjkEmphasis: MarkdownConfig = {
  parseInline: [
    {
      name: 'CjkEmphasis',
      before: 'Emphasis',
      parse(cx, next, start) {
        if (next !== ASTERISK) return -1
        let end = start + 1
        while (cx.char(end) === ASTERISK) end += 1
        const before = Array.from(cx.slice(Math.max(cx.offset, start - 2), start)).at(-1) ?? ''
        const after = Array.from(cx.slice(end, Math.min(cx.end, end + 2)))[0] ?? ''
        const beside = (sign: string): boolean => isSpace(sign) || isMark(sign) || CJK.test(sign)
        const opens = !isSpace(after) && (!isMark(after) || beside(before))
        const closes = !isSpace(before) && (!isMark(before) || beside(after))
        return cx.addDelimiter(InlineContext.emphasisAsterisk, start, end, opens, closes)
      },
    },
  ],
}
