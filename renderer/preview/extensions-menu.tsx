import { Check, ChevronDown, SlidersHorizontal } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { BodyFormat } from '../../core/article/body-format.ts'
import { extensionsFor, MARKDOWN_EXTENSIONS, type MarkdownExtension } from '../../core/markdown/extensions.ts'
import { useTranslate } from '../i18n/use-translate.ts'

interface ExtensionsMenuProps {
  /** Of the article in front: what has no effect on it is not offered. */
  readonly format: BodyFormat
  readonly value: readonly MarkdownExtension[]
  readonly onChange: (value: readonly MarkdownExtension[]) => void
}

/** A menu in which each thing that is read beyond GFM, or done to HTML, is switched on and off. */
export function ExtensionsMenu({ format, value, onChange }: ExtensionsMenuProps) {
  const t = useTranslate()
  const offered = extensionsFor(format)
  const title = t(format === 'html' ? 'preview.html' : 'preview.markdown')
  return (
    <MenuTrigger>
      <Button className="preview-choice" aria-label={title}>
        <SlidersHorizontal className="preview-choice-icon" size={16} aria-hidden="true" />
        <span className="preview-choice-value">{title}</span>
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <Popover className="preview-popover" placement="bottom start">
        <Menu
          className="preview-menu"
          aria-label={title}
          selectionMode="multiple"
          selectedKeys={value}
          onSelectionChange={(keys) =>
            onChange(
              MARKDOWN_EXTENSIONS.filter((name) =>
                offered.includes(name) ? keys === 'all' || keys.has(name) : value.includes(name),
              ),
            )
          }
        >
          {offered.map((name) => (
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
