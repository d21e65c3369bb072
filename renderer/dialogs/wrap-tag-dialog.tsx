import { useState, type SyntheticEvent } from 'react'
import { Button, FieldError, Input, Label, TextField } from 'react-aria-components'
import { readTag } from '../editor/commands/tags.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { useApp } from '../state/use-app.ts'
import { DialogFrame } from './dialog-frame.tsx'

/** The tag wrapped in last, since the start: it is offered again. */
let last = 'div'

/** Asks for an element; answers its name and attributes as typed. */
export function WrapTagDialog() {
  const t = useTranslate()
  const app = useApp()
  const [text, setText] = useState(last)
  const [invalid, setInvalid] = useState(false)
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (readTag(text) === null) {
      setInvalid(true)
      return
    }
    last = text.trim()
    app.answer(last)
  }
  return (
    <DialogFrame title={t('wrapTag.title')}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        <TextField
          className="field"
          value={text}
          isInvalid={invalid}
          onChange={(value) => {
            setText(value)
            setInvalid(false)
          }}
          autoFocus
        >
          <Label>{t('wrapTag.label')}</Label>
          <Input
            className="text-input"
            autoComplete="off"
            spellCheck={false}
            onFocus={(event) => event.currentTarget.select()}
          />
          <FieldError className="field-error">{t('wrapTag.invalid')}</FieldError>
        </TextField>
        <div className="dialog-buttons">
          <Button className="button" onPress={() => app.answer(null)}>
            {t('common.cancel')}
          </Button>
          <Button className="button primary" type="submit">
            {t('wrapTag.wrap')}
          </Button>
        </div>
      </form>
    </DialogFrame>
  )
}
