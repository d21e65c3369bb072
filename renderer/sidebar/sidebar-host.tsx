import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslate } from '../i18n/use-translate.ts'
import { lazily } from '../lazily.tsx'
import { Divider } from '../panels/divider.tsx'
import { ErrorBoundary } from '../panels/error-boundary.tsx'
import { usePageAtLeast } from '../panels/use-page-width.ts'
import { useApp, useAppState } from '../state/use-app.ts'

const Sidebar = lazily(() => import('./sidebar.tsx').then((module) => module.Sidebar))

/** From this width of the page the sidebar stands beside the article; below, over it. */
const BESIDE = 1000
const WIDTH = { min: 0.1, max: 0.4 }

/** The sidebar's place, which has its width before what is in it has loaded. */
export function SidebarHost() {
  const t = useTranslate()
  const app = useApp()
  const width = useAppState((state) => state.settings.layout.sidebarWidth)
  const beside = usePageAtLeast(BESIDE)
  const side = useRef<HTMLElement>(null)
  const close = (): void => {
    const hadFocus = side.current?.contains(document.activeElement) === true
    app.changeLayout({ sidebarOpen: false })
    const { activeId } = app.getState()
    if (hadFocus && activeId !== null) app.editorOf(activeId)?.focus()
  }
  useEscape(!beside, side, close)
  const failed = (message: string): ReactNode => (
    <p className="pane-failed" role="alert">
      {t('app.errorFallback', { message })}
    </p>
  )
  return (
    <>
      {!beside && <div className="sidebar-scrim" onPointerDown={close} />}
      <aside
        className="sidebar"
        id="pane-sidebar"
        data-pane="sidebar"
        data-over={!beside || undefined}
        aria-label={t('sidebar.label')}
        ref={side}
        style={{ '--sidebar-width': width }}
      >
        <ErrorBoundary instead={failed}>
          <Sidebar over={!beside} onClose={close} />
        </ErrorBoundary>
        {beside && (
          <Divider
            label={t('sidebar.width')}
            controls="pane-sidebar"
            side="before"
            value={width}
            {...WIDTH}
            onPreview={(value) => side.current?.style.setProperty('--sidebar-width', String(value))}
            onChange={(sidebarWidth) => app.changeLayout({ sidebarWidth })}
            onCollapse={close}
          />
        )}
      </aside>
    </>
  )
}

/** Closes a sidebar that lies over the article when Escape is pressed in it. */
function useEscape(over: boolean, side: { readonly current: HTMLElement | null }, close: () => void): void {
  const latest = useRef(close)
  useEffect(() => {
    latest.current = close
  })
  useEffect(() => {
    const element = side.current
    if (!over || !element) return
    const key = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      latest.current()
    }
    element.addEventListener('keydown', key)
    return () => element.removeEventListener('keydown', key)
  }, [over, side])
}
