import { Files, ListTree, PanelLeftClose, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { SidebarView } from '../../core/settings.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { IconButton } from '../panels/icon-button.tsx'
import { useShortcutOf } from '../panels/command-labels.ts'
import { activeTab } from '../state/app.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { ArticlesView } from './articles-view.tsx'
import { OutlineView } from './outline-view.tsx'
import { ProblemsView } from './problems-view.tsx'
import './sidebar.css'
import './sidebar-rows.css'

const VIEWS: readonly { readonly id: SidebarView; readonly icon: LucideIcon }[] = [
  { id: 'articles', icon: Files },
  { id: 'outline', icon: ListTree },
  { id: 'problems', icon: TriangleAlert },
]

export interface SidebarProps {
  /** It lies over the article, and goes once something was chosen in it. */
  readonly over: boolean
  readonly onClose: () => void
}

/** What the sidebar shows: articles, outline or problems. */
export function Sidebar({ over, onClose }: SidebarProps) {
  const t = useTranslate()
  const app = useApp()
  const shortcutOf = useShortcutOf()
  const view = useAppState((state) => state.settings.layout.sidebarView)
  const problems = useAppState((state) => {
    const tab = activeTab(state)
    return tab === null ? 0 : tab.problems.length + tab.bodyProblems.length
  })
  const content = useRef<HTMLDivElement>(null)
  useFocusWhenAsked(content, view)
  const chosen = (): void => {
    if (over) onClose()
  }
  return (
    <Tabs
      className="side"
      selectedKey={view}
      onSelectionChange={(key) => {
        const next = VIEWS.find((it) => it.id === key)
        if (next) app.changeLayout({ sidebarView: next.id })
      }}
    >
      <div className="side-head">
        <TabList
          className="side-tabs"
          aria-label={t('sidebar.views')}
          items={VIEWS}
          dependencies={[problems, t]}
        >
          {({ id, icon: Icon }) => {
            const name = t(`sidebar.${id}`)
            const badge = id === 'problems' && problems > 0 ? problems : null
            return (
              <Tab id={id} className="side-tab">
                <Icon className="icon" aria-hidden />
                <span className="side-tab-name">{name}</span>
                {badge !== null && (
                  <>
                    <span className="side-badge" aria-hidden>
                      {badge > 99 ? '99+' : badge}
                    </span>
                    <span className="visually-hidden">{t('raw.problems', { n: badge })}</span>
                  </>
                )}
              </Tab>
            )
          }}
        </TabList>
        <IconButton label={t('sidebar.hide')} shortcut={shortcutOf('view.sidebar')} onPress={onClose}>
          <PanelLeftClose className="icon" aria-hidden />
        </IconButton>
      </div>
      <div className="side-body" ref={content}>
        <TabPanel id="articles" className="side-panel">
          <ArticlesView onChosen={chosen} />
        </TabPanel>
        <TabPanel id="outline" className="side-panel">
          <OutlineView onChosen={chosen} />
        </TabPanel>
        <TabPanel id="problems" className="side-panel">
          <ProblemsView onChosen={chosen} />
        </TabPanel>
      </div>
    </Tabs>
  )
}

/** A view that was asked for by a command takes the focus: the row that is shown, else the first thing that can have it. */
function useFocusWhenAsked(content: { readonly current: HTMLElement | null }, view: SidebarView): void {
  const asked = useAppState((state) => state.sidebarAsked)
  const answered = useRef(0)
  useEffect(() => {
    const panel = content.current?.querySelector<HTMLElement>('[role="tabpanel"]')
    if (asked === answered.current || !panel) return
    answered.current = asked
    const take = (): boolean => {
      const row =
        panel.querySelector<HTMLElement>('[role="row"][data-current]') ??
        panel.querySelector<HTMLElement>('[role="row"]')
      row?.focus()
      // A list that knows its size only after the next frame has no rows yet.
      if (row || panel.querySelector('[role="treegrid"]')) return row !== null
      const control = panel.querySelector<HTMLElement>('button, input')
      ;(control ?? panel).focus()
      return control !== null
    }
    if (take()) return
    const before = document.activeElement
    // The outline of an article that has just been opened comes a moment later.
    const rows = new MutationObserver(() => {
      const { activeElement } = document
      const isElsewhere =
        activeElement !== panel && before !== activeElement && activeElement !== document.body
      if (isElsewhere || take()) rows.disconnect()
    })
    rows.observe(panel, { childList: true, subtree: true })
    return () => rows.disconnect()
  }, [asked, content, view])
}
