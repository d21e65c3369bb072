import { CircleAlert, Lock, WifiOff } from 'lucide-react'
import { Button } from 'react-aria-components'
import { hasMessage } from '../i18n/translate.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { activeTab } from '../state/app.ts'
import type { SteadyTab } from '../state/app-state.ts'
import { useApp, useAppState, useSteadyTab } from '../state/use-app.ts'
import { CountsButton } from './counts-button.tsx'
import { EncodingMenu } from './encoding-menu.tsx'
import { savedText } from './save-state.ts'
import { StatusMenu } from './status-menu.tsx'

/**
 * What there is to know of the article in front. Of its changes only the save state, the connection and the
 * format are announced; counts and caret, which change at every key, are not.
 */
export function StatusBar() {
  const t = useTranslate()
  const tab = useSteadyTab()
  const connected = useAppState((state) => state.connected)
  return (
    <div
      className="status-bar"
      role="status"
      aria-label={t('status.label')}
      aria-atomic="false"
      data-empty={(tab === null && connected) || undefined}
    >
      {tab && <SaveMark tab={tab} />}
      {!connected && (
        <span className="status-text error">
          <WifiOff className="icon" aria-hidden />
          {t('status.disconnected')}
        </span>
      )}
      {tab?.readOnly && (
        <span className="status-text">
          <Lock className="icon" aria-hidden />
          {t('status.readOnly')}
        </span>
      )}
      <span className="status-space" />
      {tab && <Counts />}
      {tab && <FormatMenu tab={tab} />}
      {tab && <EncodingMenu tab={tab} />}
      {tab && <LineEndsMenu tab={tab} />}
    </div>
  )
}

function SaveMark({ tab }: { readonly tab: SteadyTab }) {
  const t = useTranslate()
  const failed = tab.saveState.kind === 'failed'
  const text = savedText(t, tab)
  const state = tab.path === null && tab.saveState.kind === 'saved' ? 'new' : tab.saveState.kind
  return (
    <span className={`status-text save-state ${failed ? 'error' : ''}`} data-state={state} title={text}>
      {failed ? (
        <CircleAlert className="icon" aria-hidden />
      ) : (
        <span className="save-dot" data-state={state} aria-hidden />
      )}
      <span className="save-text">{text}</span>
    </span>
  )
}

/** The only part of the page that is drawn again as the caret moves. */
function Counts() {
  const t = useTranslate()
  const app = useApp()
  const tab = useAppState(activeTab)
  if (!tab) return null
  const { statistics } = tab
  const caret = t('status.caret', { line: tab.caretLine, column: tab.caretColumn })
  return (
    <span className="status-counts" aria-live="off">
      {statistics ? <CountsButton statistics={statistics} /> : <span className="status-text words">…</span>}
      <span className="status-text optional characters">
        {statistics && t('status.characters', { n: (statistics.selected ?? statistics).characters })}
      </span>
      <span className="status-text optional" title={t('status.readingTitle')}>
        {statistics && t('status.reading', { n: statistics.readingMinutes })}
      </span>
      <Button
        className="status-button"
        aria-label={t('status.caretTitle', { caret })}
        onPress={() => app.run('edit.goToLine')}
      >
        {caret}
      </Button>
    </span>
  )
}

function FormatMenu({ tab }: { readonly tab: SteadyTab }) {
  const t = useTranslate()
  const app = useApp()
  const format = t(`status.${tab.bodyFormat}`)
  const key = `bodyFormat.reason.${tab.bodyFormatReason}`
  const reason = hasMessage(key) ? t(key) : ''
  const chosen = tab.bodyFormatReason === 'chosen'
  return (
    <StatusMenu
      className="status-format"
      text={format}
      title={t('status.format', { format, reason })}
      menuLabel={t('status.formatMenu')}
      choices={[
        chosen
          ? { id: 'auto', label: t('status.formatAuto') }
          : { id: 'auto', label: t('status.formatAuto'), note: reason },
        { id: 'markdown', label: t('status.markdown') },
        { id: 'html', label: t('status.html') },
      ]}
      selected={chosen ? tab.bodyFormat : 'auto'}
      onChoose={(id) => {
        if (id === 'auto' || id === 'markdown' || id === 'html') app.setBodyFormat(tab.id, id)
      }}
    />
  )
}

function LineEndsMenu({ tab }: { readonly tab: SteadyTab }) {
  const t = useTranslate()
  const app = useApp()
  const lineEnds = t(`lineEnds.${tab.lineEnds}`)
  return (
    <StatusMenu
      text={lineEnds}
      title={t('status.lineEnds', { lineEnds })}
      menuLabel={t('status.lineEndsMenu')}
      choices={[
        { id: 'lf', label: t('lineEnds.lfLong') },
        { id: 'crlf', label: t('lineEnds.crlfLong') },
        { id: 'cr', label: t('lineEnds.crLong') },
      ]}
      selected={tab.lineEnds}
      isDisabled={tab.readOnly !== null}
      onChoose={(id) => {
        if (id === 'lf' || id === 'crlf' || id === 'cr') app.setLineEnds(tab.id, id)
      }}
    />
  )
}
