import { Button } from 'react-aria-components'
import { useTranslate } from '../i18n/use-translate.ts'
import { useApp, useAppState } from '../state/use-app.ts'

/** What was changed last in a way that can be taken back, and the button that does; `onUndone` takes the focus on. */
export function UndoOffer({ onUndone }: { readonly onUndone: () => void }) {
  const t = useTranslate()
  const app = useApp()
  const offer = useAppState((state) => state.settingsUndo)
  return (
    <>
      <p role="status" className="settings-undo-text">
        {offer?.label}
      </p>
      {offer && (
        <Button
          className="button small"
          onPress={() => {
            onUndone()
            app.undoSettings()
          }}
        >
          {t('command.edit.undo')}
        </Button>
      )}
    </>
  )
}
