import { readArticleText } from '../editor/article-text.ts'
import type { ArticleSession } from './article-session.ts'
import { fileName, type Tabs } from './opening.ts'
import type { Runtime } from './runtime.ts'

/** Shows the saved versions of an open article; the one chosen becomes its text, as one undo step. */
export async function showHistory(runtime: Runtime, session: ArticleSession): Promise<void> {
  const { path, name, readOnly } = session.tab
  if (path === null) {
    runtime.notify('info', runtime.t('state.noHistory'))
    return
  }
  const canRestore = readOnly === null
  const { rawText, revision } = session
  const answer = await runtime.ask({ kind: 'history', path, name, current: rawText, canRestore })
  if (answer === null || session.revision !== revision || !runtime.sessions.has(session.id)) return
  session.replaceText(answer.text)
  session.view.focus()
}

/** Shows the saved versions of a file that is gone; the one chosen becomes an article to save at the same path. */
export async function showLostHistory(runtime: Runtime, tabs: Tabs, path: string): Promise<void> {
  const name = fileName(path)
  const answer = await runtime.ask({ kind: 'history', path, name, current: null, canRestore: true })
  if (answer === null) return
  const { text, encoding } = answer
  const start = { id: tabs.newId(), name, path, realPath: path, text: readArticleText(text), encoding }
  const session = tabs.add({ ...start, base: null, readOnly: null })
  session.show({ conflict: 'deleted' })
  tabs.activate(session.id)
}
