import {
  codeFolding,
  foldable,
  foldEffect,
  foldGutter,
  foldedRanges,
  foldService,
  syntaxTree,
  unfoldEffect,
} from '@codemirror/language'
import { EditorSelection, Prec, type EditorState, type Extension, type StateCommand } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { SyntaxNode } from '@lezer/common'
import type { Span } from '../../core/article/text-edit.ts'
import { translate } from '../i18n/translate.ts'
import { splitField } from './article-fields.ts'
import { languageFacet } from './language-facet.ts'
import { allSections, outlineField, sectionAround, sectionOfLine } from './outline-field.ts'
import { visibleFrom } from './raw-front-matter.ts'

/** The front matter, folded behind its first line. */
function frontMatterOfLine(state: EditorState, lineFrom: number, lineTo: number): Span | null {
  const block = state.field(splitField).frontMatter
  if (block === null || visibleFrom(state) > 0 || block.span.from < lineFrom || block.span.from > lineTo)
    return null
  const end = state.doc.lineAt(Math.max(block.span.from, block.span.to - 1)).to
  return end > lineTo ? { from: lineTo, to: end } : null
}

/** Before what the language says of headings, which goes from block to block up to the section's end. */
const articleFolds = Prec.high(
  foldService.of((state, from, to) => frontMatterOfLine(state, from, to) ?? sectionOfLine(state, from, to)),
)

function isFolded(state: EditorState, span: Span): boolean {
  let found = false
  foldedRanges(state).between(span.from, span.to, (from, to) => {
    if (from === span.from && to === span.to) found = true
  })
  return found
}

/** What folds at a place: what begins on its line, else the innermost block, element or section it is in. */
function foldAt(state: EditorState, pos: number): Span | null {
  const line = state.doc.lineAt(pos)
  const own = foldable(state, line.from, line.to)
  if (own !== null && !isFolded(state, own)) return own
  let node: SyntaxNode | null = syntaxTree(state).resolveInner(pos, -1)
  for (; node !== null; node = node.parent) {
    const first = state.doc.lineAt(node.from)
    const range = first.from === line.from ? null : foldable(state, first.from, first.to)
    if (range !== null && range.from <= pos && range.to >= pos && !isFolded(state, range)) return range
  }
  const section = sectionAround(state, pos)
  return section !== null && !isFolded(state, section) ? section : null
}

/** Folds what begins on each caret's line, or else what it is in; the caret goes before what is folded. */
export const foldHere: StateCommand = ({ state, dispatch }) => {
  const folds = state.selection.ranges.map((range) => foldAt(state, range.head))
  // In order and once each: of several in one transaction CodeMirror wants no other.
  const spans = new Map(
    folds.flatMap((one) => (one === null ? [] : [[`${String(one.from)} ${String(one.to)}`, one]])),
  )
  const found = [...spans.values()].sort((a, b) => a.from - b.from || a.to - b.to)
  if (found.length === 0) return false
  const ranges = state.selection.ranges.map((range, at) => {
    const fold = folds[at]
    return fold && range.head > fold.from ? EditorSelection.cursor(fold.from) : range
  })
  dispatch(
    state.update({
      effects: found.map((one) => foldEffect.of(one)),
      selection: EditorSelection.create(ranges, state.selection.mainIndex),
    }),
  )
  return true
}

/** Unfolds what is folded on the carets' lines. */
export const unfoldHere: StateCommand = ({ state, dispatch }) => {
  const found: Span[] = []
  for (const range of state.selection.ranges) {
    const line = state.doc.lineAt(range.head)
    foldedRanges(state).between(line.from, line.to, (from, to) => void found.push({ from, to }))
  }
  if (found.length === 0) return false
  dispatch(state.update({ effects: found.map((one) => unfoldEffect.of(one)) }))
  return true
}

/** Folds the section of every heading; without headings, every block and element that is parsed. */
export const foldAll: StateCommand = ({ state, dispatch }) => {
  const spans = [...allSections(state)]
  if (spans.length === 0) {
    for (let line = state.doc.lineAt(visibleFrom(state)); ; line = state.doc.line(line.number + 1)) {
      const range = foldable(state, line.from, line.to)
      if (range !== null) spans.push(range)
      if (line.number === state.doc.lines) break
    }
  }
  const found = spans.filter((one) => !isFolded(state, one))
  if (found.length === 0) return false
  const { head } = state.selection.main
  const hidden = found.find((one) => one.from < head && head <= one.to)
  dispatch(
    state.update({
      effects: found.map((one) => foldEffect.of(one)),
      ...(hidden ? { selection: { anchor: hidden.from } } : {}),
    }),
  )
  return true
}

/** Unfolds everything. */
export const unfoldAll: StateCommand = ({ state, dispatch }) => {
  const found: Span[] = []
  foldedRanges(state).between(0, state.doc.length, (from, to) => void found.push({ from, to }))
  if (found.length === 0) return false
  dispatch(state.update({ effects: found.map((one) => unfoldEffect.of(one)) }))
  return true
}

function marker(open: boolean): HTMLElement {
  const sign = document.createElement('span')
  sign.className = open ? 'cm-fold-open' : 'cm-fold-closed'
  sign.textContent = open ? '⌄' : '›'
  return sign
}

/** Folding of headings, blocks, elements and the front matter, with a gutter that shows itself when it is needed. */
export const folding: Extension = [
  outlineField,
  articleFolds,
  codeFolding({
    placeholderDOM(view, unfold) {
      const label = translate(view.state.facet(languageFacet), 'fold.folded')
      const dots = document.createElement('span')
      dots.className = 'cm-foldPlaceholder'
      dots.textContent = '⋯'
      dots.title = label
      dots.setAttribute('aria-label', label)
      dots.addEventListener('click', unfold)
      return dots
    },
  }),
  foldGutter({ markerDOM: marker }),
  EditorView.theme({
    '.cm-foldGutter': { width: '16px' },
    '.cm-foldGutter .cm-gutterElement': {
      cursor: 'pointer',
      textAlign: 'center',
      color: 'var(--text-muted, #645e54)',
    },
    '.cm-fold-open': { opacity: '0' },
    '.cm-gutters:hover .cm-fold-open': { opacity: '1' },
    '.cm-foldPlaceholder': {
      margin: '0 6px',
      padding: '0 8px',
      color: 'var(--text-muted, #645e54)',
      backgroundColor: 'var(--surface-sunken, #f2f0ea)',
      border: '1px solid var(--border, #d9d4c8)',
      borderRadius: '4px',
      cursor: 'pointer',
    },
  }),
]
