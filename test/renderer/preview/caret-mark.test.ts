import { Text } from '@codemirror/state'
import { expect, test } from 'vitest'
import { DEFAULT_EXTENSIONS } from '../../../core/markdown/extensions.ts'
import { ArticleView } from '../../../renderer/preview/article-view.ts'
import { createCaretMark } from '../../../renderer/preview/caret-mark.ts'
import { plainHost, sourceOf } from './plain-host.ts'

/** The text of what is marked with the caret at `|`; null when nothing is. */
function markedAt(text: string): string | null {
  const caret = text.indexOf('|')
  const doc = Text.of(text.replace('|', '').split('\n'))
  const view = new ArticleView(plainHost, sourceOf(doc, 'markdown'), DEFAULT_EXTENSIONS)
  view.work(Infinity)
  createCaretMark()(view, caret)
  const marked = view.dom.root.querySelectorAll('[data-caret]')
  expect(marked.length).toBeLessThan(2)
  return marked[0]?.textContent.trim() ?? null
}

test.each([
  ['at its beginning', 'One.\n\n|Two.\n\nThree.', 'Two.'],
  ['inside', 'One.\n\nTw|o.\n\nThree.', 'Two.'],
  ['at its end, where one types', 'One.\n\nTwo.|\n\nThree.', 'Two.'],
  ['at the end of a list', '- One\n- Two|\n\nThree.', 'One\nTwo'],
  ['at the end of a heading', '# One|\n\nTwo.', 'One'],
  ['at the end of a heading with nothing between', '# One|\nTwo.', 'One'],
  ['after a heading, before the next block', '# One\n|Two.', 'Two.'],
  ['at the end of the article', 'One.\n\nTwo.|', 'Two.'],
])('the block is marked with the caret %s', (_place, text, shown) => {
  expect(markedAt(text)).toBe(shown)
})

test('on an empty line between two blocks none is marked', () => {
  expect(markedAt('One.\n\n|\n\nTwo.')).toBeNull()
})
