import { Button } from 'react-aria-components'
import { copyText } from '../front-matter/copy-text.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { useApp } from '../state/use-app.ts'
import { DialogFrame } from './dialog-frame.tsx'

/** The latest lines of the log, where no file manager can show its file. */
export function LogDialog({ text }: { readonly text: string }) {
  const t = useTranslate()
  const app = useApp()
  return (
    <DialogFrame title={t('log.title')} size="large">
      <p className="muted">{t('log.explain')}</p>
      {text === '' ? (
        <p>{t('log.empty')}</p>
      ) : (
        <pre className="log-lines" tabIndex={0} aria-label={t('log.title')}>
          {text}
        </pre>
      )}
      <div className="dialog-buttons">
        {text !== '' && (
          <Button className="button apart" onPress={() => void copyText(text)}>
            {t('log.copy')}
          </Button>
        )}
        <Button className="button primary" autoFocus onPress={() => app.answer(null)}>
          {t('common.close')}
        </Button>
      </div>
    </DialogFrame>
  )
}
