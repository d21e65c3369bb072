import { useState, type SyntheticEvent } from 'react'
import { Button, FieldError, Input, Label, TextField } from 'react-aria-components'
import { useTranslate } from '../i18n/use-translate.ts'
import { useApp } from '../state/use-app.ts'
import { DialogFrame } from './dialog-frame.tsx'

export interface QuestionDialogProps {
  readonly title: string
  readonly label: string
  /** Said when the text is no answer. */
  readonly invalid: string
  /** What the button that answers says. */
  readonly action: string
  /** What stands there at first, selected. */
  readonly initial: string
  readonly inputMode?: 'numeric' | 'text'
  /** The answer a text is; null when it is none. */
  readonly read: (text: string) => string | number | null
}

/** Asks for one line of text, and answers what it means. */
export function QuestionDialog({
  title,
  label,
  invalid,
  action,
  initial,
  inputMode,
  read,
}: QuestionDialogProps) {
  const t = useTranslate()
  const app = useApp()
  const [text, setText] = useState(initial)
  const [isInvalid, setInvalid] = useState(false)
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    const answer = read(text)
    if (answer === null) setInvalid(true)
    else app.answer(answer)
  }
  return (
    <DialogFrame title={title}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        <TextField
          className="field"
          value={text}
          isInvalid={isInvalid}
          onChange={(value) => {
            setText(value)
            setInvalid(false)
          }}
          autoFocus
        >
          <Label>{label}</Label>
          <Input
            className="text-input"
            inputMode={inputMode}
            autoComplete="off"
            spellCheck={false}
            onFocus={(event) => event.currentTarget.select()}
          />
          <FieldError className="field-error">{invalid}</FieldError>
        </TextField>
        <div className="dialog-buttons">
          <Button className="button" onPress={() => app.answer(null)}>
            {t('common.cancel')}
          </Button>
          <Button className="button primary" type="submit">
            {action}
          </Button>
        </div>
      </form>
    </DialogFrame>
  )
}
