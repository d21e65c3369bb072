import { Button, ProgressBar } from 'react-aria-components'
import { useTranslate } from '../i18n/use-translate.ts'
import type { Transfer } from '../state/app-state.ts'

/** Bytes as megabytes with one decimal. */
const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1)

/** How far the images are that are being kept, and a way to stop it. */
export function TransferBar({ transfer }: { readonly transfer: Transfer }) {
  const t = useTranslate()
  const { name, done, total, cancel } = transfer
  const text = t('paste.keeping', { name, done: megabytes(done), total: megabytes(total) })
  return (
    <div className="bar" data-severity="info">
      <ProgressBar
        className="progress"
        aria-label={text}
        value={done}
        maxValue={Math.max(1, total)}
        style={{ '--progress-done': total === 0 ? 0 : done / total }}
      >
        <span className="progress-track" data-known />
      </ProgressBar>
      <p className="bar-text">{text}</p>
      <Button className="button small" onPress={cancel}>
        {t('common.cancel')}
      </Button>
    </div>
  )
}
