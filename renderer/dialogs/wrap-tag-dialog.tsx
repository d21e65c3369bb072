import { readTag } from '../editor/commands/tags.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { QuestionDialog } from './question-dialog.tsx'

/** The tag wrapped in last, since the start: it is offered again. */
let last = 'div'

/** Asks for an element; answers its name and attributes as typed. */
export function WrapTagDialog() {
  const t = useTranslate()
  return (
    <QuestionDialog
      title={t('wrapTag.title')}
      label={t('wrapTag.label')}
      invalid={t('wrapTag.invalid')}
      action={t('wrapTag.wrap')}
      initial={last}
      read={(text) => {
        if (readTag(text) === null) return null
        last = text.trim()
        return last
      }}
    />
  )
}
