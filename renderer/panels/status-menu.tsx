import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

export interface StatusChoice {
  readonly id: string
  readonly label: string
  readonly note?: string
}

export interface StatusMenuProps {
  /** What the button shows. */
  readonly text: string
  /** Accessible name and tooltip of the button: what it is, and its value. */
  readonly title: string
  /** Accessible name of the menu. */
  readonly menuLabel: string
  readonly choices: readonly StatusChoice[]
  readonly selected: string | null
  readonly isDisabled?: boolean
  readonly className?: string
  readonly onChoose: (id: string) => void
}

/** A value in the status bar that opens a menu of its alternatives. */
export function StatusMenu(props: StatusMenuProps) {
  return (
    <StatusTrigger
      text={props.text}
      title={props.title}
      isDisabled={props.isDisabled ?? false}
      className={props.className ?? ''}
    >
      <Menu
        className="menu"
        aria-label={props.menuLabel}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={props.selected === null ? [] : [props.selected]}
        onAction={(key) => props.onChoose(String(key))}
      >
        {props.choices.map((choice) => (
          <StatusItem key={choice.id} choice={choice} />
        ))}
      </Menu>
    </StatusTrigger>
  )
}

export interface StatusTriggerProps extends Pick<
  StatusMenuProps,
  'text' | 'title' | 'isDisabled' | 'className'
> {
  /** The menu. */
  readonly children: ReactNode
}

/** The button of a status menu with its popover above it. */
export function StatusTrigger({ text, title, isDisabled, className, children }: StatusTriggerProps) {
  return (
    <MenuTrigger>
      <Button
        className={`status-button ${className ?? ''}`}
        aria-label={title}
        isDisabled={isDisabled ?? false}
      >
        {text}
      </Button>
      <Popover className="popover" placement="top start" offset={4}>
        {children}
      </Popover>
    </MenuTrigger>
  )
}

/** One alternative with its tick. */
export function StatusItem({ choice }: { readonly choice: StatusChoice }) {
  return (
    <MenuItem id={choice.id} className="menu-item" textValue={choice.label}>
      {({ isSelected }) => (
        <>
          <span className="menu-tick">{isSelected && <Check className="icon" aria-hidden />}</span>
          <span className="menu-label">{choice.label}</span>
          {choice.note !== undefined && <span className="menu-note">{choice.note}</span>}
        </>
      )}
    </MenuItem>
  )
}
