import { useTranslate } from '../i18n/use-translate.ts'
import { ArticlePreview } from './article-preview.tsx'

/** The pane of the preview; its frame stays while articles change. */
export function PreviewPaneHost() {
  const t = useTranslate()
  return (
    <section
      className="pane preview-pane"
      id="pane-preview"
      data-pane="preview"
      aria-label={t('panes.preview')}
    >
      <ArticlePreview />
    </section>
  )
}
