import { Check, ChevronDown, type LucideIcon } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

interface ChoiceMenuProps<Id extends string> {
  readonly label: string
  /** Stands for the choice where its words have no room. */
  readonly icon: LucideIcon
  readonly value: Id
  readonly options: readonly { readonly id: Id; readonly label: string }[]
  readonly onChange: (value: Id) => void
}

/** A button that names a choice and opens a menu of the others. */
export function ChoiceMenu<Id extends string>(props: ChoiceMenuProps<Id>) {
  const { label, icon: Icon, value, options, onChange } = props
  const current = options.find((option) => option.id === value)
  return (
    <MenuTrigger>
      <Button className="preview-choice" aria-label={`${label} ${current?.label ?? ''}`}>
        <Icon className="preview-choice-icon" size={16} aria-hidden="true" />
        <span className="preview-choice-name">{label}</span>{' '}
        <span className="preview-choice-value">{current?.label}</span>
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <Popover className="preview-popover" placement="bottom start">
        <Menu
          className="preview-menu"
          aria-label={label}
          selectionMode="single"
          selectedKeys={[value]}
          onAction={(key) => {
            const chosen = options.find((option) => option.id === key)
            if (chosen) onChange(chosen.id)
          }}
        >
          {options.map((option) => (
            <MenuItem key={option.id} id={option.id} className="preview-menu-item" textValue={option.label}>
              <Check size={14} aria-hidden="true" />
              {option.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
