import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslate } from '../i18n/use-translate.ts'
import { fuzzyMatch, type FuzzyMatch } from './fuzzy.ts'

export interface PickItem {
  readonly id: string
  readonly text: string
  /** Said after the text, muted. */
  readonly note?: string
  readonly shortcut?: string | null
  /** Other texts the item is found by. */
  readonly alsoFoundBy?: readonly string[]
}

export interface PickListProps {
  readonly label: string
  readonly placeholder: string
  /** In the order shown while nothing is typed. */
  readonly items: readonly PickItem[]
  readonly emptyText: string
  readonly onPick: (id: string) => void
}

interface Found {
  readonly item: PickItem
  readonly match: FuzzyMatch
  /** Whether the match is in the text that is shown. */
  readonly inText: boolean
}

/** Items that fit the query, best first; equal ones keep their order. */
export function findItems(items: readonly PickItem[], query: string): readonly Found[] {
  return items
    .flatMap((item): Found[] => {
      const own = fuzzyMatch(query, item.text)
      const others = (item.alsoFoundBy ?? [])
        .map((text) => fuzzyMatch(query, text))
        .filter((it) => it !== null)
      const best = others.reduce<FuzzyMatch | null>((a, b) => (a && a.score >= b.score ? a : b), own)
      return best ? [{ item, match: best, inText: best === own }] : []
    })
    .sort((a, b) => (query.trim() === '' ? 0 : b.match.score - a.match.score))
}

/** A field over a list that narrows as one types: arrow keys choose, Enter picks (ARIA combobox with a listbox). */
export function PickList({ label, placeholder, items, emptyText, onPick }: PickListProps) {
  const t = useTranslate()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const found = findItems(items, query)
  const active = Math.min(chosen, found.length - 1)

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active, query])

  const key = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    const page = 8
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1 === found.length ? 0 : active + 1,
      ArrowUp: active === 0 ? found.length - 1 : active - 1,
      PageDown: Math.min(active + page, found.length - 1),
      PageUp: Math.max(active - page, 0),
    }
    const next = moves[event.key]
    if (next !== undefined) {
      event.preventDefault()
      setChosen(next)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const picked = found[active]
      if (picked) onPick(picked.item.id)
    }
  }

  return (
    <div className="pick">
      <input
        className="pick-input"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        autoFocus
        placeholder={placeholder}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setChosen(0)
        }}
        onKeyDown={key}
      />
      <div className="pick-list" id={`${id}-list`} role="listbox" aria-label={label} ref={list}>
        {found.map(({ item, match, inText }, index) => (
          <div
            key={item.id}
            id={`${id}-${index}`}
            role="option"
            className="pick-item"
            aria-selected={index === active}
            onMouseMove={() => setChosen(index)}
            onClick={() => onPick(item.id)}
          >
            <span className="pick-text">
              {inText ? <Marked text={item.text} positions={match.positions} /> : item.text}
            </span>
            {item.note !== undefined && <span className="pick-note">{item.note}</span>}
            {item.shortcut ? <kbd>{item.shortcut}</kbd> : null}
          </div>
        ))}
      </div>
      <p className={found.length === 0 ? 'pick-empty' : 'visually-hidden'} role="status">
        {found.length === 0 ? emptyText : t('palette.results', { n: found.length })}
      </p>
    </div>
  )
}

interface MarkedProps {
  readonly text: string
  readonly positions: readonly number[]
}

function Marked({ text, positions }: MarkedProps) {
  const met = new Set(positions)
  const runs: { text: string; met: boolean }[] = []
  for (const [index, unit] of text.split('').entries()) {
    const last = runs.at(-1)
    if (last?.met === met.has(index)) last.text += unit
    else runs.push({ text: unit, met: met.has(index) })
  }
  return runs.map((run, index) =>
    run.met ? (
      <b key={index} className="pick-met">
        {run.text}
      </b>
    ) : (
      run.text
    ),
  )
}
