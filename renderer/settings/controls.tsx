import { Check, ChevronDown, Minus, Plus } from 'lucide-react'
import {
  Button,
  Group,
  Input,
  ListBox,
  ListBoxItem,
  NumberField,
  Popover,
  Select,
  SelectValue,
  SwitchButton,
  SwitchField,
} from 'react-aria-components'
import type { NumberRow } from '../../core/settings-table.ts'
import { useTranslate } from '../i18n/use-translate.ts'

interface Labelling {
  readonly 'aria-labelledby'?: string
  readonly 'aria-describedby'?: string
  readonly 'aria-label'?: string
}

interface ToggleProps extends Labelling {
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}

/** On or off. */
export function Toggle({ value, onChange, ...labelling }: ToggleProps) {
  return (
    <SwitchField isSelected={value} onChange={onChange} {...labelling}>
      <SwitchButton className="switch">
        <span className="switch-track" />
      </SwitchButton>
    </SwitchField>
  )
}

interface ChoiceProps<T extends string> extends Labelling {
  readonly value: T
  readonly options: readonly { readonly id: T; readonly label: string }[]
  readonly onChange: (value: T) => void
}

/** One of several, in a list that opens. */
export function Choice<T extends string>({ value, options, onChange, ...labelling }: ChoiceProps<T>) {
  return (
    <Select
      className="choice"
      value={value}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key)
        if (chosen) onChange(chosen.id)
      }}
      {...labelling}
    >
      <Button className="button choice-button">
        <SelectValue className="choice-value" />
        <ChevronDown className="icon" aria-hidden />
      </Button>
      <Popover className="popover choice-popover" offset={2}>
        <ListBox className="menu">
          {options.map(({ id, label }) => (
            <ListBoxItem key={id} id={id} className="menu-item" textValue={label}>
              {({ isSelected }) => (
                <>
                  <span className="menu-tick">{isSelected && <Check className="icon" aria-hidden />}</span>
                  <span className="menu-label">{label}</span>
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}

interface NumberProps extends Labelling {
  readonly row: NumberRow
  readonly value: number
  readonly onChange: (value: number) => void
}

/** A number within its limits: typed, or stepped with the buttons and the arrow keys. */
export function NumberControl({ row, value, onChange, ...labelling }: NumberProps) {
  const t = useTranslate()
  return (
    <div className="number">
      <NumberField
        value={value}
        minValue={row.min}
        maxValue={row.max}
        step={row.step}
        formatOptions={
          row.unit === 'percent'
            ? { style: 'percent', maximumFractionDigits: 0 }
            : { maximumFractionDigits: 2, useGrouping: false }
        }
        onChange={(next) => {
          if (Number.isFinite(next)) onChange(Number(next.toFixed(4)))
        }}
        {...labelling}
      >
        <Group className="number-group">
          <Button slot="decrement" className="number-step">
            <Minus className="icon" aria-hidden />
          </Button>
          <Input className="number-input" />
          <Button slot="increment" className="number-step">
            <Plus className="icon" aria-hidden />
          </Button>
        </Group>
      </NumberField>
      {row.unit !== 'percent' && (
        <span className="number-unit" aria-hidden>
          {t(`settings.unit.${row.unit}`)}
        </span>
      )}
    </div>
  )
}
