import type { Settings } from '../../core/settings.ts'
import { ChangeSet, EditorSelection, type Text } from '@codemirror/state'
import { EditorView, type ViewUpdate } from '@codemirror/view'
import { frontMatterField, splitField } from '../editor/article-fields.ts'
import { formatOf } from '../editor/article-text.ts'
import { searchPattern } from '../editor/search-pattern.ts'
import { topOfSource } from '../editor/top-place.ts'
import type { Preview, PreviewEvents, PreviewSource, ShownAddress } from '../preview/preview-api.ts'
import { createScrollSync, type ScrollSync } from '../preview/scroll-sync.ts'
import type { ArticleSession } from './article-session.ts'
import { linkTarget, plainAddress, shownAddress } from './link-target.ts'
import { nextPaint } from './next-paint.ts'
import type { ArticleAhead, Tabs } from './opening.ts'
import type { ArticleTab } from './app-state.ts'
import { loadsRemoteImages } from './remote-images.ts'
import type { Runtime } from './runtime.ts'

/** Ties the preview to the article in front. */
export interface PreviewLink {
  /** The preview is there (or gone); shows the article in front. */
  readonly attach: (preview: Preview | null) => void
  /** Follows an edit or a caret, in CodeMirror's update. */
  readonly updated: (session: ArticleSession, update: ViewUpdate) => void
  /** Another article is in front, or something that changes its whole look. */
  readonly show: () => void
  /**
   * Shows an article that is about to come to the front, or its beginning (`goesOn`), whose whole is shown in the same
   * way later: resolves when it can be seen. Null when there is no preview and none is wanted.
   */
  readonly ahead: (start: ArticleAhead, goesOn?: boolean) => Promise<void> | null
  readonly pictureChanged: (session: ArticleSession) => void
  readonly forget: (id: string) => void
  /** Where a link of the article in front leads, or that it is not followed. */
  readonly linkSays: (href: string) => ShownAddress
  readonly events: Required<Pick<PreviewEvents, 'onLoad' | 'onLink' | 'onCaret' | 'onSelect'>>
}

/** What an open article shows. */
export function sourceOf(session: ArticleSession): PreviewSource {
  const { state } = session.view
  const { tab } = session
  return {
    doc: state.doc,
    body: state.field(splitField).body,
    format: tab.bodyFormat,
    fields: state.field(frontMatterField).fields,
    name: tab.name,
    context: tab.context,
    remoteImages: tab.remoteImages,
  }
}

/** The same of an article that has no editor yet. */
function sourceAhead({ text, name, path }: ArticleAhead, settings: Settings): PreviewSource {
  const { split, frontMatter } = text.head
  return {
    doc: text.doc,
    body: split.body,
    format: formatOf(text.doc, split, name).format,
    fields: frontMatter.fields,
    name,
    context: null,
    remoteImages: loadsRemoteImages(settings, path),
  }
}

