import type { PreviewSource } from './preview-api.ts'

/** How much of an article is looked at, in UTF-16 units. */
const SAMPLE = 4000

/** An article's language (BCP 47): what its front matter says, else what its script suggests. */
export function languageOf(source: Pick<PreviewSource, 'doc' | 'body' | 'fields'>): string {
  const said = source.fields.find(({ key }) => /^lang(?:uage)?$/i.test(key))?.value
  if (typeof said === 'string' && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(said)) return said
  const { from, to } = source.body
  const text = source.doc.sliceString(from, Math.min(to, from + SAMPLE))
  if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text)) return 'ja'
  if (/\p{sc=Hangul}/u.test(text)) return 'ko'
  return /\p{sc=Han}/u.test(text) ? 'zh-CN' : 'en'
}
