import { StateField, type ChangeSet, type Extension, type Text } from '@codemirror/state'
import { splitArticle, type SplitArticle } from '../../core/article/split.ts'
import type { FrontMatter } from '../../core/front-matter/model.ts'
import { readFrontMatter } from '../../core/front-matter/read.ts'

/** Where looking for the front matter starts, and how far it goes when one has begun; UTF-16 units. */
const FIRST_SLICE = 16 * 1024
const LAST_SLICE = 1024 * 1024

/** What stands at the head of an article. */
export interface ArticleHead {
  readonly split: SplitArticle
  readonly frontMatter: FrontMatter
  /** Changes at or after this offset cannot change the front matter. */
  readonly reach: number
}

/** The start of the text up to a line end at about `size`. */
function slice(doc: Text, size: number): string {
  return size >= doc.length ? doc.sliceString(0) : doc.sliceString(0, doc.lineAt(size).from)
}

/** Whether a text may begin a front matter whose end is further down. */
function mayGoOn(text: string): boolean {
  return /^\s*(?:---|\+\+\+|;;;|\{|["']?[\p{L}\p{N}_$][^\r\n:]*:(?=\s|$))/u.test(text)
}

/** Reads where front matter and body stand, and the front matter, without reading the body. */
export function readHead(doc: Text): ArticleHead {
  for (let size = FIRST_SLICE; ; size *= 8) {
    const text = slice(doc, size)
    const whole = text.length === doc.length
    const split = splitArticle(text)
    const end = split.frontMatter?.span.to ?? 0
    const settled = split.frontMatter !== null && end < text.length
    if (!settled && !whole && size < LAST_SLICE && mayGoOn(text)) continue
    return {
      split: { ...split, body: { from: split.body.from, to: doc.length } },
      frontMatter: readFrontMatter(text, split),
      reach: whole && !settled ? Infinity : split.frontMatter === null ? text.length : end,
    }
  }
}

/** The first offset a change touches in the old document; infinite when it touches none. */
function firstTouched(changes: ChangeSet): number {
  let first = Infinity
  changes.iterChangedRanges((from) => {
    first = Math.min(first, from)
  })
  return first
}

const headField = StateField.define<ArticleHead>({
  create: (state) => readHead(state.doc),
  update(head, tr) {
    if (!tr.docChanged) return head
    if (firstTouched(tr.changes) < head.reach) return readHead(tr.newDoc)
    return { ...head, split: { ...head.split, body: { from: head.split.body.from, to: tr.newDoc.length } } }
  },
})

/** Where the front matter and the body stand, kept up to date without reading the body. */
export const splitField = StateField.define<SplitArticle>({
  create: (state) => state.field(headField).split,
  update: (_, tr) => tr.state.field(headField).split,
})

/** The front matter as read; the same object as long as no change touches it. */
export const frontMatterField = StateField.define<FrontMatter>({
  create: (state) => state.field(headField).frontMatter,
  update: (_, tr) => tr.state.field(headField).frontMatter,
})

/** The fields every editor of an article has. */
export const articleFields: Extension = [headField, splitField, frontMatterField]

/** Spares reading the head of an editor's first text again. */
export function knownHead(head: ArticleHead): Extension {
  return headField.init(() => head)
}
