import { useRef, type ReactNode } from 'react'
import type { Layout } from '../../core/settings.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import type { PanesTab } from '../state/app-state.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { lazily, useIsLoaded } from '../lazily.tsx'
import { Divider } from './divider.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { FormPane } from './form-pane.tsx'
import { PreviewPaneHost } from './preview-pane-host.tsx'
import { SourcePane } from './source-pane.tsx'
import { usePageAtLeast } from './use-page-width.ts'

const ArticleForm = lazily(() => import('./article-form.tsx').then((module) => module.ArticleForm))

/** Loads what the form needs; the source can be edited before it is there. */
export const prepareForm = ArticleForm.load

/** From this width of the page the form is a column of its own. */
const WIDE = 1200
/** Below this height of the page the form above the panes is one line until it is asked for. */
const LOW = 480
/** Limits of the panes as fractions of their common width. */
const FORM = { min: 0.12, max: 0.4 }
const PREVIEW = { min: 0.2, max: 0.7 }

/**
 * The three panes of an article, sized by the remembered layout; only the preview has something to show while there is
 * no more of it than its beginning (`tab` null).
 */
export function Workspace({ tab }: { readonly tab: PanesTab | null }) {
  const t = useTranslate()
  const app = useApp()
  const layout = useAppState((state) => state.settings.layout)
  const wide = usePageAtLeast(WIDE)
  const low = !usePageAtLeast(LOW, 'height') && !wide
  const formAsked = useAppState((state) => state.formAsked)
  const workspace = useRef<HTMLDivElement>(null)
  const show = (name: string, value: number): void =>
    workspace.current?.style.setProperty(name, String(value))
  const change = (patch: Partial<Layout>): void => app.changeLayout(patch)
  const { zen } = layout
  const formCollapsed = layout.formCollapsed || (low && !formAsked)
  const view = zen ? 'source' : layout.view
  const formLoaded = useIsLoaded(ArticleForm)
  // Over the panes the form would push them down as it arrives; beside them it may come later.
  if (!formLoaded && !wide && !formCollapsed && !zen) return <div className="workspace" aria-busy />

  const failed = (message: string): ReactNode => (
    <p className="pane-failed" role="alert">
      {t('app.errorFallback', { message })}
    </p>
  )
  const formPane = tab ? (
    <FormPane tab={tab} place={wide ? 'column' : 'above'} collapsed={formCollapsed}>
      <ErrorBoundary key={tab.id} instead={failed}>
        <ArticleForm tab={tab} />
      </ErrorBoundary>
    </FormPane>
  ) : (
    wide && <section className={formCollapsed ? 'form-rail' : 'pane form-pane'} aria-busy />
  )
  // The form is the first child in either place: what has the focus and what is half typed in it stays.
  return (
    <div
      className="workspace"
      data-view={view}
      data-wide={wide || undefined}
      data-low={low || undefined}
      ref={workspace}
      style={{ '--form-width': layout.formWidth, '--preview-width': layout.previewWidth }}
    >
      {!zen && formPane}
      {wide && !zen && !formCollapsed && (
        <Divider
          label={t('panes.formDivider')}
          controls="pane-form"
          side="before"
          value={layout.formWidth}
          {...FORM}
          onPreview={(value) => show('--form-width', value)}
          onChange={(formWidth) => change({ formWidth })}
          onCollapse={() => change({ formCollapsed: true })}
        />
      )}
      <div className="panes">
        {view !== 'preview' &&
          (tab ? <SourcePane tab={tab} bare={zen} /> : <section className="pane source-pane" aria-busy />)}
        {view === 'both' && (
          <Divider
            label={t('panes.previewDivider')}
            controls="pane-preview"
            side="after"
            value={layout.previewWidth}
            {...PREVIEW}
            onPreview={(value) => show('--preview-width', value)}
            onChange={(previewWidth) => change({ previewWidth })}
            onCollapse={() => {
              change({ view: 'source' })
              if (tab) app.editorOf(tab.id)?.focus()
            }}
          />
        )}
        {view !== 'source' && (
          <ErrorBoundary instead={failed}>
            <PreviewPaneHost />
          </ErrorBoundary>
        )}
      </div>
    </div>
  )
}
