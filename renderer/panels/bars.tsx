import { Button, MenuTrigger, Popover } from 'react-aria-components'
import { failureText } from '../i18n/failure-text.ts'
import { baseName, folderOf } from '../i18n/path-text.ts'
import { useFocusBehindBars } from '../dialogs/focus-return.ts'
import { useTranslate, type Translate } from '../i18n/use-translate.ts'
import type { SteadyTab, ConflictAnswer, Failure, Opening, SaveState } from '../state/app-state.ts'
import { useApp, useAppState, useSteadyTab } from '../state/use-app.ts'
import { Bar } from './bar.tsx'
import { Encodings } from './encoding-menu.tsx'
import { megabytesOf, Progress } from './progress.tsx'
import { saveStateText } from './save-state.ts'
import { TransferBar } from './transfer-bar.tsx'

/** Everything that wants the writer's eye but not an answer at once, over the article. */
export function Bars() {
  const t = useTranslate()
  const app = useApp()
  const tab = useSteadyTab()
  const connected = useAppState((state) => state.connected)
  const ended = useAppState((state) => state.ended)
  const notices = useAppState((state) => state.notices)
  const opening = useAppState((state) => state.opening)
  const transfer = useAppState((state) => state.transfer)
  useFocusBehindBars()
  return (
    <div className="bars">
      {opening !== null && <OpeningBar opening={opening} />}
      {transfer !== null && <TransferBar transfer={transfer} />}
      {!connected && !ended && <Bar severity="warning" text={t('bar.disconnected')} />}
      {ended && <EndedBar tab={tab} />}
      {tab?.conflict && <ConflictBar tab={tab} conflict={tab.conflict} />}
      {tab?.readOnly && <ReadOnlyBar tab={tab} reason={tab.readOnly} />}
      {tab?.saveState.kind === 'failed' && tab.conflict === null && (
        <FailedBar tab={tab} state={tab.saveState} />
      )}
      {notices.map(({ id, severity, text, action }) => (
        <Bar key={id} severity={severity} text={text} onDismiss={() => app.dismissNotice(id)}>
          {action && (
            <BarButton
              text={action.label}
              onPress={() => {
                app.dismissNotice(id)
                action.run()
              }}
            />
          )}
        </Bar>
      ))}
    </div>
  )
}

/** What is typed now is in this page only: it can be taken along without the shell. */
function EndedBar({ tab }: { readonly tab: SteadyTab | null }) {
  const t = useTranslate()
  const app = useApp()
  return (
    <Bar severity="error" text={t('bar.ended')}>
      {tab && <BarButton text={t('bar.copyArticle')} onPress={() => void app.copyArticle(tab.id)} />}
      {tab && <BarButton text={t('bar.downloadArticle')} onPress={() => app.downloadArticle(tab.id)} />}
    </Bar>
  )
}

interface ConflictBarProps {
  readonly tab: SteadyTab
  readonly conflict: 'changed' | 'deleted'
}

/** That a file was renamed, or moved to another folder, in a sentence. */
function whereTo({ name, path, movedTo }: SteadyTab, newName: string, t: Translate): string {
  const [from, to] = [folderOf(path ?? ''), folderOf(movedTo ?? '')]
  if (from === to) return t('bar.renamed', { name, newName })
  return t('bar.moved', { name, place: `${baseName(to)}/${newName}` })
}

function ConflictBar({ tab, conflict }: ConflictBarProps) {
  const t = useTranslate()
  const app = useApp()
  const { name, movedTo } = tab
  const resolve = (how: ConflictAnswer) => () => void app.resolveConflict(tab.id, how)
  if (conflict === 'deleted') {
    const newName = movedTo === null ? null : baseName(movedTo)
    const text = newName === null ? t('bar.deleted', { name }) : whereTo(tab, newName, t)
    return (
      <Bar severity="warning" text={text}>
        {newName !== null && <BarButton text={t('bar.follow', { newName })} onPress={resolve('follow')} />}
        <SaveAsButton />
      </Bar>
    )
  }
  return (
    <Bar severity="warning" text={t(tab.dirty ? 'bar.changedDirty' : 'bar.changed', { name })}>
      <BarButton text={t('bar.compare')} onPress={resolve('compare')} />
      <BarButton text={t('bar.merge')} onPress={resolve('merge')} />
      <BarButton text={t('common.keepMine')} onPress={resolve('mine')} />
      <BarButton text={t('common.takeTheirs')} onPress={resolve('theirs')} />
    </Bar>
  )
}

