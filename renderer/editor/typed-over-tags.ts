import { EditorSelection, Prec, StateEffect, StateField, type Extension, type Text } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { Span } from '../../core/article/text-edit.ts'
import { nextTag } from '../../core/markdown/html-tags.ts'

/** A closing tag that the editor put behind the caret. */
interface ClosingTag {
  /** Where the opening tag ends. */
  readonly opened: number
  readonly from: number
  readonly text: string
}

interface Tags {
  readonly tags: readonly ClosingTag[]
  /** Where the caret is while it goes through one of them, typed by hand; null otherwise. */
  readonly over: number | null
}

/** The caret has gone on to a place in a closing tag. */
const goneOver = StateEffect.define<number>()

/** Longest content of an element, in UTF-16 units, in which its closing tag is sought. */
const LONGEST = 100_000

const endOf = ({ from, text }: ClosingTag): number => from + text.length

const stands = (doc: Text, tag: ClosingTag): boolean => doc.sliceString(tag.from, endOf(tag)) === tag.text

/** True when a closing tag after this content of an element would be the element's own. */
function isNext(content: string): boolean {
  let depth = 0
  for (let tag = nextTag(content, 0); tag; tag = nextTag(content, tag.to)) {
    if (tag.kind === 'open') depth++
    if (tag.kind === 'close') depth--
  }
  return depth === 0
}

/**
 * What of `<`, at `at`, is too much before the closing tag at `tag`: only itself, or with its own line when the tag
 * stands alone in the next one; null when they do not belong together.
 */
function begun(doc: Text, at: number, tag: number): Span | null {
  if (at + 1 === tag) return { from: at, to: tag }
  const line = doc.lineAt(at)
  const next = doc.lineAt(tag)
  const alone = doc.sliceString(line.from, at).trim() === '' && next.number === line.number + 1
  return alone ? { from: line.from, to: next.from } : null
}

const tagsField = StateField.define<Tags>({
  create: () => ({ tags: [], over: null }),
  update(value, tr) {
    const { newDoc: doc } = tr
    let { tags } = value
    if (tr.docChanged) {
      tags = tags
        .map(({ opened, from, text }) => ({
          opened: tr.changes.mapPos(opened, -1),
          from: tr.changes.mapPos(from, 1),
          text,
        }))
        .filter((tag) => stands(doc, tag))
      // What lang-html's `autoCloseTags` does when `>` ends an opening tag.
      if (tr.isUserEvent('input.complete')) {
        tr.changes.iterChanges((_from, _to, _start, end, inserted) => {
          const text = /<\/[^<>\s]+>$/.exec(inserted.toString())?.[0]
          const from = end - (text?.length ?? 0)
          if (text !== undefined) tags = [...tags, { opened: from, from, text }]
        })
      }
    }
    const { head } = tr.newSelection.main
    // Typed over is what stands ahead in this line or the next: elsewhere nobody remembers where it came from.
    if (tags.length > 0) {
      const { number } = doc.lineAt(head)
      const { to } = doc.line(Math.min(number + 1, doc.lines))
      tags = tags.filter((tag) => endOf(tag) > head && tag.from <= to)
    }
    const over = tr.effects.findLast((effect) => effect.is(goneOver))?.value ?? null
    return tags.length === 0 && value.tags.length === 0 && over === value.over ? value : { tags, over }
  },
})

/** Goes on to a place in the text; what is put in or taken away is one step with it. */
function go(
  view: EditorView,
  to: number,
  over: boolean,
  changes?: { from: number; to?: number; insert?: string },
): true {
  view.dispatch({
    ...(changes ? { changes } : {}),
    selection: EditorSelection.cursor(to),
    effects: over ? goneOver.of(to) : [],
    scrollIntoView: true,
    userEvent: 'input.type',
  })
  return true
}

const typeOver = EditorView.inputHandler.of((view, from, to, text) => {
  const { state } = view
  const { tags, over } = state.field(tagsField)
  if (tags.length === 0 || view.composing || state.readOnly || from !== to) return false
  if (state.selection.ranges.length > 1 || state.selection.main.head !== from) return false
  if (text === '/' && state.sliceDoc(from - 1, from) === '<') {
    const tag = tags.find((one) => one.from >= from && state.sliceDoc(from, one.from).trim() === '')
    if (!tag || from - tag.opened > LONGEST || !isNext(state.sliceDoc(tag.opened, from - 1))) return false
    const gone = begun(state.doc, from - 1, tag.from)
    return gone !== null && go(view, tag.from - (gone.to - gone.from) + 2, true, gone)
  }
  if (over !== from) return false
  const tag = tags.find((one) => one.from < from && from < endOf(one))
  if (!tag) return false
  if (tag.text[from - tag.from] === text) return go(view, from + 1, true)
  // It was to be completed, not typed.
  const end = endOf(tag)
  return go(view, end + text.length, false, { from: end, insert: text })
})

/** A closing tag that came by itself is typed over, as a closing bracket is, from its `</` on. */
export const typedOverTags: Extension = [tagsField, Prec.high(typeOver)]
