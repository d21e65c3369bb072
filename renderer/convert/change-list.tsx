import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import type { Span } from '../../core/article/text-edit.ts'
import type { MessageKey } from '../i18n/messages.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { changeMessage, sortOf, type ChangeSort } from './change-text.ts'
import { groupChanges, type ChangeGroup, type RenderingChange } from './compare/rendering-change.ts'
import { lineFinder } from './line-finder.ts'

export interface ChangeListProps {
  readonly changes: readonly RenderingChange[]
  /** The article the places are in. */
  readonly text: string
  readonly onGoTo: (place: Span) => void
}

/** Groups shown, and places of one. */
const MOST_GROUPS = 300
const MOST_PLACES = 3
const SORTS: Readonly<Record<ChangeSort, MessageKey>> = {
  lost: 'convert.tagLost',
  added: 'convert.tagAdded',
  changed: 'convert.tagChanged',
}

/** What a rendering loses, gains and changes; like things together, each with its lines. */
export function ChangeList({ changes, text, onGoTo }: ChangeListProps) {
  const t = useTranslate()
  const groups = useMemo(() => groupChanges(changes), [changes])
  const lineOf = useMemo(() => lineFinder(text), [text])
  return (
    <>
      <ul className="change-list" aria-label={t('convert.list')} tabIndex={0}>
        {groups.slice(0, MOST_GROUPS).map((group, index) => (
          <ChangeRow key={index} group={group} lineOf={lineOf} onGoTo={onGoTo} />
        ))}
      </ul>
      {groups.length > MOST_GROUPS && (
        <p className="muted">{t('convert.moreChanges', { n: groups.length - MOST_GROUPS })}</p>
      )}
    </>
  )
}

interface ChangeRowProps {
  readonly group: ChangeGroup
  readonly lineOf: (offset: number) => number
  readonly onGoTo: (place: Span) => void
}

function ChangeRow({ group, lineOf, onGoTo }: ChangeRowProps) {
  const t = useTranslate()
  const { change, count, places } = group
  const sort = sortOf(change)
  const { key, params } = changeMessage(change)
  const hidden = Math.max(count, places.length) - Math.min(MOST_PLACES, places.length)
  return (
    <li className="change">
      <span className="change-sort" data-sort={sort}>
        {t(SORTS[sort])}
      </span>
      <span className="change-what">
        {t(key, params)}
        {count > 1 && <span className="change-count"> {t('convert.times', { n: count })}</span>}
      </span>
      <span className="change-places">
        {places.slice(0, MOST_PLACES).map((place, index) => {
          const line = lineOf(place.from)
          return (
            <Button
              key={index}
              className="link-button"
              aria-label={t('convert.showLine', { line })}
              onPress={() => onGoTo(place)}
            >
              {t('convert.line', { line })}
            </Button>
          )
        })}
        {hidden > 0 && places.length > 0 && (
          <span className="muted">{t('convert.morePlaces', { n: hidden })}</span>
        )}
      </span>
    </li>
  )
}
