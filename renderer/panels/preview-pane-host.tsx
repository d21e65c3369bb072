import { useTranslate } from '../i18n/use-translate.ts'
import type { ArticleTab } from '../state/app-state.ts'

/** The pane of the preview of an article. */
export function PreviewPaneHost({ tab }: { readonly tab: ArticleTab }) {
  const t = useTranslate()
  return (
    <section
      className="pane preview-pane"
      id="pane-preview"
      data-pane="preview"
      aria-label={t('panes.preview')}
      data-article={tab.id}
    />
  )
}
