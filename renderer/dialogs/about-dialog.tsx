import { Button } from 'react-aria-components'
import { useTranslate } from '../i18n/use-translate.ts'
import { GalleyMark } from '../panels/galley-mark.tsx'
import { useApp, useAppState } from '../state/use-app.ts'
import { DialogFrame } from './dialog-frame.tsx'

/** What this is, in which version, and under which licence. */
export function AboutDialog() {
  const t = useTranslate()
  const app = useApp()
  const info = useAppState((state) => state.info)
  return (
    <DialogFrame title={t('about.title')}>
      <div className="about">
        <GalleyMark className="welcome-mark" />
        <div>
          <p className="wordmark">{t('app.name')}</p>
          <p className="muted">
            {t('about.version', { version: info.version })}
            <span aria-hidden="true"> · </span>
            {t(info.shell === 'desktop' ? 'about.desktop' : 'about.browser')}
          </p>
        </div>
      </div>
      <p>{t('about.what')}</p>
      <p className="muted">{t('about.licence')}</p>
      <div className="dialog-buttons">
        <Button className="button primary" autoFocus onPress={() => app.answer(null)}>
          {t('common.close')}
        </Button>
      </div>
    </DialogFrame>
  )
}
