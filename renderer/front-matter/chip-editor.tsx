import { useRef, useState } from 'react'
import { useTranslate } from '../i18n/use-translate.ts'

interface ChipEditorProps {
  readonly entry: string
  /** Enter: the text without spaces around it. */
  readonly onDone: (text: string) => void
  /** The focus went elsewhere. */
  readonly onLeave: (text: string) => void
  readonly onCancel: () => void
}

/** A chip while its text is changed. */
export function ChipEditor({ entry, onDone, onLeave, onCancel }: ChipEditorProps) {
  const t = useTranslate()
  const [text, setText] = useState(entry)
  const settled = useRef(false)
  const settle = (how: () => void): void => {
    if (settled.current) return
    settled.current = true
    how()
  }
  return (
    <input
      autoFocus
      className="fm-chip-editor"
      size={Math.max(4, text.length + 1)}
      aria-label={t('form.list.edit', { entry })}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => settle(() => onLeave(text.trim()))}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') settle(() => onDone(text.trim()))
        else if (event.key === 'Escape') settle(onCancel)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}
