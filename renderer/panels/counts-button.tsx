import { Button, DialogTrigger, Popover } from 'react-aria-components'
import type { TextCounts } from '../../core/article/statistics.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import type { Statistics } from '../state/app-state.ts'

/** The number of words, of the selection where there is one; opens all counts of the article and the selection. */
export function CountsButton({ statistics }: { readonly statistics: Statistics }) {
  const t = useTranslate()
  const { words, selected } = statistics
  const text = selected ? t('status.selectedWords', { n: selected.words }) : t('status.words', { n: words })
  return (
    <DialogTrigger>
      <Button className="status-button words" aria-label={t('counts.button', { words: text })}>
        {text}
      </Button>
      <Popover className="popover" placement="top start" offset={4} aria-label={t('counts.title')}>
        <div className="counts">
          <table>
            {selected && (
              <thead>
                <tr>
                  <td />
                  <th scope="col">{t('counts.body')}</th>
                  <th scope="col">{t('counts.selection')}</th>
                </tr>
              </thead>
            )}
            <tbody>
              <Row name={t('counts.words')} of={(it) => it.words} statistics={statistics} />
              <Row name={t('counts.characters')} of={(it) => it.characters} statistics={statistics} />
              <Row name={t('counts.noSpaces')} of={(it) => it.charactersNoSpaces} statistics={statistics} />
              <Row name={t('counts.cjk')} of={(it) => it.cjk} statistics={statistics} />
              <tr>
                <th scope="row">{t('status.readingTitle')}</th>
                <td>{t('status.reading', { n: statistics.readingMinutes })}</td>
                {selected && <td />}
              </tr>
            </tbody>
          </table>
        </div>
      </Popover>
    </DialogTrigger>
  )
}

interface RowProps {
  readonly name: string
  readonly of: (counts: TextCounts) => number
  readonly statistics: Statistics
}

function Row({ name, of, statistics }: RowProps) {
  const t = useTranslate()
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{t('counts.number', { n: of(statistics) })}</td>
      {statistics.selected && <td>{t('counts.number', { n: of(statistics.selected) })}</td>}
    </tr>
  )
}
