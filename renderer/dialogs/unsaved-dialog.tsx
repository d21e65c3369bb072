import { Button } from 'react-aria-components'
import { useTranslate } from '../i18n/use-translate.ts'
import type { DialogAnswers } from '../state/app-state.ts'
import { useApp } from '../state/use-app.ts'
import { DialogFrame } from './dialog-frame.tsx'

/** Asks what becomes of unsaved articles before they are closed. */
export function UnsavedDialog({ names }: { readonly names: readonly string[] }) {
  const t = useTranslate()
  const app = useApp()
  const n = names.length
  const answer = (value: DialogAnswers['unsaved'] | null) => () => app.answer(value)
  return (
    <DialogFrame title={n === 1 ? t('unsaved.title') : t('unsaved.titleMany', { n })} asks>
      {n === 1 ? (
        <p>{t('unsaved.one', { name: names[0] ?? '' })}</p>
      ) : (
        <>
          <p>{t('unsaved.many')}</p>
          <ul className="name-list">
            {names.map((name, index) => (
              <li key={index}>{name}</li>
            ))}
          </ul>
        </>
      )}
      <div className="dialog-buttons">
        <Button className="button danger apart" onPress={answer('discard')}>
          {t('unsaved.discard')}
        </Button>
        <Button className="button" onPress={answer(null)}>
          {t('common.cancel')}
        </Button>
        <Button className="button primary" autoFocus onPress={answer('save')}>
          {t(n === 1 ? 'common.save' : 'unsaved.saveAll')}
        </Button>
      </div>
    </DialogFrame>
  )
}
