import { useRef } from 'react'
import { Button } from 'react-aria-components'
import { useTranslate } from '../i18n/use-translate.ts'
import type { DialogState } from '../state/app-state.ts'
import { useApp } from '../state/use-app.ts'
import { DialogFrame } from './dialog-frame.tsx'
import { MergeTexts } from './merge-texts.tsx'
import type { MergePanes } from './merge-view.ts'

/** Shows the writer's text beside the one on disk, to make one of the two or to choose between them. */
export function CompareDialog({ name, mine, theirs, conflicts }: Extract<DialogState, { kind: 'compare' }>) {
  const t = useTranslate()
  const app = useApp()
  const panes = useRef<MergePanes>(null)
  return (
    <DialogFrame title={t('compare.title', { name })} size="huge">
      <p className="muted">
        {conflicts === null ? t('compare.hint') : t('compare.conflicts', { n: conflicts })}
      </p>
      <MergeTexts mine={mine} theirs={theirs} panes={panes} />
      <div className="dialog-buttons">
        <Button className="button apart" autoFocus onPress={() => app.answer(null)}>
          {t('common.cancel')}
        </Button>
        {conflicts === null && (
          <>
            <Button className="button" onPress={() => app.answer('mine')}>
              {t('common.keepMine')}
            </Button>
            <Button className="button" onPress={() => app.answer('theirs')}>
              {t('common.takeTheirs')}
            </Button>
          </>
        )}
        <Button
          className="button primary"
          onPress={() => {
            if (panes.current) app.answer({ text: panes.current.text() })
          }}
        >
          {t('compare.use')}
        </Button>
      </div>
    </DialogFrame>
  )
}
