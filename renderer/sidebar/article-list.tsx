import { FileText, TriangleAlert } from 'lucide-react'
import { GridList, GridListItem } from 'react-aria-components'
import { useTranslate } from '../i18n/use-translate.ts'
import { UnsavedDot } from './folder-tree.tsx'

/** An article as a row of the sidebar. */
export interface ListedArticle {
  readonly id: string
  readonly text: string
  /** Said after the text, muted. */
  readonly note: string | null
  readonly unsaved: boolean
  /** Its file is another on disk. */
  readonly conflict: boolean
}

export interface ArticleListProps {
  readonly label: string
  readonly articles: readonly ListedArticle[]
  /** Id of the one that is shown. */
  readonly current: string | null
  readonly onChoose: (id: string) => void
}

/** Articles one under the other; Enter or a click chooses one. */
export function ArticleList({ label, articles, current, onChoose }: ArticleListProps) {
  const t = useTranslate()
  return (
    <GridList
      className="side-list"
      aria-label={label}
      items={articles}
      dependencies={[current, t]}
      onAction={(key) => onChoose(String(key))}
    >
      {({ id, text, note, unsaved, conflict }) => (
        <GridListItem
          id={id}
          className="side-row"
          textValue={text}
          data-current={id === current || undefined}
        >
          {conflict ? (
            <>
              <TriangleAlert className="icon warning" aria-hidden />
              <span className="visually-hidden">{t('tabs.conflict')}</span>
            </>
          ) : (
            <FileText className="icon" aria-hidden />
          )}
          <span className="side-row-text" title={text}>
            {text}
          </span>
          {note !== null && <span className="side-note">{note}</span>}
          {unsaved && <UnsavedDot />}
          {id === current && <span className="visually-hidden">{t('sidebar.current')}</span>}
        </GridListItem>
      )}
    </GridList>
  )
}
