import { RangeSetBuilder, type Extension } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'
import { decorating } from './decorating.ts'

const RTL =
  /^[^\p{L}]*[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}\p{sc=Mand}\p{sc=Samr}]/u
const rightToLeft = Decoration.line({ attributes: { dir: 'rtl' } })

function decorate(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at)
      // Tags and marks before the text are Latin letters or no letters at all; only the text decides.
      if (RTL.test(line.text.slice(0, 400).replace(/<[^>]*>/g, '')))
        builder.add(line.from, line.from, rightToLeft)
      at = line.to + 1
    }
  }
  return builder.finish()
}

/** Gives every line the direction of its first letter, so that Arabic and Hebrew paragraphs run from the right. */
export const textDirection: Extension = [
  EditorView.perLineTextDirection.of(true),
  decorating(decorate, (update) => update.docChanged || update.viewportChanged),
]
