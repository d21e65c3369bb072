import { Check, ChevronDown } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

interface ChoiceMenuProps<Id extends string> {
  readonly label: string
  readonly value: Id
  readonly options: readonly { readonly id: Id; readonly label: string }[]
  readonly onChange: (value: Id) => void
}

/** A button that names a choice and opens a menu of the others. */
export function ChoiceMenu<Id extends string>({ label, value, options, onChange }: ChoiceMenuProps<Id>) {
  const current = options.find((option) => option.id === value)
  return (
    <MenuTrigger>
      <Button className="preview-choice" aria-label={`${label} ${current?.label ?? ''}`}>
        <span className="preview-choice-name">{label}</span> {current?.label}
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
