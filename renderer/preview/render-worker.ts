import { renderMarkdown } from '../../core/markdown/render-markdown.ts'
import type { AsideAnswer, AsideRequest } from './render-aside.ts'

/** Renders blocks that may take long, where nothing waits for it: the one who asks ends it when it takes too long. */
self.onmessage = ({ data }: MessageEvent<AsideRequest>) => {
  const { definitions, footnotes, extensions } = data
  const labels = Object.assign(Object.create(null) as Record<string, never>, definitions)
  const { html, complete } = renderMarkdown(data.text, { definitions: labels, footnotes, extensions }, false)
  const answer: AsideAnswer = { html: complete ? html : null }
  self.postMessage(answer)
}
