import { Button, ProgressBar } from 'react-aria-components'
import { failureText } from '../i18n/failure-text.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { activeTab } from '../state/app.ts'
import type { ArticleTab } from '../state/app-state.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { Bar } from './bar.tsx'

/** Everything that wants the writer's eye but not an answer at once, over the article. */
export function Bars() {
  const t = useTranslate()
  const app = useApp()
  const tab = useAppState(activeTab)
  const connected = useAppState((state) => state.connected)
  const notices = useAppState((state) => state.notices)
  const opening = useAppState((state) => state.opening)
  return (
    <div className="bars">
      {opening !== null && <Opening name={opening} />}
      {!connected && <Bar severity="warning" text={t('bar.disconnected')} />}
      {tab?.conflict && <ConflictBar tab={tab} conflict={tab.conflict} />}
      {tab?.readOnly && (
        <Bar severity="info" text={t('bar.readOnly', { reason: failureText(t, tab.readOnly) })}>
          <SaveAsButton />
        </Bar>
      )}
      {notices.map(({ id, severity, text }) => (
        <Bar key={id} severity={severity} text={text} onDismiss={() => app.dismissNotice(id)} />
      ))}
    </div>
  )
}

interface ConflictBarProps {
  readonly tab: ArticleTab
  readonly conflict: 'changed' | 'deleted'
}

function ConflictBar({ tab, conflict }: ConflictBarProps) {
  const t = useTranslate()
  const app = useApp()
  const { name } = tab
  if (conflict === 'deleted') {
    return (
      <Bar severity="warning" text={t('bar.deleted', { name })}>
        <SaveAsButton />
      </Bar>
    )
  }
  const resolve = (how: 'mine' | 'theirs' | 'compare') => () => void app.resolveConflict(tab.id, how)
  return (
    <Bar severity="warning" text={t(tab.dirty ? 'bar.changedDirty' : 'bar.changed', { name })}>
      <Button className="button small" onPress={resolve('compare')}>
        {t('bar.compare')}
      </Button>
      <Button className="button small" onPress={resolve('mine')}>
        {t('common.keepMine')}
      </Button>
      <Button className="button small" onPress={resolve('theirs')}>
        {t('common.takeTheirs')}
      </Button>
    </Bar>
  )
}

function SaveAsButton() {
  const t = useTranslate()
  const app = useApp()
  return (
    <Button className="button small" onPress={() => app.run('file.saveAs')}>
      {t('bar.saveAs')}
    </Button>
  )
}

function Opening({ name }: { readonly name: string }) {
  const t = useTranslate()
  const text = t('bar.opening', { name })
  return (
    <div className="bar" data-severity="info">
      <ProgressBar className="progress" aria-label={text} isIndeterminate>
        <span className="progress-track" />
      </ProgressBar>
      <p className="bar-text" role="status">
        {text}
      </p>
    </div>
  )
}
