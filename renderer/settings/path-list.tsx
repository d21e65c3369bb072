import { X } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { baseName, folderOf } from '../i18n/path-text.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { IconButton } from '../panels/icon-button.tsx'

interface PathListProps {
  /** Accessible name of the list. */
  readonly labelledBy: string
  readonly paths: readonly string[]
  readonly emptyText: string
  /** What is remembered of a path, beside it. */
  readonly detail?: (path: string) => ReactNode
  /** What stands for the empty path. */
  readonly unsavedText?: string
  readonly onRemove: (path: string) => void
  readonly onClear: () => void
}

/** Paths Galley remembers something of: each can be forgotten, and all at once. */
export function PathList({
  labelledBy,
  paths,
  emptyText,
  detail,
  unsavedText,
  onRemove,
  onClear,
}: PathListProps) {
  const t = useTranslate()
  const list = useRef<HTMLDivElement>(null)
  if (paths.length === 0) return <p className="muted">{emptyText}</p>
  const nameOf = (path: string): string => (path === '' ? (unsavedText ?? '') : baseName(path))
  return (
    <div className="paths" ref={list} tabIndex={-1}>
      <ul className="path-list" aria-labelledby={labelledBy}>
        {paths.map((path) => (
          <li key={path} className="path">
            <span className="path-name" title={path}>
              <bdi>{nameOf(path)}</bdi>
              <bdi className="path-folder">{folderOf(path)}</bdi>
            </span>
            {detail?.(path)}
            <IconButton
              label={t('settings.remove', { name: nameOf(path) })}
              onPress={() => {
                onRemove(path)
                list.current?.focus()
              }}
            >
              <X className="icon" aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button className="button small" onPress={onClear}>
        {t('settings.clear')}
      </Button>
    </div>
  )
}
