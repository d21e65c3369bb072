import { useTranslate } from '../i18n/use-translate.ts'
import { goToPlace } from './go-to-place.ts'
import { previewMenu } from './preview-menu.ts'
import { PreviewPane } from '../preview/preview-pane.tsx'
import { activeTab } from '../state/app.ts'
import { useApp, useAppState } from '../state/use-app.ts'

/** The preview of the article in front; its frame stays while articles change. */
export function ArticlePreview() {
  const app = useApp()
  const settings = useAppState((state) => state.settings)
  const dark = useAppState((state) => state.dark)
  const highContrast = useAppState((state) => state.highContrast)
  const language = useAppState((state) => state.language)
  const ownCss = useAppState(
    (state) => state.tabs.find((tab) => tab.id === state.activeId)?.context?.css?.path ?? null,
  )
  const isDesktop = useAppState((state) => state.info.shell === 'desktop')
  const format = useAppState((state) => activeTab(state)?.bodyFormat ?? 'markdown')
  const { preview } = app
  const t = useTranslate()
  return (
    <PreviewPane
      settings={settings}
      dark={dark}
      alone={settings.layout.view === 'preview'}
      format={format}
      highContrast={highContrast}
      language={language}
      ownCss={ownCss}
      events={{
        ...preview.events,
        onField(offset) {
          const tab = activeTab(app.getState())
          if (tab && settings.layout.view === 'both') goToPlace(app, tab, { from: offset, to: offset })
        },
        onMenu: (request) => app.showContextMenu(previewMenu(app, t, request)),
      }}
      linkSays={isDesktop ? preview.linkSays : null}
      onReady={preview.attach}
      onSettings={app.changeSettings}
      onAllowRemote={(how) => {
        const { activeId } = app.getState()
        if (activeId !== null) app.allowRemoteImages(activeId, how)
      }}
    />
  )
}
