import base from '../../assets/preview/base.css?inline'
import blog from '../../assets/preview/blog.css?inline'
import newspaper from '../../assets/preview/newspaper.css?inline'
import plain from '../../assets/preview/plain.css?inline'
import wechat from '../../assets/preview/wechat.css?inline'
import type { PreviewLook } from '../../core/settings.ts'

const LOOKS: Readonly<Record<PreviewLook, string>> = { plain, blog, newspaper, wechat, own: plain }

/** The style sheet of a published look, light and dark; a writer's own is laid over the plain one. */
export function lookCss(look: PreviewLook): string {
  return `${base}\n${LOOKS[look]}`
}
