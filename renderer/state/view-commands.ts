import type { CommandId } from '../../core/commands.ts'
import type { SidebarView, ViewMode } from '../../core/settings.ts'
import type { App } from './app.ts'
import { focusPane } from './next-pane.ts'
import type { Runtime } from './runtime.ts'
import { stepZoom } from './zoom.ts'

/** The commands that change what of the page is shown, and how large. */
export function viewCommands(
  app: App,
  runtime: Runtime,
): Readonly<Partial<Record<CommandId, () => unknown>>> {
  const { store } = runtime
  const layout = () => store.get().settings.layout
  const view = (mode: ViewMode) => () => app.changeLayout({ view: mode, zen: false })
  const zoom = (key: 'zoom' | 'previewZoom', direction: 1 | -1 | 0) => () =>
    app.changeSettings({ [key]: direction === 0 ? 1 : stepZoom(store.get().settings[key], direction) })
  const focusText = (): void => runtime.active()?.view.focus()
  const showSidebar = (sidebarView: SidebarView) => () => {
    app.changeLayout({ sidebarOpen: true, sidebarView, zen: false })
    store.patch({ sidebarAsked: store.get().sidebarAsked + 1 })
  }

  return {
    'view.both': view('both'),
    'view.source': view('source'),
    'view.preview': view('preview'),
    'view.zen': () => {
      app.changeLayout({ zen: !layout().zen })
      requestAnimationFrame(focusText)
    },
    'view.sidebar': () => {
      const opens = !layout().sidebarOpen || layout().zen
      if (opens) {
        showSidebar(layout().sidebarView)()
        return
      }
      const hadFocus = document.querySelector('#pane-sidebar')?.contains(document.activeElement) === true
      app.changeLayout({ sidebarOpen: false })
      if (hadFocus) focusText()
    },
    'view.articles': showSidebar('articles'),
    'view.outline': showSidebar('outline'),
    'view.problems': showSidebar('problems'),
    'view.highContrast': () => app.changeSettings({ contrast: store.get().highContrast ? 'normal' : 'more' }),
    'view.zoomIn': zoom('zoom', 1),
    'view.zoomOut': zoom('zoom', -1),
    'view.zoomReset': zoom('zoom', 0),
    'view.previewZoomIn': zoom('previewZoom', 1),
    'view.previewZoomOut': zoom('previewZoom', -1),
    'view.previewZoomReset': zoom('previewZoom', 0),
    'view.nextPane': () => focusPane(1),
    'view.previousPane': () => focusPane(-1),
  }
}
