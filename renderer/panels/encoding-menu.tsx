import { ChevronRight } from 'lucide-react'
import { Menu, MenuItem, Popover, SubmenuTrigger } from 'react-aria-components'
import { ENCODINGS, type Encoding } from '../../core/encodings.ts'
import type { MessageKey } from '../i18n/messages.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import type { SteadyTab } from '../state/app-state.ts'
import { useApp } from '../state/use-app.ts'
import { StatusItem, StatusTrigger } from './status-menu.tsx'

/** For which writing an encoding is. */
const NOTES: Readonly<Record<Encoding, Extract<MessageKey, `encodingNote.${string}`>>> = {
  'utf-8': 'encodingNote.unicode',
  'utf-8-bom': 'encodingNote.unicode',
  'utf-16le': 'encodingNote.unicode',
  'utf-16be': 'encodingNote.unicode',
  'utf-16le-no-bom': 'encodingNote.unicode',
  'utf-16be-no-bom': 'encodingNote.unicode',
  gb18030: 'encodingNote.simplifiedChinese',
  gbk: 'encodingNote.simplifiedChinese',
  big5: 'encodingNote.traditionalChinese',
  shift_jis: 'encodingNote.japanese',
  'euc-jp': 'encodingNote.japanese',
  'euc-kr': 'encodingNote.korean',
  'windows-1250': 'encodingNote.centralEuropean',
  'windows-1251': 'encodingNote.cyrillic',
  'windows-1252': 'encodingNote.western',
  'windows-1253': 'encodingNote.greek',
  'windows-1254': 'encodingNote.turkish',
  'windows-1255': 'encodingNote.hebrew',
  'windows-1256': 'encodingNote.arabic',
  'windows-1257': 'encodingNote.baltic',
  'windows-1258': 'encodingNote.vietnamese',
}

/** The encoding of an article: read the file again with another, or save it with another. */
export function EncodingMenu({ tab }: { readonly tab: SteadyTab }) {
  const t = useTranslate()
  const app = useApp()
  const encoding = t(`encoding.${tab.encoding}`)
  return (
    <StatusTrigger text={encoding} title={t('status.encoding', { encoding })}>
      <Menu
        className="menu"
        aria-label={t('status.encodingMenu')}
        disabledKeys={tab.path === null ? ['reopen'] : []}
      >
        <SubmenuTrigger>
          <WayItem id="reopen" label={t('status.reopenWith')} />
          <Popover className="popover" offset={-2}>
            <Encodings
              label={t('status.reopenWith')}
              current={tab.encoding}
              onChoose={(chosen) => void app.reopenWithEncoding(tab.id, chosen)}
            />
          </Popover>
        </SubmenuTrigger>
        <SubmenuTrigger>
          <WayItem id="save" label={t('status.saveWith')} />
          <Popover className="popover" offset={-2}>
            <Encodings
              label={t('status.saveWith')}
              current={tab.encoding}
              onChoose={(chosen) => void app.saveWithEncoding(tab.id, chosen)}
            />
          </Popover>
        </SubmenuTrigger>
      </Menu>
    </StatusTrigger>
  )
}

function WayItem({ id, label }: { readonly id: string; readonly label: string }) {
  return (
    <MenuItem id={id} className="menu-item" textValue={label}>
      <span className="menu-label">{label}</span>
      <ChevronRight className="icon" aria-hidden />
    </MenuItem>
  )
}

interface EncodingsProps {
  readonly label: string
  readonly current: Encoding
  readonly onChoose: (encoding: Encoding) => void
}

/** The menu of all encodings, each with what it is for. */
export function Encodings({ label, current, onChoose }: EncodingsProps) {
  const t = useTranslate()
  return (
    <Menu
      className="menu"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[current]}
      onAction={(key) => {
        const chosen = ENCODINGS.find((it) => it === key)
        if (chosen) onChoose(chosen)
      }}
    >
      {ENCODINGS.map((id) => (
        <StatusItem key={id} choice={{ id, label: t(`encoding.${id}`), note: t(NOTES[id]) }} />
      ))}
    </Menu>
  )
}
