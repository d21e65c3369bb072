import { Ellipsis } from 'lucide-react'
import { useRef } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { assertNever } from '../../core/assert-never.ts'
import { moveField, removeField } from '../../core/front-matter/edit.ts'
import type { Field } from '../../core/front-matter/model.ts'
import { formatPath } from '../../core/front-matter/path.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { copyText } from './copy-text.ts'
import { fieldAsYaml } from './field-as-yaml.ts'
import { useForm } from './form-context.ts'

type Action = 'rename' | 'up' | 'down' | 'copy' | 'remove'

interface FieldMenuProps {
  readonly field: Field
  readonly labelId: string
  /** Its place among its siblings, and how many there are. */
  readonly index: number
  readonly count: number
  /** Path of the sibling that takes the focus when this field is removed. */
  readonly neighbour: string | null
  readonly onRename: () => void
}

/** What can be done with a field as a whole. */
export function FieldMenu({ field, labelId, index, count, neighbour, onRename }: FieldMenuProps) {
  const form = useForm()
  const t = useTranslate()
  const renames = useRef(false)
  const name = field.keySpan === null ? `${index + 1}` : field.key
  const act = (action: Action): void => {
    switch (action) {
      case 'rename':
        renames.current = true
        return
      case 'up':
      case 'down': {
        const to = action === 'up' ? index - 1 : index + 1
        if (form.write(field.path, 'step', (text) => moveField(text, field.segments, to))) {
          form.announce(t('form.moved', { key: name, place: to + 1, count }))
          form.focusSoon(field.keySpan === null ? movedTo(field, to) : field.path, 'menu')
        }
        return
      }
      case 'copy':
        return void copyText(fieldAsYaml(form.getText(), field.path)).then((done) =>
          form.announce(t(done ? 'form.copied' : 'form.notCopied', { key: name })),
        )
      case 'remove':
        if (form.write(field.path, 'step', (text) => removeField(text, field.segments))) {
          form.announce(t('form.removed', { key: name }))
          form.focusSoon(neighbour ?? '', 'menu')
        }
        return
      default:
        return assertNever(action)
    }
  }
  const locked = form.readOnly
  const disabled: readonly Action[] = [
    ...(locked ? (['rename', 'up', 'down', 'remove'] as const) : []),
    ...(field.keySpan === null ? (['rename'] as const) : []),
    ...(index === 0 ? (['up'] as const) : []),
    ...(index === count - 1 ? (['down'] as const) : []),
  ]
  return (
    <MenuTrigger>
      <Button
        // The menu gives the focus back when it has closed; only then can the name's text box have it.
        onFocus={() => {
          if (!renames.current) return
          renames.current = false
          onRename()
        }}
        className="fm-icon-button fm-menu-button"
        aria-label={t('form.menu')}
        aria-describedby={labelId}
      >
        <Ellipsis aria-hidden size={16} />
      </Button>
      <Popover className="fm-popover" offset={4} placement="bottom end">
        <Menu<object>
          className="fm-menu"
          disabledKeys={disabled}
          onAction={(key) => ACTIONS.filter((one) => one === key).forEach(act)}
        >
          {ACTIONS.map((action) => (
            <MenuItem
              key={action}
              id={action}
              className="fm-option"
              data-danger={action === 'remove' || undefined}
            >
              {t(`form.menu.${action}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

const ACTIONS: readonly Action[] = ['rename', 'up', 'down', 'copy', 'remove']

/** The path of a list's item once it stands at `place`. */
function movedTo(field: Field, place: number): string {
  return formatPath([...field.segments.slice(0, -1), place])
}
