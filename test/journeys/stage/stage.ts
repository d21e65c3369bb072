import { EditorState, type Text } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { BodyFormat } from '../../../core/article/body-format.ts'
import type { Span } from '../../../core/article/text-edit.ts'
import type { FolderContext } from '../../../core/contract.ts'
import { DEFAULT_EXTENSIONS } from '../../../core/markdown/extensions.ts'
import { renderMarkdown } from '../../../core/markdown/render-markdown.ts'
import type { Field, FieldValue } from '../../../core/front-matter/model.ts'
import type { MessageKey } from '../../../renderer/i18n/messages.ts'
import {
  createPreview,
  type PreviewAppearance,
  type PreviewSource,
} from '../../../renderer/preview/preview.ts'
import { readClipboard } from '../../../renderer/paste/read-clipboard.ts'
import { createScrollSync, type ScrollSync } from '../../../renderer/preview/scroll-sync.ts'

/** What an article on the stage is, besides its text. */
export interface StageOptions {
  readonly format?: BodyFormat
  /** Where the body begins. */
  readonly from?: number
  readonly fields?: Readonly<Record<string, FieldValue>>
  readonly remoteImages?: boolean
  readonly context?: FolderContext | null
  readonly name?: string
}

/** The preview and a source editor without the application around them, for journeys to drive. */
export interface Stage {
  readonly links: string[]
  readonly carets: number[]
  readonly selections: Span[]
  /** What untrusted content ran: stays empty. */
  readonly ran: string[]
  waiting: number
  notice: MessageKey | null
  readonly frame: HTMLIFrameElement
  /** What the clipboard's HTML becomes, and the HTML that is shown for it before anything sanitises it. */
  paste(html: string, format: BodyFormat): { readonly text: string; readonly rendered: string }
  view(): EditorView
  show(text: string, options?: StageOptions): void
  /** The same without an editor beside the preview: for many articles that nobody edits. */
  showAlone(text: string, options?: StageOptions): void
  /** The whole text changed as one edit of the editor. */
  edit(from: number, to: number, insert: string): void
  /** The source as it is now, with other surroundings. */
  again(options: StageOptions): void
  scrollTo(offset: number): void
  markCaret(offset: number | null): void
  find(pattern: RegExp | null): void
  markSelection(span: Span | null): void
  /** How the preview looks; what is not given is as usual. */
  appearance(appearance: Partial<PreviewAppearance>): void
  /** Gives timers a turn, then messages. */
  turn(): Promise<void>
  /** Resolves when the preview has had nothing to do for two tasks in a row. */
  settled(): Promise<void>
}

declare global {
  interface Window {
    stage: Stage
    ran: (what: string) => void
  }
}

const frame = document.createElement('iframe')
frame.title = 'Preview'
// Some journeys test the sanitiser alone: then the frame could run what it lets through.
if (!location.search.includes('sandbox=off')) frame.setAttribute('sandbox', 'allow-same-origin')
frame.style.cssText = 'position: absolute; left: 50%; width: 50%; height: 100%; border: 0'
document.body.append(frame)

const preview = createPreview(frame, {
  onLink: (href) => stage.links.push(href),
  onCaret: (offset) => stage.carets.push(offset),
  onMenu: () => undefined,
  onSelect: (span) => stage.selections.push(span),
  onRemoteImages: (waiting) => (stage.waiting = waiting),
  onNotice: (notice) => (stage.notice = notice),
  onScroll: () => undefined,
})
const USUAL: PreviewAppearance = { look: 'plain', width: 'full', dark: false, extensions: DEFAULT_EXTENSIONS }
// One for all editors: each would add its own style sheet to the page.
const THEME = EditorView.theme({ '&': { height: '100%' } })
const channel = new MessageChannel()
let view: EditorView | null = null
let sync: ScrollSync | null = null
let options: StageOptions = {}
let generation = 0
let edited = false

function fieldsOf(values: Readonly<Record<string, FieldValue>>): readonly Field[] {
  const none = { from: 0, to: 0 }
  return Object.entries(values).map(([key, value]) => ({
    key,
    path: key,
    segments: [key],
    kind: 'text',
    style: 'plain',
    value,
    source: '',
    span: none,
    keySpan: none,
    valueSpan: none,
    alias: false,
    items: [],
  }))
}

function source(doc: Text): PreviewSource {
  return {
    doc,
    body: { from: options.from ?? 0, to: doc.length },
    format: options.format ?? 'markdown',
    fields: fieldsOf(options.fields ?? {}),
    name: options.name ?? 'article.md',
    context: options.context ?? null,
    remoteImages: options.remoteImages ?? false,
  }
}

function put(next: StageOptions): void {
  options = next
  preview.forget(String(generation++))
  sync?.dispose()
  view?.destroy()
  view = sync = null
}

function create(text: string): EditorView {
  const follow = EditorView.updateListener.of((update) => {
    if (update.docChanged) preview.change(String(generation), update.changes, source(update.state.doc))
  })
  const state = EditorState.create({ doc: text, extensions: [EditorView.lineWrapping, THEME, follow] })
  return new EditorView({ state, parent: document.querySelector('#source') ?? document.body })
}

const stage: Stage = {
  paste(html, format) {
    const { text } = readClipboard({ html, plain: '' }, format, new Set())
    const env = { definitions: {}, footnotes: new Map<string, number>() }
    return { text, rendered: format === 'html' ? text : renderMarkdown(text, env).html }
  },
  links: [],
  carets: [],
  selections: [],
  ran: [],
  waiting: 0,
  notice: null,
  frame,
  view() {
    if (!view) throw new Error('Nothing is shown yet')
    return view
  },
  show(text, next = {}) {
    put(next)
    view = create(text)
    preview.show(String(generation), source(view.state.doc))
    sync = createScrollSync(view, preview)
  },
  showAlone(text, next = {}) {
    put(next)
    preview.show(String(generation), source(EditorState.create({ doc: text }).doc))
  },
  edit(from, to, insert) {
    edited = true
    stage.view().dispatch({ changes: { from, to, insert } })
  },
  again(next) {
    options = { ...options, ...next }
    preview.show(String(generation), source(stage.view().state.doc))
  },
  scrollTo: (offset) => preview.scrollTo(offset),
  markCaret: (offset) => preview.markCaret(offset),
  find: (pattern) => preview.find(pattern),
  markSelection: (span) => preview.markSelection(span),
  appearance: (next) => preview.setAppearance({ ...USUAL, ...next }),
  async turn() {
    await new Promise((resolve) => setTimeout(resolve, 0))
    // After a message the next timer is a first one again: one that only follows timers waits 4 ms.
    await new Promise((resolve) => {
      channel.port1.onmessage = resolve
      channel.port2.postMessage(null)
    })
  },
  async settled() {
    let before: string | undefined
    // What concerns the whole article is brought up to date when typing has rested for a while.
    const enough = edited ? 14 : 3
    edited = false
    for (let calm = 0; calm < enough;) {
      await new Promise((resolve) => setTimeout(resolve, 40))
      const now = frame.contentDocument?.querySelector('.galley-article')?.outerHTML
      calm = now !== undefined && now === before ? calm + 1 : 0
      before = now
    }
  },
}
window.stage = stage
window.ran = (what) => stage.ran.push(what)
