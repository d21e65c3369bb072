import type { BodyFormat } from '../../core/article/body-format.ts'
import type { PastedText } from './pasted-text.ts'

/** Names that programs give, which describe nothing. */
const NO_NAME =
  /^(?:image|img|pic|photo|picture|screenshot|screen[ _-]?shot|capture|untitled|unnamed|clip[ _-]?image|dsc[fn]?|p|mmexport|wx|微信图片|微信截图|截图|屏幕截图|图片|未命名)?[\s_.()-]*[\d\s_.()T-]*$/i
const HASH = /^[\da-f-]{16,}$/i

/** What a picture shows, as far as its file name says: empty for names that programs give. */
export function altOf(fileName: string): string {
  const stem = fileName.replace(/\.[^.]*$/, '').trim()
  if (
    NO_NAME.test(stem) ||
    HASH.test(stem) ||
    /^(?:屏幕截图|截屏|Screenshot|Bildschirmfoto|Capture d)/i.test(stem)
  )
    return ''
  return stem.replace(/[_-]+/g, ' ').trim()
}

/** An image as the body's format writes it. */
export function imageText(format: BodyFormat | 'plain', reference: string, alt: string): string {
  if (format === 'html') {
    const quoted = (text: string): string =>
      text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
    return `<img src="${quoted(reference)}" alt="${quoted(alt)}">`
  }
  const target = /[\s<>()]/.test(reference) ? `<${reference}>` : reference
  return format === 'plain' ? reference : `![${alt.replace(/[\\[\]*_`<]/g, '\\$&')}](${target})`
}

/** Images for a place: one stands in its line, several on lines of their own. */
export function imagesText(format: BodyFormat | 'plain', images: readonly string[]): PastedText {
  const several = images.length > 1
  return {
    kind: several ? 'blocks' : 'line',
    text: images.join(format === 'markdown' ? '\n\n' : '\n'),
    dataImages: [],
    unreachable: 0,
  }
}
