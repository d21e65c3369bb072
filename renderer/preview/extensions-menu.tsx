import { Check, ChevronDown } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { MARKDOWN_EXTENSIONS, type MarkdownExtension } from '../../core/markdown/extensions.ts'
import { useTranslate } from '../i18n/use-translate.ts'

interface ExtensionsMenuProps {
  readonly value: readonly MarkdownExtension[]
  readonly onChange: (value: readonly MarkdownExtension[]) => void
}

/** A menu in which each thing that is read beyond GFM is switched on and off. */
export function ExtensionsMenu({ value, onChange }: ExtensionsMenuProps) {
  const t = useTranslate()
  return (
    <MenuTrigger>
      <Button className="preview-choice">
        {t('preview.markdown')}
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <Popover className="preview-popover" placement="bottom start">
        <Menu
          className="preview-menu"
          aria-label={t('preview.markdown')}
          selectionMode="multiple"
          selectedKeys={value}
          onSelectionChange={(keys) =>
            onChange(MARKDOWN_EXTENSIONS.filter((name) => keys === 'all' || keys.has(name)))
          }
        >
          {MARKDOWN_EXTENSIONS.map((name) => (
            <MenuItem
              key={name}
              id={name}
              className="preview-menu-item"
              textValue={t(`preview.markdown.${name}`)}
            >
              <Check size={14} aria-hidden="true" />
              {t(`preview.markdown.${name}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
