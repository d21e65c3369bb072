import { ChevronDown, ChevronRight, Code, PanelLeftClose, PanelLeftOpen, TriangleAlert } from 'lucide-react'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslate } from '../i18n/use-translate.ts'
import type { PanesTab } from '../state/app-state.ts'
import { useApp } from '../state/use-app.ts'
import { formSummary } from './form-summary.ts'
import { RawFrontMatter } from './raw-front-matter.tsx'
import { IconButton } from './icon-button.tsx'

export interface FormPaneProps {
  readonly tab: PanesTab
  /** `column`: a pane beside the source; `above`: a strip over the panes. */
  readonly place: 'column' | 'above'
  readonly collapsed: boolean
  /** The form itself; not rendered while collapsed or while the front matter is shown as text. */
  readonly children: ReactNode
}

/** The front matter of an article: as a form, as problems of its text, or collapsed to a rail or one line. */
export function FormPane({ tab, place, collapsed, children }: FormPaneProps) {
  const t = useTranslate()
  const app = useApp()
  const contentId = useId()
  const setCollapsed = (formCollapsed: boolean): void => app.changeLayout({ formCollapsed })
  const section = useRef<HTMLElement>(null)
  // What had the focus went with the pane: the button that brings it back takes it.
  useEffect(() => {
    if (collapsed && document.activeElement === document.body)
      section.current?.querySelector('button')?.focus()
  }, [collapsed])
  const content = tab.rawFrontMatter ? <RawFrontMatter tab={tab} /> : children

  if (place === 'above') {
    return (
      <section
        className="form-strip"
        id="pane-form"
        data-pane="form"
        aria-label={t('panes.form')}
        ref={section}
      >
        <div className="form-strip-head">
          <Button
            className="summary-button"
            aria-expanded={!collapsed}
            aria-controls={contentId}
            onPress={() => setCollapsed(!collapsed)}
          >
            {collapsed ? (
              <ChevronRight className="icon" aria-hidden />
            ) : (
              <ChevronDown className="icon" aria-hidden />
            )}
            <span className="summary-label">{t('panes.form')}</span>
            <Summary tab={tab} brief={!collapsed} />
          </Button>
          <RawToggle tab={tab} />
        </div>
        <div className="form-strip-body" id={contentId} hidden={collapsed}>
          {!collapsed && content}
        </div>
      </section>
    )
  }
  if (collapsed) {
    return (
      <section
        className="form-rail"
        id="pane-form"
        data-pane="form"
        aria-label={t('panes.form')}
        ref={section}
      >
        <IconButton label={t('panes.showForm')} placement="right" onPress={() => setCollapsed(false)}>
          <PanelLeftOpen className="icon" aria-hidden />
        </IconButton>
      </section>
    )
  }
  return (
    <section className="pane form-pane" id="pane-form" data-pane="form" aria-label={t('panes.form')}>
      <IconButton className="form-hide" label={t('panes.hideForm')} onPress={() => setCollapsed(true)}>
        <PanelLeftClose className="icon" aria-hidden />
      </IconButton>
      <div className="form-body">{content}</div>
    </section>
  )
}

function RawToggle({ tab }: { readonly tab: PanesTab }) {
  const t = useTranslate()
  const app = useApp()
  if (tab.rawFrontMatter) return null
  return (
    <IconButton label={t('raw.showAsText')} onPress={() => app.setRawFrontMatter(tab.id, true)}>
      <Code className="icon" aria-hidden />
    </IconButton>
  )
}

interface SummaryProps {
  readonly tab: PanesTab
  /** Only the problems: the fields are below, and what is typed there must not move what stands here. */
  readonly brief: boolean
}

function Summary({ tab, brief }: SummaryProps) {
  const t = useTranslate()
  const problems = tab.problems.filter((it) => it.severity !== 'info').length
  const severity = tab.problems.some((it) => it.severity === 'error') ? 'error' : 'warning'
  const noted = problems > 0 && (
    <span className="summary-problems" data-severity={severity}>
      <TriangleAlert className="icon" aria-hidden />
      {t('raw.problems', { n: problems })}
    </span>
  )
  if (brief) return noted
  if (!tab.frontMatter.block) return <span className="summary-part muted">{t('panes.noFrontMatter')}</span>
  const { title, date, tags } = formSummary(tab.frontMatter)
  const [first, ...rest] = tags
  return (
    <>
      <span className="summary-part summary-title">{title ?? t('panes.untitled')}</span>
      {date !== null && <span className="summary-part fixed muted">{date}</span>}
      {first !== undefined && (
        <span className="summary-part summary-tags muted">
          {rest.length < 3 ? tags.join(t('common.between')) : t('panes.moreItems', { first, n: rest.length })}
        </span>
      )}
      {noted}
    </>
  )
}