/** Why an article cannot be saved in place, with the ways out that fit the reason. */
function ReadOnlyBar({ tab, reason }: { readonly tab: SteadyTab; readonly reason: Failure }) {
  const t = useTranslate()
  const app = useApp()
  const { shown, bytes } = reason.details
  if (shown !== undefined && bytes !== undefined) {
    const key = reason.code === 'binaryFile' ? 'bar.binaryShown' : 'bar.partShown'
    return <Bar severity="info" text={t(key, { name: tab.name, shown, bytes })} />
  }
  return (
    <Bar severity="info" text={t('bar.readOnly', { reason: failureText(t, reason) })}>
      {reason.code === 'damagedEncoding' && (
        <>
          <ReopenButton tab={tab} />
          <BarButton text={t('bar.repairedCopy')} onPress={() => app.openRepairedCopy(tab.id)} />
        </>
      )}
      <SaveAsButton />
    </Bar>
  )
}

interface FailedBarProps {
  readonly tab: SteadyTab
  readonly state: Extract<SaveState, { kind: 'failed' }>
}

/** A save that was not made: why, and what can be done. */
function FailedBar({ tab, state }: FailedBarProps) {
  const t = useTranslate()
  const app = useApp()
  const unencodable = state.failure.code === 'unencodable'
  return (
    <Bar severity="error" text={saveStateText(t, state)}>
      {unencodable && !tab.encoding.startsWith('utf') && (
        <BarButton text={t('bar.saveAsUtf8')} onPress={() => void app.saveWithEncoding(tab.id, 'utf-8')} />
      )}
      {!unencodable && (
        <>
          <BarButton text={t('bar.retry')} onPress={() => void app.retrySave(tab.id)} />
          <SaveAsButton />
        </>
      )}
    </Bar>
  )
}

/** The encodings to read a damaged article with. */
function ReopenButton({ tab }: { readonly tab: SteadyTab }) {
  const t = useTranslate()
  const app = useApp()
  return (
    <MenuTrigger>
      <Button className="button small">{t('bar.reopenWith')}</Button>
      <Popover className="popover">
        <Encodings
          label={t('status.reopenWith')}
          current={tab.encoding}
          onChoose={(encoding) => void app.reopenWithEncoding(tab.id, encoding)}
        />
      </Popover>
    </MenuTrigger>
  )
}

function BarButton({ text, onPress }: { readonly text: string; readonly onPress: () => void }) {
  return (
    <Button className="button small" onPress={onPress}>
      {text}
    </Button>
  )
}

function SaveAsButton() {
  const t = useTranslate()
  const app = useApp()
  return <BarButton text={t('bar.saveAs')} onPress={() => app.run('file.saveAs')} />
}

/** An article that takes long to open, how far it is, and a way to leave it. */
function OpeningBar({ opening }: { readonly opening: Opening }) {
  const t = useTranslate()
  const { name, at, of, read, cancel } = opening
  const text = of > 1 ? t('bar.openingSeveral', { name, at, of }) : t('bar.opening', { name })
  return (
    <div className="bar" data-severity="info">
      <Progress label={text} part={read} />
      <p className="bar-text">
        <span role="status">{text}</span>
        {read && <span className="bar-numbers">{t('bar.read', megabytesOf(read))}</span>}
      </p>
      <BarButton text={t('common.cancel')} onPress={cancel} />
    </div>
  )
}
