import type { Text } from '@codemirror/state'
import type { PreviewSource } from '../../../renderer/preview/preview-api.ts'
import type { ViewHost } from '../../../renderer/preview/view-host.ts'

/** Makes blocks of their HTML as it is: what sanitises it in the frame has tests of its own. */
export const plainHost: ViewHost = {
  document,
  make: (html) =>
    html.map((text) => {
      const element = document.createElement('div')
      element.innerHTML = text
      return element
    }),
}

/** An article without front matter, or whose body begins at `from`. */
export function sourceOf(doc: Text, format: PreviewSource['format'], from = 0): PreviewSource {
  const body = { from, to: doc.length }
  return { doc, body, format, fields: [], name: 'a.md', context: null, remoteImages: false }
}
