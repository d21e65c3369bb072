import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import type { FolderListing } from '../../core/contract.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { breadcrumbs } from './typed-path.ts'

export interface BreadcrumbsProps {
  readonly listing: FolderListing
  readonly onGo: (path: string) => void
}

/** The folders above the one that is shown, and itself; a long way is scrolled to its end. */
export function Breadcrumbs({ listing, onGo }: BreadcrumbsProps) {
  const t = useTranslate()
  const list = useRef<HTMLOListElement>(null)
  const crumbs = breadcrumbs(listing)
  useEffect(() => {
    if (list.current) list.current.scrollLeft = list.current.scrollWidth
  }, [listing.path])
  return (
    <nav className="crumbs" aria-label={t('files.breadcrumb')}>
      <ol className="crumb-list" ref={list}>
        {crumbs.map(({ name, path }, index) => (
          <li key={path} className="crumb">
            <Button
              className="crumb-button"
              {...(index === crumbs.length - 1 ? { 'aria-current': 'location' as const } : {})}
              onPress={() => onGo(path)}
            >
              {name}
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
