import { syntaxTree } from '@codemirror/language'
import { RangeSetBuilder, type Extension } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'
import { bodyFormatFacet } from './body-format-facet.ts'
import { decorating, isParsedAnew } from './decorating.ts'

/** How the content of an element looks in the source of an HTML body; as in Markdown. */
const CLASSES: ReadonlyMap<string, string> = new Map([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'cm-html-heading'] as const),
  ['strong', 'cm-html-strong'],
  ['b', 'cm-html-strong'],
  ['em', 'cm-html-emphasis'],
  ['i', 'cm-html-emphasis'],
  ['a', 'cm-html-link'],
])

/** Longest content that is marked: an element that is not closed must not make all that follows a heading. */
const LONGEST = 4000

function decorate(view: EditorView): DecorationSet {
  const { state } = view
  if (state.facet(bodyFormatFacet) !== 'html') return Decoration.none
  const builder = new RangeSetBuilder<Decoration>()
  let last = -1
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(state).iterate({
      from,
      to,
      enter({ name, node }) {
        if (name !== 'Element') return
        // Its first and its last child, not a search among them: the element around an article has thousands.
        const [open, close] = [node.firstChild, node.lastChild]
        if (open?.name !== 'OpenTag' || close?.name !== 'CloseTag') return
        if (close.from - open.to > LONGEST || open.to >= close.from) return
        const tag = open.firstChild?.nextSibling
        const className = tag && CLASSES.get(state.sliceDoc(tag.from, tag.to).toLowerCase())
        // Elements come in the order of their start; one seen in two visible ranges is marked once.
        if (!className || open.to <= last) return
        last = open.to
        builder.add(open.to, close.from, Decoration.mark({ class: className }))
      },
    })
  }
  return builder.finish()
}

/** Gives headings, emphasis and links of an HTML body their typographic weight, on what is on the screen. */
export const htmlWeight: Extension = [
  decorating(decorate, (update) => update.docChanged || update.viewportChanged || isParsedAnew(update)),
  EditorView.theme({
    '.cm-html-heading, .cm-html-strong': { fontWeight: '700' },
    '.cm-html-heading': { color: 'var(--code-heading, inherit)' },
    '.cm-html-emphasis': { fontStyle: 'italic' },
    '.cm-html-link': { color: 'var(--code-link, #255a7e)' },
  }),
]
