import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { removeItem, setField } from '../../core/front-matter/edit.ts'
import type { FolderContext } from '../../core/contract.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { absence } from './absence.ts'
import { Chips } from './chips.tsx'
import { ComboHandleProvider, type ComboHandle } from './combo-handle.tsx'
import type { ControlProps } from './control-props.ts'
import { useForm } from './form-context.ts'
import { appendEntries, entriesOf } from './list-edits.ts'
import { PageBesideList } from './page-beside-list.tsx'
import { endsEntry, parseList } from './parse-list.ts'

/** How many suggestions are offered at once. */
const OFFERED = 50

/** Tags, categories and the like: chips, and a text box named by the key that takes more of them. */
export function ListControl({ field, id, ...props }: ControlProps) {
  const form = useForm()
  const t = useTranslate()
  const input = useRef<HTMLInputElement>(null)
  const chips = useRef<HTMLUListElement>(null)
  const combo = useRef<ComboHandle>(null)
  const [typed, setTyped] = useState('')
  const composing = useRef(false)
  const entries = entriesOf(field)
  const locked = form.readOnly || field.alias
  const missing = absence(field)
  const wanted = typed.trim().toLowerCase()
  const offered = suggestionsFor(form.context, field.key)
    .filter((one) => !entries.includes(one) && one.toLowerCase().includes(wanted))
    .slice(0, OFFERED)

  const add = (text: string): boolean => {
    const fresh = [...new Set(parseList(text))].filter((one) => !entries.includes(one))
    if (fresh.length === 0) return true
    const done = form.write(field.path, 'step', (now) => appendEntries(now, field, fresh))
    if (done) form.announce(t('form.list.added', { entries: fresh.join(t('common.between')) }))
    return done
  }
  const remove = (index: number): void => {
    const done = form.write(field.path, 'step', (now) =>
      field.kind === 'list' ? removeItem(now, field.segments, index) : setField(now, field.segments, null),
    )
    if (!done) return
    form.announce(t('form.list.removed', { entry: entries[index] ?? '' }))
    if (entries.length === 1) input.current?.focus()
  }
  const commit = (): void => {
    if (add(typed)) setTyped('')
    // Nothing is typed any more: a list of everything would only hide the page from a screen reader.
    combo.current?.close()
  }
  const change = (text: string): void => {
    if (text !== '') combo.current?.release()
    if (!composing.current && endsEntry(text) && add(text)) setTyped('')
    else setTyped(text)
  }
  const keyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== input.current || event.nativeEvent.isComposing) return
    if (event.key.startsWith('Arrow')) combo.current?.release()
    const choosing = input.current.getAttribute('aria-activedescendant') !== null
    const atStart = input.current.selectionStart === 0 && input.current.selectionEnd === 0
    if (event.key === 'Enter' && !choosing) commit()
    else if (event.key === 'Backspace' && typed === '' && entries.length > 0) remove(entries.length - 1)
    else if (event.key === 'ArrowLeft' && atStart && entries.length > 0) {
      chips.current?.querySelector<HTMLElement>('li:last-child [role=button]')?.focus()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain')
    if (parseList(text).length < 2) return
    event.preventDefault()
    add(text)
  }
  return (
    <div className="fm-list" data-locked={locked || undefined}>
      <Chips
        field={field}
        entries={entries}
        locked={locked}
        listRef={chips}
        inputRef={input}
        onRemove={remove}
      />
      <div
        className="fm-list-entry"
        data-typing={typed !== '' || undefined}
        onKeyDownCapture={locked ? undefined : keyDown}
        onPasteCapture={locked ? undefined : paste}
        onCompositionStartCapture={() => {
          composing.current = true
        }}
        onCompositionEndCapture={(event) => {
          composing.current = false
          if (event.target instanceof HTMLInputElement) change(event.target.value)
        }}
      >
        <ComboBox
          aria-label={field.key}
          {...(props['aria-describedby'] === undefined
            ? {}
            : { 'aria-describedby': props['aria-describedby'] })}
          isInvalid={props['aria-invalid'] ?? false}
          isRequired={props['aria-required'] ?? false}
          validationBehavior="aria"
          items={offered.map((name) => ({ name }))}
          defaultFilter={() => true}
          inputValue={typed}
          onInputChange={change}
          value={null}
          onChange={(chosen) => {
            if (chosen === null || !add(String(chosen))) return
            setTyped('')
            combo.current?.close()
          }}
          onBlur={commit}
          allowsCustomValue
          isReadOnly={locked}
        >
          <ComboHandleProvider handle={combo} />
          <PageBesideList />
          <Input
            id={id}
            ref={input}
            className="fm-list-input"
            placeholder={entries.length > 0 || missing === null ? '' : t(`form.absence.${missing}`)}
          />
          <Popover className="fm-popover fm-options" maxHeight={320} offset={6}>
            <ListBox<{ name: string }> className="fm-listbox">
              {({ name }) => (
                <ListBoxItem id={name} className="fm-option">
                  {name}
                </ListBoxItem>
              )}
            </ListBox>
          </Popover>
        </ComboBox>
      </div>
    </div>
  )
}

function suggestionsFor(context: FolderContext | null, key: string): readonly string[] {
  return context !== null && Object.hasOwn(context.suggestions, key) ? (context.suggestions[key] ?? []) : []
}
