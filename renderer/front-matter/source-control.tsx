import { useState } from 'react'
import { problemText } from '../i18n/problem-text.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import type { ControlProps } from './control-props.ts'
import { useForm } from './form-context.ts'
import { outdented, sourceEdit, type SourceEdit } from './source-edit.ts'
import { useDraft } from './use-draft.ts'

/** A value as it stands in the file, for what no other control can show. It is written as soon as it parses. */
export function SourceControl({ field, ...props }: ControlProps) {
  const form = useForm()
  const t = useTranslate()
  const [refused, setRefused] = useState<Extract<SourceEdit, { ok: false }> | null>(null)
  const shown = outdented(field.source)
  const write = (typed: string): boolean => {
    const result = sourceEdit(form.getText(), field.path, typed.trimEnd())
    setRefused(result.ok ? null : result)
    return result.ok && form.write(field.path, 'typing', () => result.edits)
  }
  const draft = useDraft(shown, write, (typed) => typed.trimEnd())
  const failed = draft.value === shown ? null : refused
  return (
    <>
      <div className="fm-grow" data-text={draft.value} data-technical>
        <textarea
          {...props}
          className="fm-input fm-source"
          rows={1}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={failed !== null || props['aria-invalid']}
          value={draft.value}
          readOnly={form.readOnly || field.alias}
          {...draft.handlers}
        />
      </div>
      {failed !== null && (
        <p className="fm-note" data-severity="error" role="alert">
          {t('form.source.waits', {
            reason: failed.problem === null ? t('form.source.elsewhere') : problemText(t, failed.problem),
          })}
        </p>
      )}
    </>
  )
}
