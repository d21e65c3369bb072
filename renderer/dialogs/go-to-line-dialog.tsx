import { useTranslate } from '../i18n/use-translate.ts'
import { QuestionDialog } from './question-dialog.tsx'

export interface GoToLineDialogProps {
  readonly lines: number
  /** 1-based line of the caret. */
  readonly current: number
}

/** Asks for a line number; answers one from 1 to `lines`. */
export function GoToLineDialog({ lines, current }: GoToLineDialogProps) {
  const t = useTranslate()
  return (
    <QuestionDialog
      title={t('goToLine.title')}
      label={t('goToLine.label', { lines })}
      invalid={t('goToLine.invalid', { lines })}
      action={t('goToLine.go')}
      initial={String(current)}
      inputMode="numeric"
      read={(text) => {
        const line = /^\d+$/.test(text.trim()) ? Number(text) : 0
        return line >= 1 && line <= lines ? line : null
      }}
    />
  )
}
