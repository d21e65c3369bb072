import { CalendarDate, Time } from '@internationalized/date'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DateSegment,
  Heading,
  TimeField,
} from 'react-aria-components'
import type { DateComponents, DatePrecision } from '../../core/front-matter/dates/written-date.ts'
import { useTranslate } from '../i18n/use-translate.ts'

interface DatePanelProps {
  /** What is chosen now, or where to begin. */
  readonly parts: DateComponents
  /** The finest part the notation writes; the clock shows no finer one. */
  readonly precision: DatePrecision
  /** The clock is typed in: its choices are `typing`. */
  readonly onChoose: (change: Partial<DateComponents>, how: 'typing' | 'step') => void
  readonly onNow: () => void
}

/** A month to choose a day from, and a clock when the notation writes a time. */
export function DatePanel({ parts, precision, onChoose, onNow }: DatePanelProps) {
  const t = useTranslate()
  return (
    <>
      <Calendar
        className="fm-calendar"
        aria-label={t('form.date.day')}
        autoFocus
        value={new CalendarDate(parts.year, parts.month, parts.day)}
        onChange={({ year, month, day }) => onChoose({ ...parts, year, month, day }, 'step')}
      >
        <header>
          <Button slot="previous" className="fm-icon-button">
            <ChevronLeft aria-hidden size={16} />
          </Button>
          <Heading className="fm-calendar-title" />
          <Button slot="next" className="fm-icon-button">
            <ChevronRight aria-hidden size={16} />
          </Button>
        </header>
        <CalendarGrid>{(date) => <CalendarCell date={date} className="fm-day" />}</CalendarGrid>
      </Calendar>
      <footer className="fm-date-footer">
        {precision !== 'day' && (
          <TimeField
            className="fm-time"
            aria-label={t('form.date.time')}
            granularity={precision === 'minute' ? 'minute' : 'second'}
            hourCycle={24}
            value={new Time(parts.hour ?? 0, parts.minute ?? 0, parts.second ?? 0)}
            onChange={(time) => {
              if (time !== null) {
                onChoose({ ...parts, hour: time.hour, minute: time.minute, second: time.second }, 'typing')
              }
            }}
          >
            <DateInput className="fm-time-input">
              {(segment) => <DateSegment segment={segment} className="fm-segment" />}
            </DateInput>
          </TimeField>
        )}
        <button type="button" className="fm-button" onClick={onNow}>
          {precision === 'day' ? t('form.date.today') : t('form.date.now')}
        </button>
      </footer>
    </>
  )
}
