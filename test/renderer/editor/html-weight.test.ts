import { ensureSyntaxTree } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { expect, test } from 'vitest'
import type { BodyFormat } from '../../../core/article/body-format.ts'
import { htmlWeight } from '../../../renderer/editor/html-weight.ts'
import { stateOf } from './cursor-notation.ts'

/** What the source shows with a class of its own, as `class text`. */
function marked(text: string, format: BodyFormat): string[] {
  const fresh = stateOf(`|${text}`, format, htmlWeight)
  ensureSyntaxTree(fresh, fresh.doc.length, 10_000)
  const view = new EditorView({ state: fresh.update({}).state })
  const found = [...view.contentDOM.querySelectorAll('[class*="cm-html-"]')].map(
    (one) => `${one.className.replace('cm-html-', '')} ${one.textContent}`,
  )
  view.destroy()
  return found
}

test('headings, emphasis and links of an HTML body have weight, their tags have none', () => {
  expect(marked('<h2>Ice</h2>\n<p>a <b>b</b> <em>c</em> <a href="#">d</a></p>', 'html')).toEqual([
    'heading Ice',
    'strong b',
    'emphasis c',
    'link d',
  ])
})

test('what is not closed, and Markdown, is left to the parser', () => {
  expect(marked('<h2>never closed\n<p>text</p>', 'html')).toEqual([])
  expect(marked('<h2>Ice</h2>', 'markdown')).toEqual([])
})
