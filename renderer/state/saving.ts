import type { SaveRequest } from '../../core/contract.ts'
import type { Encoding } from '../../core/encodings.ts'
import { setReadOnly } from '../editor/create-editor.ts'
import type { ArticleSession } from './article-session.ts'
import { fileName, folderOf, type Tabs } from './opening.ts'
import type { Runtime } from './runtime.ts'

/** Saves articles; the saves of one article follow one another. */
export interface Saving {
  /** True when the disk holds the text as it was at the call. */
  readonly save: (session: ArticleSession) => Promise<boolean>
  readonly saveAs: (session: ArticleSession) => Promise<boolean>
  readonly saveWithEncoding: (session: ArticleSession, encoding: Encoding) => Promise<boolean>
  /** Saves over what another program has written: the writer has decided. */
  readonly overwrite: (session: ArticleSession) => Promise<boolean>
}

type Target = Pick<SaveRequest, 'path' | 'base' | 'overwrite'>

export function createSaving(
  runtime: Runtime,
  tabs: Tabs,
  journalDone: (session: ArticleSession) => void,
): Saving {
  const { bridge, store } = runtime
  const queues = new Map<string, Promise<unknown>>()

  const write = async (session: ArticleSession, target: Target, encoding: Encoding): Promise<boolean> => {
    const { state } = session.view
    session.show({ saveState: { kind: 'saving' } })
    const text = session.rawText
    const reply = await bridge.call('article.save', { ...target, text, encoding })
    if (!reply.ok) {
      // Under another name nothing is lost: the file at its own path is as it was.
      const isOwn = target.path === session.tab.path
      if (isOwn) session.attempted = text
      const dirty = isOwn || session.tab.conflict === 'deleted' || session.isDirty()
      session.show({ dirty, saveState: { kind: 'failed', failure: reply } })
      if (isOwn && reply.code === 'changedOnDisk') session.show({ conflict: 'changed' })
      if (isOwn && reply.code === 'deletedOnDisk') session.show({ conflict: 'deleted' })
      return false
    }
    session.base = reply.value.version
    session.show({ encoding, conflict: null, movedTo: null, saveState: { kind: 'saved' } })
    session.markSaved(state)
    if (!session.isDirty()) journalDone(session)
    if (session.tab.path !== reply.value.path) {
      tabs.adopt(session, reply.value)
      setReadOnly(session.view, false)
    }
    return true
  }

  const queued = (session: ArticleSession, task: () => Promise<boolean>): Promise<boolean> => {
    const before = queues.get(session.id) ?? Promise.resolve()
    // One that failed unexpectedly must not keep those after it from the disk.
    const result = before.then(task, task)
    queues.set(session.id, result)
    return result
  }

  /** Asks for a path; native where there are native dialogs, drawn in the page elsewhere. */
  const askPath = async (session: ArticleSession): Promise<{ path: string; mayExist: boolean } | null> => {
    const { info, recents } = store.get()
    const active = session.tab.path
    const folder = active ?? recents[0]?.path
    const name = active === null ? suggestedName(session) : fileName(active)
    const suggested = `${folder === undefined ? info.homeFolder : folderOf(folder)}/${name}`
    if (info.shell === 'desktop') {
      const path = await runtime.request('dialog.save', suggested)
      return path === null ? null : { path, mayExist: true }
    }
    const path = await runtime.ask({ kind: 'saveFile', suggestedPath: suggested })
    return path === null ? null : { path, mayExist: false }
  }

  const saveUnder = async (session: ArticleSession, chosenEncoding?: Encoding): Promise<boolean> => {
    if (isPartOnly(session)) {
      runtime.notify('error', runtime.t('state.partNotSaved', { name: session.tab.name }))
      return false
    }
    const chosen = await askPath(session)
    if (!chosen) return false
    const { path, mayExist } = chosen
    const other = [...runtime.sessions.values()].find((one) => one !== session && one.tab.path === path)
    if (other) {
      runtime.notify('error', runtime.t('state.openInOtherTab', { name: fileName(path) }))
      tabs.activate(other.id)
      return false
    }
    return queued(session, async () => {
      const encoding = chosenEncoding ?? session.tab.encoding
      if (await write(session, { path, base: null, overwrite: mayExist }, encoding)) return true
      const { saveState } = session.tab
      if (saveState.kind !== 'failed' || saveState.failure.code !== 'alreadyExists') return false
      session.show({ saveState: { kind: 'edited' } })
      if (session.tab.conflict !== 'deleted') session.showDirty()
      if (!(await runtime.ask({ kind: 'overwrite', path }))) return false
      return write(session, { path, base: null, overwrite: true }, encoding)
    })
  }

  const saveAs: Saving['saveAs'] = (session) => saveUnder(session)

  return {
    saveAs,
    async save(session) {
      const { path, readOnly } = session.tab
      if (path === null || readOnly) return saveAs(session)
      return queued(session, async () => {
        if (!session.isDirty() && session.tab.saveState.kind === 'saved' && session.tab.conflict === null)
          return true
        const base = session.tab.conflict === 'deleted' ? null : session.base
        return write(session, { path, base, overwrite: false }, session.tab.encoding)
      })
    },
    async saveWithEncoding(session, encoding) {
      const { path, readOnly } = session.tab
      if (path === null) session.show({ encoding })
      // What is shown of a read-only one is not all of it, or not exactly it: its file stays as it is.
      if (path === null || readOnly) return saveUnder(session, encoding)
      return queued(session, () => write(session, { path, base: session.base, overwrite: false }, encoding))
    },
    overwrite(session) {
      const { path, encoding, readOnly } = session.tab
      if (path === null || readOnly) return saveAs(session)
      return queued(session, () => write(session, { path, base: null, overwrite: true }, encoding))
    },
  }
}

/** True for an article of which only the first part, or no text, is shown: saving it would lose the rest. */
export function isPartOnly(session: ArticleSession): boolean {
  return session.tab.readOnly?.details.shown !== undefined
}

/** A file name from the title of an unnamed article, without what file systems refuse. */
function suggestedName(session: ArticleSession): string {
  const field = session.tab.frontMatter.fields.find((one) => one.key.toLowerCase() === 'title')
  const title = typeof field?.value === 'string' ? field.value : session.tab.name
  const safe = title
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, '')
  return `${safe === '' ? 'article' : safe}.${session.tab.bodyFormat === 'html' ? 'html' : 'md'}`
}
