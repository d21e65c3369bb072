import { readArticleText } from '../editor/article-text.ts'
import type { Encoding } from '../../core/encodings.ts'
import type { ArticleSession } from './article-session.ts'
import type { Tabs } from './opening.ts'
import type { Runtime } from './runtime.ts'

/** What is kept of a closed article, to bring it back. */
interface Closed {
  readonly path: string | null
  readonly name: string
  readonly encoding: Encoding
  /** What the writer had typed and not saved; null when nothing was given up. */
  readonly unsavedText: string | null
  /** The SHA-256 of the file the text was based on; null before a first save. */
  readonly base: string | null
  /** UTF-16 offsets, of the caret and of what is at the top edge. */
  readonly caret: number
  readonly top: number
}

/** The articles closed since the start, so that closing can be undone, unsaved text included. */
export interface ClosedArticles {
  /** Takes note of an article that is being closed. */
  readonly note: (session: ArticleSession) => void
  /** Brings the last closed one back. */
  readonly reopen: () => Promise<void>
  readonly isEmpty: () => boolean
}

const MOST = 20

export function createClosedArticles(runtime: Runtime, tabs: Tabs): ClosedArticles {
  const closed: Closed[] = []

  /** As a new article: it has no file, or its file is another by now, which must not be overwritten unseen. */
  const bringAsNew = (one: Closed, text: string): ArticleSession => {
    const session = tabs.add({
      id: tabs.newId(),
      name: one.name,
      path: null,
      realPath: null,
      text: readArticleText(''),
      encoding: one.encoding,
      base: null,
      readOnly: null,
    })
    session.replaceText(text)
    session.chooseBodyFormat('auto')
    tabs.activate(session.id)
    return session
  }

  return {
    isEmpty: () => closed.length === 0,
    note(session) {
      const { tab } = session
      if (tab.path === null && session.text === '') return
      closed.push({
        path: tab.path,
        name: tab.name,
        encoding: tab.encoding,
        unsavedText: tab.dirty || tab.path === null ? session.rawText : null,
        base: session.base?.sha256 ?? null,
        caret: session.view.state.selection.main.head,
        top: session.scrolledTo(),
      })
      if (closed.length > MOST) closed.shift()
    },
    async reopen() {
      const one = closed.pop()
      if (!one) return
      if (one.path !== null) await tabs.open([one.path])
      const active = runtime.active()
      const found = one.path !== null && active?.tab.path === one.path ? active : null
      if (one.unsavedText === null) {
        found?.restorePlace(one.caret, one.top)
        return
      }
      const same = found !== null && found.base?.sha256 === one.base && found.tab.readOnly === null
      const session = same ? found : bringAsNew(one, one.unsavedText)
      if (same) session.replaceText(one.unsavedText)
      session.restorePlace(one.caret, one.top)
    },
  }
}
