import { useRef } from 'react'
import type { TextEdit } from '../../core/article/text-edit.ts'
import type { Field } from '../../core/front-matter/model.ts'
import { useForm } from './form-context.ts'
import { useDraft, type Draft } from './use-draft.ts'

/** Finds the edits for a typed text; `origin` is the source the value had when the typing began. */
export type TypedEdits = (text: string, origin: string) => readonly TextEdit[]

interface TypedField {
  readonly value: string
  /** For the control itself. */
  readonly handlers: Draft['handlers'] & { readonly onFocus: () => void }
}

/**
 * A draft of a field's text that writes each input to the article. `plan` gives the edits for a typed text, or null
 * when it stands for no value and has to wait. `echoOf` is as for `useDraft`.
 */
export function useTypedField(
  field: Field,
  shown: string,
  plan: (typed: string) => TypedEdits | null,
  echoOf?: (typed: string) => string,
): TypedField {
  const form = useForm()
  const origin = useRef<string | null>(null)
  const write = (typed: string): boolean => {
    const make = plan(typed)
    if (make === null) return false
    return form.write(field.path, 'typing', (text) => make(text, origin.current ?? field.source))
  }
  const draft = useDraft(shown, write, echoOf)
  return {
    value: draft.value,
    handlers: {
      ...draft.handlers,
      onFocus: () => {
        origin.current = field.source
      },
    },
  }
}
