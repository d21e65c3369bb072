import type { ReactNode } from 'react'
import { useTranslate } from '../i18n/use-translate.ts'

/** The place of the preview; `children` is the preview pane. */
export function PreviewPaneHost({ children }: { readonly children: ReactNode }) {
  const t = useTranslate()
  return (
    <section
      className="pane preview-pane"
      id="pane-preview"
      data-pane="preview"
      aria-label={t('panes.preview')}
    >
      {children}
    </section>
  )
}
