import { Button } from 'react-aria-components'
import { baseName, folderOf } from '../i18n/path-text.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { useApp } from '../state/use-app.ts'
import { DialogFrame } from './dialog-frame.tsx'

/** Asks before a file that exists is replaced. */
export function OverwriteDialog({ path }: { readonly path: string }) {
  const t = useTranslate()
  const app = useApp()
  return (
    <DialogFrame title={t('overwrite.title')} asks>
      <p>{t('overwrite.text', { name: baseName(path), folder: folderOf(path) })}</p>
      <div className="dialog-buttons">
        <Button className="button" autoFocus onPress={() => app.answer(null)}>
          {t('common.cancel')}
        </Button>
        <Button className="button danger" onPress={() => app.answer(true)}>
          {t('overwrite.replace')}
        </Button>
      </div>
    </DialogFrame>
  )
}
