import type { BodyFormat } from '../../core/article/body-format.ts'
import type { Block } from '../../core/markdown/block.ts'
import { isHeavyHtml, isHeavyMarkdown, MOST_SOURCE } from '../../core/markdown/limits.ts'
import type { RenderEnvironment } from '../../core/markdown/marked-setup.ts'
import { renderPlain, type Rendered } from '../../core/markdown/render-markdown.ts'
import { renderSource } from './render-source.ts'

/** Longest source of a block with something unusual that is rendered beside the page, in UTF-16 units. */
const MOST_ASIDE = 200_000
/** Stands for a block until it is made. */
const WAITING = '<p class="galley-waiting">…</p>'

/** What is shown of a block first; `later`: there is more to be shown. */
export type RenderedFirst = Rendered & { readonly later: boolean }

/**
 * What can be shown of a block's source within a few milliseconds. `can`: whether Markdown can be rendered aside, and
 * heavy HTML be made slowly.
 */
export function renderAtOnce(
  block: Block,
  text: string,
  format: BodyFormat,
  env: RenderEnvironment,
  can: { readonly aside: boolean; readonly slowly: boolean },
): RenderedFirst {
  const aside = can.aside && format === 'markdown'
  if (aside && block.length <= MOST_SOURCE && isHeavyMarkdown(text))
    return { ...renderPlain(text), later: true }
  const rendered = renderSource(block, text, format, env)
  if (!rendered.complete) return { ...rendered, later: aside && block.length <= MOST_ASIDE }
  if (can.slowly && isHeavyHtml(rendered.html)) return { html: WAITING, complete: false, later: true }
  return { ...rendered, later: false }
}
