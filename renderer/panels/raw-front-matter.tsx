import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { Problem, Severity } from '../../core/checks/problem.ts'
import { problemText } from '../i18n/problem-text.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import type { PanesTab } from '../state/app-state.ts'
import { useApp } from '../state/use-app.ts'

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info } satisfies Record<Severity, unknown>

/** What stands in the form's place while the front matter is text: what is wrong in it, and the way back. */
export function RawFrontMatter({ tab }: { readonly tab: PanesTab }) {
  const t = useTranslate()
  const app = useApp()
  const { problems } = tab
  const goTo = (problem: Problem): void => {
    const view = app.editorOf(tab.id)
    if (!view) return
    view.dispatch({
      selection: { anchor: Math.min(problem.span.from, view.state.doc.length) },
      scrollIntoView: true,
    })
    view.focus()
  }
  return (
    <div className="raw-panel">
      <h2 className="pane-title">{t('panes.form')}</h2>
      <p className="muted">{t('raw.explain')}</p>
      {problems.length === 0 ? (
        <p className="raw-clean">
          <CircleCheck className="icon ok" aria-hidden />
          {t('raw.noProblems')}
        </p>
      ) : (
        <>
          <h3 className="raw-heading">{t('raw.problems', { n: problems.length })}</h3>
          <ul className="problem-list">
            {problems.map((problem) => {
              const Icon = ICONS[problem.severity]
              return (
                <li key={`${problem.code}:${problem.span.from}`}>
                  <Button className="problem-button" onPress={() => goTo(problem)}>
                    <Icon className={`icon ${problem.severity}`} aria-hidden />
                    <span>
                      <span className="problem-line">{t('common.line', { line: problem.line })}</span>
                      <span className="problem-reason">{problemText(t, problem)}</span>
                    </span>
                  </Button>
                </li>
              )
            })}
          </ul>
        </>
      )}
      <Button className="button" onPress={() => app.setRawFrontMatter(tab.id, false)}>
        {t('raw.showForm')}
      </Button>
    </div>
  )
}
