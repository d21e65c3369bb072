import { useState, type SyntheticEvent } from 'react'
import { Button, FieldError, Input, Label, TextField } from 'react-aria-components'
import { useTranslate } from '../i18n/use-translate.ts'
import { useApp } from '../state/use-app.ts'
import { DialogFrame } from './dialog-frame.tsx'

export interface GoToLineDialogProps {
  readonly lines: number
  /** 1-based line of the caret. */
  readonly current: number
}

/** Asks for a line number; answers one from 1 to `lines`. */
export function GoToLineDialog({ lines, current }: GoToLineDialogProps) {
  const t = useTranslate()
  const app = useApp()
  const [text, setText] = useState(String(current))
  const [invalid, setInvalid] = useState(false)
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    const line = /^\d+$/.test(text.trim()) ? Number(text) : 0
    if (line >= 1 && line <= lines) app.answer(line)
    else setInvalid(true)
  }
  return (
    <DialogFrame title={t('goToLine.title')}>
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
          <Label>{t('goToLine.label', { lines })}</Label>
          <Input
            className="text-input"
            inputMode="numeric"
            autoComplete="off"
            onFocus={(event) => event.currentTarget.select()}
          />
          <FieldError className="field-error">{t('goToLine.invalid', { lines })}</FieldError>
        </TextField>
        <div className="dialog-buttons">
          <Button className="button" onPress={() => app.answer(null)}>
            {t('common.cancel')}
          </Button>
          <Button className="button primary" type="submit">
            {t('goToLine.go')}
          </Button>
        </div>
      </form>
    </DialogFrame>
  )
}
