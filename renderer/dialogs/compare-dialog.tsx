import { Button } from 'react-aria-components'
import { useTranslate } from '../i18n/use-translate.ts'
import type { DialogState } from '../state/app-state.ts'
import { useApp } from '../state/use-app.ts'
import { DialogFrame } from './dialog-frame.tsx'
import { TextDifference } from './text-difference.tsx'

/** Shows the writer's text beside the one on disk, and asks which stays. */
export function CompareDialog({ name, mine, theirs }: Extract<DialogState, { kind: 'compare' }>) {
  const t = useTranslate()
  const app = useApp()
  return (
    <DialogFrame title={t('compare.title', { name })} size="large">
      <TextDifference
        left={mine}
        right={theirs}
        leftLabel={t('compare.mine')}
        rightLabel={t('compare.theirs')}
      />
      <div className="dialog-buttons">
        <Button className="button apart" autoFocus onPress={() => app.answer(null)}>
          {t('common.cancel')}
        </Button>
        <Button className="button" onPress={() => app.answer('mine')}>
          {t('common.keepMine')}
        </Button>
        <Button className="button" onPress={() => app.answer('theirs')}>
          {t('common.takeTheirs')}
        </Button>
      </div>
    </DialogFrame>
  )
}
