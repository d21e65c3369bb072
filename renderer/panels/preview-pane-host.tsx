import { useTranslate } from '../i18n/use-translate.ts'
import { PreviewPane } from '../preview/preview-pane.tsx'
import type { ArticleTab } from '../state/app-state.ts'
import { useApp, useAppState } from '../state/use-app.ts'

/** The preview of an article, tied to the application. */
export function PreviewPaneHost({ tab }: { readonly tab: ArticleTab }) {
  const t = useTranslate()
  const app = useApp()
  const settings = useAppState((state) => state.settings)
  const dark = useAppState((state) => state.dark)
  const language = useAppState((state) => state.language)
  return (
    <section
      className="pane preview-pane"
      id="pane-preview"
      data-pane="preview"
      aria-label={t('panes.preview')}
    >
      <PreviewPane
        settings={settings}
        dark={dark}
        language={language}
        events={app.preview.events}
        onReady={app.preview.attach}
        onSettings={app.changeSettings}
        onAllowRemote={(how) => app.allowRemoteImages(tab.id, how)}
      />
    </section>
  )
}
