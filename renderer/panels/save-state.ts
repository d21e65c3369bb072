import { assertNever } from '../../core/assert-never.ts'
import { failureText } from '../i18n/failure-text.ts'
import type { Translate } from '../i18n/use-translate.ts'
import type { ArticleTab, SaveState } from '../state/app-state.ts'

/** `Not saved: …`; a reason that says so itself stands alone. */
function notSaved(t: Translate, reason: string): string {
  return reason.startsWith(t('status.notSaved', { reason: '' }).trim())
    ? reason
    : t('status.notSaved', { reason })
}

/** The save state in words: `Saved`, `Edited`, `Saving…` or `Not saved: …`. */
export function saveStateText(t: Translate, state: SaveState): string {
  switch (state.kind) {
    case 'saved':
      return t('status.saved')
    case 'edited':
      return t('status.edited')
    case 'saving':
      return t('status.saving')
    case 'failed':
      return notSaved(t, failureText(t, state.failure))
    default:
      return assertNever(state)
  }
}

/** The save state of an article in words: as `saveStateText`, and that a new one without changes has no file yet. */
export function savedText(t: Translate, { path, saveState }: Pick<ArticleTab, 'path' | 'saveState'>): string {
  return path === null && saveState.kind === 'saved' ? t('status.new') : saveStateText(t, saveState)
}
