import { useEffect, useRef, useState } from 'react'
import { useTranslate } from '../i18n/use-translate.ts'
import { activeTab } from '../state/app.ts'
import { debounce } from '../state/debounce.ts'
import { useAppState } from '../state/use-app.ts'

/** Milliseconds a number of problems stands before it is said; while one types it may come and go. */
const PAUSE = 1_500

/** Says for assistive technology how many problems an article has, when the number became another. */
export function ProblemAnnouncer() {
  const t = useTranslate()
  const id = useAppState((state) => activeTab(state)?.id ?? null)
  const count = useAppState((state) => activeTab(state)?.problems.length ?? 0)
  const known = useRef(new Map<string, number>())
  const [said, setSaid] = useState<number | null>(null)
  useEffect(() => {
    if (id === null) return
    const before = known.current.get(id) ?? 0
    const saying = debounce(
      () => {
        known.current.set(id, count)
        setSaid(count)
      },
      PAUSE,
      PAUSE,
    )
    if (count !== before) saying.schedule()
    return () => saying.cancel()
  }, [id, count])
  return (
    <p className="visually-hidden" role="status" aria-label={t('sidebar.problems')}>
      {said === null ? '' : said === 0 ? t('sidebar.noProblems') : t('raw.problems', { n: said })}
    </p>
  )
}
