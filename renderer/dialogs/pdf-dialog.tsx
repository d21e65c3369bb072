import { useId, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { PdfChoice } from '../../core/contract.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { Box } from '../settings/box.tsx'
import { Choice } from '../settings/controls.tsx'
import { useApp } from '../state/use-app.ts'
import { DialogFrame } from './dialog-frame.tsx'

const SIZES = ['A4', 'A5', 'Letter', 'Legal'] as const
const MARGINS = ['normal', 'narrow', 'wide', 'none'] as const
const WAYS = ['portrait', 'landscape'] as const

/** What was chosen last. */
let last: PdfChoice = { pageSize: 'A4', landscape: false, margins: 'normal', headerFooter: true }

/** Asks how a PDF is to look. */
export function PdfDialog() {
  const t = useTranslate()
  const app = useApp()
  const [choice, setChoice] = useState(last)
  const change = (patch: Partial<PdfChoice>): void => setChoice({ ...choice, ...patch })
  return (
    <DialogFrame title={t('pdf.title')}>
      <div className="pdf-choices">
        <Row label={t('pdf.pageSize')}>
          {(id) => (
            <Choice
              aria-labelledby={id}
              value={choice.pageSize}
              options={SIZES.map((size) => ({ id: size, label: size }))}
              onChange={(pageSize) => change({ pageSize })}
            />
          )}
        </Row>
        <Row label={t('pdf.orientation')}>
          {(id) => (
            <Choice
              aria-labelledby={id}
              value={choice.landscape ? 'landscape' : 'portrait'}
              options={WAYS.map((way) => ({ id: way, label: t(`pdf.${way}`) }))}
              onChange={(way) => change({ landscape: way === 'landscape' })}
            />
          )}
        </Row>
        <Row label={t('pdf.margins')}>
          {(id) => (
            <Choice
              aria-labelledby={id}
              value={choice.margins}
              options={MARGINS.map((margins) => ({ id: margins, label: t(`pdf.margins.${margins}`) }))}
              onChange={(margins) => change({ margins })}
            />
          )}
        </Row>
        <Box isSelected={choice.headerFooter} onChange={(headerFooter) => change({ headerFooter })}>
          {t('pdf.headerFooter')}
        </Box>
      </div>
      <div className="dialog-buttons">
        <Button className="button" onPress={() => app.answer(null)}>
          {t('common.cancel')}
        </Button>
        <Button
          className="button primary"
          autoFocus
          onPress={() => {
            last = choice
            app.answer(choice)
          }}
        >
          {t('pdf.choosePlace')}
        </Button>
      </div>
    </DialogFrame>
  )
}

function Row({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="pdf-row">
      <span id={id}>{label}</span>
      {children(id)}
    </div>
  )
}
