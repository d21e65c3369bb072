import { useEffect, useLayoutEffect } from 'react'
import { useTranslate } from './i18n/use-translate.ts'
import { useAppState, usePanesTab, useSteadyTab } from './state/use-app.ts'
import { DialogHost } from './dialogs/dialog-host.tsx'
import { Bars } from './panels/bars.tsx'
import { ContextMenuHost } from './panels/context-menu-host.tsx'
import { GalleyMark } from './panels/galley-mark.tsx'
import { MenuBar } from './panels/menu-bar.tsx'
import { ProblemAnnouncer } from './panels/problem-announcer.tsx'
import { SidebarButton } from './panels/sidebar-button.tsx'
import { useGlobalShortcuts } from './panels/shortcuts.ts'
import { StatusBar } from './panels/status-bar.tsx'
import { TabBar, tabElementId } from './panels/tab-bar.tsx'
import { ViewSwitch } from './panels/view-switch.tsx'
import { Welcome } from './panels/welcome.tsx'
import { Workspace } from './panels/workspace.tsx'
import { usePageMarks, useZenEscape } from './panels/page-marks.ts'
import { SidebarHost } from './sidebar/sidebar-host.tsx'

/** The whole page: menus, tabs, bars, the article in front or the welcome view, the status bar, dialogs. */
export function AppView() {
  const tab = usePanesTab()
  const begun = useAppState((state) => state.begun)
  const drawsMenu = useAppState((state) => state.info.shell === 'browser')
  const zen = useAppState(({ settings }) => tab !== null && settings.layout.zen)
  const sidebar = useAppState(({ settings }) => settings.layout.sidebarOpen) && !zen
  usePageMarks(zen)
  useZenEscape(zen)
  useGlobalShortcuts()
  return (
    <div className="app">
      <header className="app-head">
        {drawsMenu && (
          <div className="menu-row">
            <GalleyMark className="menu-row-mark" />
            <MenuBar />
          </div>
        )}
        {tab && (
          <div className="tab-row">
            <SidebarButton />
            <TabBar />
            <ViewSwitch />
          </div>
        )}
      </header>
      <div className="app-body">
        {sidebar && <SidebarHost />}
        <main className="app-main">
          <Bars />
          {tab || begun ? (
            <div
              className="article"
              id="article"
              role={tab ? 'tabpanel' : undefined}
              aria-labelledby={tab ? tabElementId(tab.id) : undefined}
            >
              {tab && <h1 className="visually-hidden">{tab.name}</h1>}
              <Workspace tab={tab} />
            </div>
          ) : (
            <Welcome />
          )}
        </main>
      </div>
      <footer className="app-foot">
        <StatusBar />
      </footer>
      <DocumentMarks />
      <ProblemAnnouncer />
      <DialogHost />
      <ContextMenuHost />
    </div>
  )
}

/** Keeps the document's title, language and theme as the state has them. */
function DocumentMarks() {
  const t = useTranslate()
  const tab = useSteadyTab()
  const language = useAppState((state) => state.language)
  const dark = useAppState((state) => state.dark)
  const highContrast = useAppState((state) => state.highContrast)
  const accent = useAppState((state) => state.settings.accent)
  const density = useAppState((state) => state.settings.density)
  const zoom = useAppState((state) => state.settings.zoom)
  const title = tab ? t(tab.dirty ? 'app.titleDirty' : 'app.title', { name: tab.name }) : t('app.name')
  useEffect(() => {
    document.title = title
  }, [title])
  // Before the first frame is drawn, so that no other colour or size is ever seen.
  useLayoutEffect(() => {
    const { documentElement: root } = document
    root.lang = language
    root.dataset.theme = dark ? 'dark' : 'light'
    root.dataset.contrast = highContrast ? 'more' : 'normal'
    root.dataset.accent = accent
    root.dataset.density = density
    root.style.setProperty('--zoom', String(zoom))
  }, [language, dark, highContrast, accent, density, zoom])
  return null
}
