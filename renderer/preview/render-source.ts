import type { BodyFormat } from '../../core/article/body-format.ts'
import type { Block } from '../../core/markdown/block.ts'
import { nextTag } from '../../core/markdown/html-tags.ts'
import { isCostlyHtml } from '../../core/markdown/limits.ts'
import type { RenderEnvironment } from '../../core/markdown/marked-setup.ts'
import { renderMarkdown, renderPlain, type Rendered } from '../../core/markdown/render-markdown.ts'
import { isMoreMark, MORE_MARK } from '../../core/markdown/renderer.ts'

/** A block's source as HTML, not sanitised. */
export function renderSource(
  block: Block,
  text: string,
  format: BodyFormat,
  env: RenderEnvironment,
): Rendered {
  if (block.type === 'plain') return renderPlain(text)
  if (format === 'markdown') return renderMarkdown(text, env)
  if (isMoreMark(text)) return { html: MORE_MARK, complete: true }
  if (block.type === 'comment') return { html: '', complete: true }
  return isCostlyHtml(text) ? renderPlain(text) : { html: text, complete: true }
}

/** An HTML container's opening tag with nothing inside. */
export function renderContainer(text: string): string {
  const tag = nextTag(text, 0)
  // A body or html tag would be dropped by the parser, and its style with it.
  const name = tag && /^(?:body|html|center)$/.test(tag.name) ? 'div' : (tag?.name ?? 'div')
  return `${text.replace(/^<[^\s/>]+/, `<${name}`)}</${name}>`
}
