import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { Problem, Severity } from '../../core/checks/problem.ts'
import { fixText } from '../front-matter/fix-text.ts'
import { problemText } from '../i18n/problem-text.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { titleKey } from '../panels/command-labels.ts'
import { activeTab } from '../state/app.ts'
import type { ArticleTab } from '../state/app-state.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { goToPlace } from '../panels/go-to-place.ts'

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info } satisfies Record<Severity, unknown>

/** Every problem of the article in front, with its place and what mends it. */
export function ProblemsView({ onChosen }: { readonly onChosen: () => void }) {
  const t = useTranslate()
  const app = useApp()
  const tab = useAppState(activeTab)
  const canRepair = useAppState(() => app.isEnabled('article.repair'))
  if (!tab) return <p className="side-empty">{t('sidebar.noArticle')}</p>
  const problems = [...tab.problems, ...tab.bodyProblems]
  if (problems.length === 0) {
    return (
      <p className="side-empty side-clean">
        <CircleCheck className="icon ok" aria-hidden />
        {t('sidebar.noProblems')}
      </p>
    )
  }
  return (
    <div className="side-scroll" tabIndex={-1}>
      <ul className="side-problems" aria-label={t('sidebar.problems')}>
        {problems.map((problem) => (
          <ProblemRow
            key={`${problem.code}:${problem.span.from}:${problem.span.to}`}
            tab={tab}
            problem={problem}
            onChosen={onChosen}
          />
        ))}
      </ul>
      {canRepair && (
        <Button className="button small side-repair" onPress={() => app.run('article.repair')}>
          {t(titleKey('article.repair'))}
        </Button>
      )}
    </div>
  )
}

interface ProblemRowProps {
  readonly tab: ArticleTab
  readonly problem: Problem
  readonly onChosen: () => void
}

function ProblemRow({ tab, problem, onChosen }: ProblemRowProps) {
  const t = useTranslate()
  const app = useApp()
  const Icon = ICONS[problem.severity]
  const { fix } = problem
  return (
    <li className="side-problem">
      <Button
        className="side-problem-place"
        onPress={() => {
          onChosen()
          goToPlace(app, tab, problem.span)
        }}
      >
        <Icon className={`icon ${problem.severity}`} aria-hidden />
        <span className="side-problem-text">
          <span className="side-problem-reason">{problemText(t, problem)}</span>
          <span className="side-note">{t('common.line', { line: problem.line })}</span>
        </span>
      </Button>
      {fix && tab.readOnly === null && (
        <Button className="button small side-fix" onPress={() => app.edit(tab.id, fix.edits, '')}>
          {fixText(t, problem)}
        </Button>
      )}
    </li>
  )
}
