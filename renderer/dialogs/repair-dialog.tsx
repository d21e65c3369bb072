import { Button } from 'react-aria-components'
import { useTranslate } from '../i18n/use-translate.ts'
import type { DialogState } from '../state/app-state.ts'
import { useApp } from '../state/use-app.ts'
import { DialogFrame } from './dialog-frame.tsx'
import { TextDifference } from './text-difference.tsx'

/** Shows what a repair of the front matter would change, before it does. */
export function RepairDialog({ before, after, count }: Extract<DialogState, { kind: 'repair' }>) {
  const t = useTranslate()
  const app = useApp()
  return (
    <DialogFrame title={t('repair.title')} size="large">
      <p>{t('repair.text', { n: count })}</p>
      <TextDifference
        left={before}
        right={after}
        leftLabel={t('repair.before')}
        rightLabel={t('repair.after')}
      />
      <div className="dialog-buttons">
        <Button className="button" onPress={() => app.answer(null)}>
          {t('common.cancel')}
        </Button>
        <Button className="button primary" autoFocus onPress={() => app.answer(true)}>
          {t('repair.apply')}
        </Button>
      </div>
    </DialogFrame>
  )
}
