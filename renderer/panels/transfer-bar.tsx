import { Button } from 'react-aria-components'
import { useTranslate } from '../i18n/use-translate.ts'
import type { Transfer } from '../state/app-state.ts'
import { megabytesOf, Progress } from './progress.tsx'

/** How far the images are that are being kept, and a way to stop it. */
export function TransferBar({ transfer }: { readonly transfer: Transfer }) {
  const t = useTranslate()
  const { name, cancel } = transfer
  const text = t('paste.keeping', { name, ...megabytesOf(transfer) })
  return (
    <div className="bar" data-severity="info">
      <Progress label={text} part={transfer} />
      <p className="bar-text">{text}</p>
      <Button className="button small" onPress={cancel}>
        {t('common.cancel')}
      </Button>
    </div>
  )
}
