import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { Button } from 'react-aria-components'
import { splitLineEnds } from '../../core/article/line-ends.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import type { MergePanes } from './merge-view.ts'

export interface MergeTextsProps {
  readonly mine: string
  readonly theirs: string
  /** Where the panes are found, to ask for the text. */
  readonly panes: RefObject<MergePanes | null>
}

/** My text beside the one on disk: I edit mine, and take theirs difference by difference. */
export function MergeTexts({ mine, theirs, panes }: MergeTextsProps) {
  const t = useTranslate()
  const host = useRef<HTMLDivElement>(null)
  const [count, setCount] = useState<number | null>(null)

  useEffect(() => {
    let gone = false
    void import('./merge-view.ts').then(({ createMergePanes }) => {
      if (gone || !host.current) return
      panes.current = createMergePanes(host.current, {
        mine,
        theirs,
        mineLabel: t('compare.mine'),
        theirsLabel: t('compare.theirs'),
        takeLabel: t('compare.take'),
        unchangedLabel: t('compare.unchangedLines'),
        onCount: setCount,
      })
    })
    return () => {
      gone = true
      panes.current?.destroy()
      panes.current = null
    }
  }, [mine, theirs, panes, t])

  const onlyLineEnds = splitLineEnds(mine).text === splitLineEnds(theirs).text && mine !== theirs
  const none = count === null || count === 0
  const said =
    count === null
      ? t('compare.loading')
      : count > 0
        ? t('compare.differences', { n: count })
        : t(onlyLineEnds ? 'compare.onlyLineEnds' : 'compare.none')
  return (
    <>
      <div className="merge-tools">
        <p className="muted" role="status">
          {said}
        </p>
        <Button
          className="icon-button"
          aria-label={t('compare.previous')}
          isDisabled={none}
          onPress={() => panes.current?.previous()}
        >
          <ChevronUp className="icon" aria-hidden />
        </Button>
        <Button
          className="icon-button"
          aria-label={t('compare.next')}
          isDisabled={none}
          onPress={() => panes.current?.next()}
        >
          <ChevronDown className="icon" aria-hidden />
        </Button>
        <Button className="button small" isDisabled={none} onPress={() => panes.current?.take()}>
          {t('compare.take')}
        </Button>
        <Button className="button small" isDisabled={none} onPress={() => panes.current?.takeAll()}>
          {t('compare.takeAll')}
        </Button>
      </div>
      <div className="merge-heads" aria-hidden>
        <span>{t('compare.theirs')}</span>
        <span>{t('compare.mine')}</span>
      </div>
      <div className="merge-host" ref={host} />
    </>
  )
}
