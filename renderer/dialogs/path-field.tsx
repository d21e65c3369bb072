import type { RefObject } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { useTranslate } from '../i18n/use-translate.ts'

export interface PathFieldProps {
  readonly value: string
  readonly onChange: (path: string) => void
  readonly inputRef?: RefObject<HTMLInputElement | null>
}

/** A path to be typed or shown, selected as it gets the focus. */
export function PathField({ value, onChange, inputRef }: PathFieldProps) {
  const t = useTranslate()
  return (
    <TextField className="field row" value={value} onChange={onChange} autoFocus>
      <Label>{t('files.path')}</Label>
      <Input
        ref={inputRef}
        className="text-input"
        autoComplete="off"
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
      />
    </TextField>
  )
}
