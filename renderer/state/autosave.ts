import type { ArticleSession } from './article-session.ts'
import { debounce } from './debounce.ts'
import type { Runtime } from './runtime.ts'
import type { Saving } from './saving.ts'

/** Saves without being asked, when the writer has chosen so. */
export interface Autosave {
  readonly changed: (session: ArticleSession) => void
  readonly start: () => void
}

const PAUSE = 1500
const LIMIT = 15_000

/** Never touches an unnamed or read-only article, one that changed on disk, or text that is being composed. */
function mayAutosave(session: ArticleSession): boolean {
  const { path, dirty, readOnly, conflict, saveState } = session.tab
  return (
    path !== null &&
    dirty &&
    !readOnly &&
    conflict === null &&
    saveState.kind === 'edited' &&
    !session.view.composing
  )
}

export function createAutosave(runtime: Runtime, saving: Saving): Autosave {
  const saveAll = (): void => {
    for (const session of runtime.sessions.values()) if (mayAutosave(session)) void saving.save(session)
  }
  const afterPause = debounce(saveAll, PAUSE, LIMIT)
  return {
    changed() {
      if (runtime.store.get().settings.autosave === 'afterPause') afterPause.schedule()
    },
    start() {
      const left = (): void => {
        if (runtime.store.get().settings.autosave === 'onFocusChange') saveAll()
      }
      window.addEventListener('blur', left)
      window.addEventListener('focusout', ({ target }) => {
        if (target instanceof Element && target.closest('.cm-content, [data-pane="form"]')) left()
      })
    },
  }
}
