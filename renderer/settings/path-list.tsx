import { X } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { Settings } from '../../core/settings.ts'
import { baseName, folderOf } from '../i18n/path-text.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { IconButton } from '../panels/icon-button.tsx'
import { changeWithUndo } from '../state/settings-undo.ts'
import { useApp } from '../state/use-app.ts'

interface PathListProps {
  /** Accessible name of the list. */
  readonly labelledBy: string
  readonly paths: readonly string[]
  readonly emptyText: string
  /** What is remembered of a path, beside it. */
  readonly detail?: (path: string) => ReactNode
  /** What stands for the empty path. */
  readonly unsavedText?: string
  /** The change of the settings that leaves these paths, and forgets the others. */
  readonly change: (left: (path: string) => boolean) => Partial<Settings>
}

/** Paths Galley remembers something of: each can be forgotten, and all at once. */
export function PathList({ labelledBy, paths, emptyText, detail, unsavedText, change }: PathListProps) {
  const t = useTranslate()
  const app = useApp()
  const list = useRef<HTMLDivElement>(null)
  const nameOf = (path: string): string => (path === '' ? (unsavedText ?? '') : baseName(path))
  const forget = (path: string): void => {
    const label = t('settings.undo.forgot', { name: nameOf(path) })
    changeWithUndo(
      app,
      change((it) => it !== path),
      label,
    )
    list.current?.focus()
  }
  const forgetAll = (): void => {
    changeWithUndo(
      app,
      change(() => false),
      t('settings.undo.forgotAll', { n: paths.length }),
    )
    list.current?.focus()
  }
  return (
    <div className="paths" ref={list} tabIndex={-1}>
      {paths.length === 0 ? (
        <p className="muted">{emptyText}</p>
      ) : (
        <>
          <ul className="path-list" aria-labelledby={labelledBy}>
            {paths.map((path) => (
              <li key={path} className="path">
                <span className="path-name" title={path}>
                  <bdi>{nameOf(path)}</bdi>
                  <bdi className="path-folder">{folderOf(path)}</bdi>
                </span>
                {detail?.(path)}
                <IconButton label={t('settings.remove', { name: nameOf(path) })} onPress={() => forget(path)}>
                  <X className="icon" aria-hidden />
                </IconButton>
              </li>
            ))}
          </ul>
          <Button className="button small" onPress={forgetAll}>
            {t('settings.clear')}
          </Button>
        </>
      )}
    </div>
  )
}