export function createPreviewLink(runtime: Runtime, tabs: Tabs): PreviewLink {
  let preview: Preview | null = null
  let sync: ScrollSync | null = null
  let shown: { id: string; look: readonly unknown[] } | null = null
  /** The article whose beginning is shown, and the beginning. */
  let begun: { readonly id: string; readonly doc: Text } | null = null
  /** What is to be shown as soon as the preview is on the page. */
  let awaited: { readonly start: ArticleAhead; readonly goesOn: boolean } | null = null
  /** The preview's frame has loaded: until then it shows nothing. */
  let loaded = false
  const waiting = new Set<() => void>()

  const lookOf = (tab: ArticleTab): readonly unknown[] => [
    tab.bodyFormat,
    tab.context,
    tab.remoteImages,
    tab.name,
  ]

  const show = (): void => {
    sync?.dispose()
    sync = null
    const session = runtime.active()
    shown = null
    if (!preview || !session) return
    shown = { id: session.id, look: lookOf(session.tab) }
    preview.show(session.id, sourceOf(session))
    mark(session)
    sync = createScrollSync(session.view, preview)
    sync.enabled = runtime.store.get().settings.scrollSync
  }

  /** The article in front, unless the preview shows another one already. */
  const inBoth = (): ArticleSession | null => {
    const session = runtime.active()
    return session && shown?.id === session.id ? session : null
  }

  const mark = ({ view }: ArticleSession): void => {
    const { main } = view.state.selection
    preview?.markCaret(main.head)
    preview?.markSelection(main.empty ? null : main)
  }

  const follow = (session: ArticleSession): void => {
    // With what the editor measures after an edit anyway: asked for later, all of that would be measured again. And
    // before it writes: the frame's layout is still the one that was just made.
    session.view.requestMeasure({
      key: follow,
      read() {
        if (shown?.id !== session.id) return
        const leads = sync?.isCaretLeading() === true
        mark(session)
        if (leads) preview?.showCaret()
      },
    })
  }

  const notOpened = (href: string): string => {
    const address = plainAddress(href)
    if (address === '') return runtime.t('state.linkEmpty')
    if (address.startsWith('#')) return runtime.t('state.anchorMissing', { name: address.slice(1) })
    return runtime.t('state.linkNotOpened', { address })
  }

  /** Puts the preview on the page, which shows no article yet; false when the writer wants none. */
  const openPane = (): boolean => {
    const { view, zen } = runtime.store.get().settings.layout
    if (runtime.active() || view === 'source' || zen) return false
    runtime.store.patch({ begun: true })
    return true
  }

  const seen = (): Promise<void> =>
    loaded ? nextPaint() : new Promise<void>((resolve) => waiting.add(resolve)).then(nextPaint)

  const goOn = (): void => {
    for (const resolve of waiting) resolve()
    waiting.clear()
  }

  const ahead = (start: ArticleAhead, goesOn = false): Promise<void> | null => {
    if (!preview) {
      if (awaited?.start.id !== start.id && !(goesOn && openPane())) return null
      awaited = { start, goesOn }
      return seen()
    }
    const source = sourceAhead(start, runtime.store.get().settings)
    const rest = begun?.id === start.id ? restOf(source.doc, begun.doc) : null
    begun = goesOn ? { id: start.id, doc: source.doc } : null
    if (rest) preview.change(start.id, rest, source)
    else {
      sync?.dispose()
      sync = null
      shown = null
      preview.show(start.id, { ...source, goesOn })
    }
    return seen()
  }

  return {
    show,
    linkSays: (href) => shownAddress(href, inBoth()?.tab.path ?? null) ?? { host: '', rest: notOpened(href) },
    ahead,
    attach(next) {
      preview = next
      loaded = false
      if (next && awaited && runtime.store.get().begun) void ahead(awaited.start, awaited.goesOn)
      else show()
      awaited = null
      if (!next) goOn()
      // A preview that is shown again begins where the source is.
      const view = runtime.active()?.view
      if (sync?.enabled && view && view.scrollDOM.clientHeight > 0) preview?.scrollTo(topOfSource(view))
    },
    updated(session, update) {
      if (!preview || shown?.id !== session.id) return
      if (update.docChanged) preview.change(session.id, update.changes, sourceOf(session))
      if (update.docChanged || update.selectionSet) follow(session)
      if (update.transactions.length > 0) preview.find(searchPattern(update.state))
    },
    pictureChanged(session) {
      if (shown?.id !== session.id) return
      const look = lookOf(session.tab)
      if (look.some((value, at) => value !== shown?.look[at])) show()
    },
    forget(id) {
      preview?.forget(id)
    },
    events: {
      onLoad() {
        loaded = true
        goOn()
      },
      onCaret(offset) {
        const view = inBoth()?.view
        if (!view) return
        const at = Math.min(offset, view.state.doc.length)
        sync?.previewLeads()
        view.dispatch({
          selection: EditorSelection.cursor(at),
          effects: EditorView.scrollIntoView(at, { y: 'nearest', yMargin: 40 }),
        })
        view.focus()
      },
      onSelect({ from, to }) {
        const view = inBoth()?.view
        if (!view || to > view.state.doc.length) return
        sync?.previewLeads()
        view.dispatch({
          selection: EditorSelection.range(from, to),
          effects: EditorView.scrollIntoView(from, { y: 'nearest', yMargin: 40 }),
        })
      },
      onLink(href) {
        const target = linkTarget(href, inBoth()?.tab.path ?? null)
        if (target?.kind === 'outside') void runtime.request('link.open', target.url.href)
        else if (target) void tabs.open([target.path])
        else runtime.notify('info', notOpened(href))
      },
    },
  }
}

/** What makes a text of its beginning; null when it begins in another way. */
function restOf(doc: Text, beginning: Text): ChangeSet | null {
  const { length } = beginning
  if (doc.length < length || !doc.slice(0, length).eq(beginning)) return null
  return ChangeSet.of({ from: length, insert: doc.slice(length) }, length)
}
