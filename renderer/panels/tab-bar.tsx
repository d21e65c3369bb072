import { TriangleAlert, X } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslate } from '../i18n/use-translate.ts'
import type { SteadyTab } from '../state/app-state.ts'
import { useApp, useAppState, useSteadyTabs } from '../state/use-app.ts'
import { tabHints } from './tab-hints.ts'
import { tabMenu } from './tab-menu.ts'

/** Id of the element of a tab, for the panel it labels. */
export function tabElementId(tabId: string): string {
  return `tab-${tabId}`
}

/** The open articles as tabs: arrow keys move between them, Delete or a middle click closes one. */
export function TabBar() {
  const t = useTranslate()
  const app = useApp()
  const tabs = useSteadyTabs()
  const activeId = useAppState((state) => state.activeId)
  const list = useRef<HTMLDivElement>(null)
  const hints = tabHints(tabs)

  useEffect(() => {
    const row = list.current
    if (!row) return
    // It is told of the size there is now, too.
    const observer = new ResizeObserver(() => {
      const selected = row.querySelector('[aria-selected="true"]')
      selected?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    })
    observer.observe(row)
    return () => observer.disconnect()
  }, [activeId])

  const goTo = (index: number): void => {
    const tab = tabs.at(index % tabs.length)
    if (!tab) return
    app.activate(tab.id)
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(tabElementId(tab.id))}`)?.focus()
  }
  const close = async (tab: SteadyTab): Promise<void> => {
    const hadFocus = list.current?.contains(document.activeElement) ?? false
    if ((await app.close(tab.id)) && hadFocus) {
      list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus()
    }
  }
  const key = (event: KeyboardEvent, tab: SteadyTab, index: number): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    switch (event.key) {
      case 'ArrowLeft':
        goTo(index - 1)
        break
      case 'ArrowRight':
        goTo(index + 1)
        break
      case 'Home':
        goTo(0)
        break
      case 'End':
        goTo(-1)
        break
      case 'Delete':
        void close(tab)
        break
      case 'Enter':
      case ' ':
        app.editorOf(tab.id)?.focus()
        break
      default:
        return
    }
    event.preventDefault()
  }

  return (
    <div className="tab-list" role="tablist" aria-label={t('tabs.label')} ref={list}>
      {tabs.map((tab, index) => (
        <div
          key={tab.id}
          id={tabElementId(tab.id)}
          role="tab"
          className="tab"
          tabIndex={tab.id === activeId ? 0 : -1}
          aria-selected={tab.id === activeId}
          aria-controls={tab.id === activeId ? 'article' : undefined}
          aria-keyshortcuts="Delete"
          title={tab.path ?? tab.name}
          onClick={() => app.activate(tab.id)}
          onMouseDown={(event) => {
            if (event.button === 1) event.preventDefault()
          }}
          onAuxClick={(event) => {
            if (event.button === 1) void close(tab)
          }}
          onKeyDown={(event) => key(event, tab, index)}
          onContextMenu={(event) => {
            event.preventDefault()
            app.showContextMenu(tabMenu(app, t, tab, { x: event.clientX, y: event.clientY }))
          }}
        >
          {tab.conflict !== null && <TriangleAlert className="icon warning" aria-hidden />}
          <span className="tab-name">{tab.name}</span>
          {hints.get(tab.id) !== undefined && <span className="tab-hint"> {hints.get(tab.id)}</span>}
          {tab.dirty && <span className="visually-hidden">, {t('tabs.unsaved')}</span>}
          {tab.conflict !== null && <span className="visually-hidden">, {t('tabs.conflict')}</span>}
          <CloseMark tab={tab} onClose={() => void close(tab)} />
        </div>
      ))}
    </div>
  )
}

/** Closes its tab for the mouse; not a control of its own, for a tab may hold none (ARIA 1.2, 5.2.8). */
function CloseMark({ tab, onClose }: { readonly tab: SteadyTab; readonly onClose: () => void }) {
  const t = useTranslate()
  const click = (event: MouseEvent): void => {
    event.stopPropagation()
    onClose()
  }
  return (
    <span
      className="tab-close"
      data-dirty={tab.dirty || undefined}
      aria-hidden="true"
      title={t('tabs.close', { name: tab.name })}
      onClick={click}
    >
      <span className="tab-dot" />
      <X className="icon" />
    </span>
  )
}
