import { forceParsing, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BodyFormat } from '../../../core/article/body-format.ts'
import { highlighting, highlightStyle } from '../../../renderer/editor/highlight.ts'
import { htmlEdits, htmlText, markdownEdits, markdownText } from '../../core/markdown/random-text.ts'
import { runs } from '../../runs.ts'
import { stateOf } from './cursor-notation.ts'

function viewOf(text: string, format: BodyFormat, colours: Extension): EditorView {
  return new EditorView({ state: stateOf(`|${text.replaceAll('|', '¦')}`, format, colours) })
}

test.each([
  ['markdown', markdownText, markdownEdits],
  ['html', htmlText, htmlEdits],
] as const)(
  'the source in %s has the colours the library gives it, while it is edited',
  (format, texts, edits) => {
    fc.assert(
      fc.property(texts, edits, (text, script) => {
        const ours = viewOf(text, format, highlighting)
        const library = viewOf(text, format, syntaxHighlighting(highlightStyle))
        const compare = (): void => {
          // How far a text is parsed at a key depends on the time it takes.
          for (const view of [ours, library]) forceParsing(view, view.state.doc.length, 10_000)
          expect(ours.contentDOM.innerHTML).toBe(library.contentDOM.innerHTML)
        }
        compare()
        for (const { at, remove, insert } of script) {
          const { length } = ours.state.doc
          const from = Math.floor(at * length)
          const changes = { from, to: Math.min(length, from + remove), insert }
          for (const view of [ours, library]) view.dispatch({ changes })
          compare()
        }
        ours.destroy()
        library.destroy()
      }),
      { numRuns: runs(50) },
    )
  },
)

test('words have their classes', () => {
  const view = viewOf('# Harbour\n\nSome **strong** tea.\n', 'markdown', highlighting)
  const marked = [...view.contentDOM.querySelectorAll('span')].map((one) => one.textContent)
  expect(marked).toEqual(expect.arrayContaining([' Harbour', 'strong']))
  view.destroy()
})
