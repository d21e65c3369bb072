import { Button } from 'react-aria-components'
import { useTranslate } from './i18n/use-translate.ts'
import { GalleyMark } from './panels/galley-mark.tsx'

/** What the page shows when it cannot reach its shell; `reason` is the failure's own English sentence. */
export function StartFailure({ reason }: { readonly reason: string }) {
  const t = useTranslate()
  return (
    <main className="start-failure">
      <GalleyMark className="welcome-mark" />
      <h1>{t('app.failed')}</h1>
      <p role="alert">{t('app.failedReason')}</p>
      <p>{t('app.failedAdvice')}</p>
      <p className="muted">{reason}</p>
      <Button className="button" onPress={() => window.location.reload()}>
        {t('app.reload')}
      </Button>
    </main>
  )
}
