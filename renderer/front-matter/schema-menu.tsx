import { Check, ChevronDown } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { SCHEMA_NAMES, type SchemaName } from '../../core/front-matter/schemas/schema.ts'
import { useTranslate } from '../i18n/use-translate.ts'

interface SchemaMenuProps {
  /** What the writer chose for this site or folder; null leaves it to the folder's marker files. */
  readonly chosen: SchemaName | null
  /** What the marker files and `galley.json` ask for. */
  readonly automatic: SchemaName
  readonly onChoose: (schema: SchemaName | null) => void
}

const CHOICES = ['automatic', ...SCHEMA_NAMES] as const

/** Whose known fields the form offers, and the menu to choose others for the whole site or folder. */
export function SchemaMenu({ chosen, automatic, onChoose }: SchemaMenuProps) {
  const t = useTranslate()
  const label = (choice: SchemaName | 'automatic'): string =>
    choice === 'automatic'
      ? t('form.schema.automatic', { name: t(`form.schema.${automatic}`) })
      : t(`form.schema.${choice}`)
  const current = chosen ?? 'automatic'
  return (
    <MenuTrigger>
      <Button className="fm-schema">
        {t('form.schema', { name: label(current) })}
        <ChevronDown aria-hidden size={14} />
      </Button>
      <Popover className="fm-popover" offset={4} placement="top start">
        <Menu<object>
          className="fm-menu"
          aria-label={t('form.schema.choose')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[current]}
          onAction={(key) => {
            const choice = CHOICES.find((one) => one === key)
            if (choice !== undefined) onChoose(choice === 'automatic' ? null : choice)
          }}
        >
          {CHOICES.map((choice) => (
            <MenuItem key={choice} id={choice} textValue={label(choice)} className="fm-option fm-checked">
              {label(choice)}
              {choice === current && <Check aria-hidden size={14} />}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
