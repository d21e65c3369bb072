import { useRef } from 'react'
import { useTranslate } from '../i18n/use-translate.ts'
import { ArticlePreview } from './article-preview.tsx'
import { useFrameShortcuts } from './use-frame-shortcuts.ts'

/** The pane of the preview; its frame stays while articles change. */
export function PreviewPaneHost() {
  const t = useTranslate()
  const pane = useRef<HTMLElement>(null)
  useFrameShortcuts(pane)
  return (
    <section
      className="pane preview-pane"
      id="pane-preview"
      data-pane="preview"
      aria-label={t('panes.preview')}
      ref={pane}
    >
      <ArticlePreview />
    </section>
  )
}
