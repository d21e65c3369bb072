import { Plus } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import type { Field } from '../../core/front-matter/model.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { knownField } from '../../core/front-matter/schemas/schema-for.ts'
import { fieldAbout } from './field-about.ts'
import { useForm } from './form-context.ts'
import { PageBesideList } from './page-beside-list.tsx'
import { useAddField } from './use-add-field.ts'

interface AddFieldProps {
  readonly fields: readonly Field[]
  /** The group the field is added to; null for the front matter itself. */
  readonly parent: Field | null
  /** False while an error hides where the front matter ends. */
  readonly enabled: boolean
}

interface Offer {
  readonly key: string
  readonly about: string | null
}

/** Adds a field: the keys the schema knows and the article lacks come first, any other key may be typed. */
export function AddField({ fields, parent, enabled }: AddFieldProps) {
  const form = useForm()
  const t = useTranslate()
  const input = useRef<HTMLInputElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const wanted = typed.trim()
  const lower = wanted.toLowerCase()
  const schema =
    parent === null ? form.schema.fields : (knownField(form.schema, parent.segments)?.fields ?? [])
  const label = parent === null ? t('form.add') : t('form.addTo', { group: nameOf(parent) })
  const offered = schema
    .filter((one) => !fields.some((field) => field.key === one.key))
    .map((one): Offer => ({ key: one.key, about: fieldAbout(t, one) }))
    .filter((one) => one.key.toLowerCase().includes(lower) || one.about?.toLowerCase().includes(lower))
  const exact = offered.some((one) => one.key === wanted) || fields.some((field) => field.key === wanted)
  const offers =
    wanted === '' || exact ? offered : [...offered, { key: wanted, about: t('form.add.unknown') }]

  const addKey = useAddField(schema, fields, parent)
  const add = (key: string): void => {
    if (key === '') return
    setTyped('')
    addKey(key)
  }
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    if (input.current?.getAttribute('aria-activedescendant')) return
    event.preventDefault()
    event.stopPropagation()
    add(wanted)
  }
  return (
    <div className="fm-add" data-add-field={parent?.path ?? ''} onKeyDownCapture={keyDown}>
      <ComboBox
        ref={box}
        aria-label={label}
        items={offers}
        defaultFilter={() => true}
        inputValue={typed}
        onInputChange={setTyped}
        value={null}
        onChange={(key) => {
          if (key !== null) add(String(key))
        }}
        allowsCustomValue
        isDisabled={!enabled || form.readOnly}
      >
        <PageBesideList />
        <Button className="fm-icon-button">
          <Plus aria-hidden size={16} />
        </Button>
        <Input ref={input} className="fm-input fm-add-input" placeholder={label} />
        <Popover
          className="fm-popover fm-options"
          triggerRef={box}
          maxHeight={320}
          offset={6}
          placement="bottom start"
        >
          <ListBox<Offer> className="fm-listbox">
            {({ key, about }) => (
              <ListBoxItem id={key} textValue={key} className="fm-option fm-offer">
                <span>{key}</span>
                {about !== null && <span className="fm-offer-about">{about}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  )
}

/** A group's key; the place of an entry that has none. */
function nameOf(group: Field): string {
  const place = group.segments.at(-1)
  return typeof place === 'number' ? `${group.segments.at(-2) ?? ''} ${place + 1}` : group.key
}
