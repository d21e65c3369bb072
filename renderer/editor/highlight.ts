import { HighlightStyle, syntaxTree } from '@codemirror/language'
import { Prec, RangeSetBuilder, type Extension } from '@codemirror/state'
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view'
import type { Tree } from '@lezer/common'
import { highlightTree, tags as t } from '@lezer/highlight'
import { prunedTree } from './pruned-tree.ts'

const heading = { fontWeight: '700', color: 'var(--code-heading, inherit)' }

/** Colours come from custom properties, so that a change of theme needs no new style. */
export const highlightStyle = HighlightStyle.define([
  { tag: t.heading1, ...heading, fontSize: '1.35em' },
  { tag: t.heading2, ...heading, fontSize: '1.22em' },
  { tag: t.heading3, ...heading, fontSize: '1.12em' },
  { tag: [t.heading4, t.heading5, t.heading6, t.heading], ...heading },
  { tag: t.strong, fontWeight: '700' },
  { tag: t.emphasis, fontStyle: 'italic' },
  { tag: t.strikethrough, textDecoration: 'line-through' },
  { tag: t.link, color: 'var(--code-link, #255a7e)' },
  { tag: t.url, color: 'var(--text-muted, #645e54)' },
  {
    tag: t.monospace,
    fontFamily: 'var(--font-mono, ui-monospace, monospace)',
    backgroundColor: 'var(--code-bg, #f2f0ea)',
    borderRadius: '3px',
  },
  { tag: [t.processingInstruction, t.contentSeparator, t.angleBracket], color: 'var(--code-mark, #6f685d)' },
  { tag: t.tagName, color: 'var(--code-tag, #255a7e)' },
  { tag: [t.attributeName, t.propertyName], color: 'var(--code-attribute, #7d4d00)' },
  { tag: [t.string, t.attributeValue, t.special(t.string)], color: 'var(--code-string, #2a6339)' },
  { tag: [t.keyword, t.modifier, t.operatorKeyword, t.atom, t.bool], color: 'var(--code-keyword, #7a3168)' },
  { tag: [t.number, t.literal, t.escape, t.character], color: 'var(--code-number, #84480f)' },
  { tag: [t.comment, t.meta, t.documentMeta], color: 'var(--code-comment, #6a645a)' },
  { tag: [t.typeName, t.className, t.namespace], color: 'var(--code-tag, #255a7e)' },
  { tag: t.invalid, color: 'var(--code-error, #a12d1e)' },
])

const marks = new Map<string, Decoration>()
function markOf(className: string): Decoration {
  const mark = marks.get(className) ?? Decoration.mark({ class: className })
  marks.set(className, mark)
  return mark
}

/**
 * Colours what is on the screen. As the library's own plugin does, but without a walk through all blocks before it at
 * every key.
 */
class Highlighter {
  decorations: DecorationSet
  private tree: Tree
  private decoratedTo: number

  constructor(view: EditorView) {
    this.tree = syntaxTree(view.state)
    this.decorations = this.decorate(view)
    this.decoratedTo = view.viewport.to
  }

  update({ state, changes, view, viewportChanged }: ViewUpdate): void {
    const tree = syntaxTree(state)
    const decoratedTo = changes.mapPos(this.decoratedTo, 1)
    const { to } = view.viewport
    if (tree.length < to && tree.type === this.tree.type && decoratedTo >= to) {
      // What is not parsed yet keeps the colours it had.
      this.decorations = this.decorations.map(changes)
      this.decoratedTo = decoratedTo
    } else if (tree !== this.tree || viewportChanged) {
      this.tree = tree
      this.decorations = this.decorate(view)
      this.decoratedTo = to
    }
  }

  private decorate(view: EditorView): DecorationSet {
    const builder = new RangeSetBuilder<Decoration>()
    for (const { from, to } of view.visibleRanges) {
      const near = prunedTree(this.tree, from, to)
      highlightTree(
        near,
        highlightStyle,
        (at, end, className) => builder.add(at, end, markOf(className)),
        from,
        to,
      )
    }
    return builder.finish()
  }
}

/** How Markdown, HTML, code and front matter look in the source. */
export const highlighting: Extension = [
  Prec.high(ViewPlugin.fromClass(Highlighter, { decorations: (it) => it.decorations })),
  highlightStyle.module ? EditorView.styleModule.of(highlightStyle.module) : [],
]
