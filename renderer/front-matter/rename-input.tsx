import { useRef, useState } from 'react'
import { renameField } from '../../core/front-matter/edit.ts'
import { joinPath, formatPath } from '../../core/front-matter/path.ts'
import type { Field } from '../../core/front-matter/model.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { useForm } from './form-context.ts'

/** Takes a field's new key in place of its label: Enter renames, Escape leaves it. */
export function RenameInput({ field, onDone }: { readonly field: Field; readonly onDone: () => void }) {
  const form = useForm()
  const t = useTranslate()
  const [key, setKey] = useState(field.key)
  const settled = useRef(false)
  const settle = (rename: boolean, stay: boolean): void => {
    if (settled.current) return
    settled.current = true
    const wanted = key.trim()
    const path = joinPath(formatPath(field.segments.slice(0, -1)), wanted)
    const changes = rename && wanted !== '' && wanted !== field.key
    const done =
      changes && form.write(field.path, 'step', (text) => renameField(text, field.segments, wanted))
    if (stay) form.focusSoon(done ? path : field.path, 'menu')
    onDone()
  }
  return (
    <input
      autoFocus
      className="fm-rename"
      aria-label={t('form.rename', { key: field.key })}
      value={key}
      onChange={(event) => setKey(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => settle(true, false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') settle(true, true)
        else if (event.key === 'Escape') settle(false, true)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}
