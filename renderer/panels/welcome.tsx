import { BookOpenText, FilePlus2, FileText, FolderOpen, X, type LucideIcon } from 'lucide-react'
import { useRef } from 'react'
import { Button } from 'react-aria-components'
import type { CommandId } from '../../core/commands.ts'
import type { RecentArticle } from '../../core/contract.ts'
import { baseName, folderOf } from '../i18n/path-text.ts'
import type { MessageKey } from '../i18n/messages.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { useShortcutOf } from './command-labels.ts'
import { GalleyMark } from './galley-mark.tsx'
import { IconButton } from './icon-button.tsx'

const ACTIONS: readonly { readonly id: CommandId; readonly icon: LucideIcon; readonly text: MessageKey }[] = [
  { id: 'file.new', icon: FilePlus2, text: 'welcome.new' },
  { id: 'file.open', icon: FileText, text: 'welcome.open' },
  { id: 'file.openFolder', icon: FolderOpen, text: 'welcome.openFolder' },
  { id: 'help.sample', icon: BookOpenText, text: 'welcome.sample' },
]

const TIPS: readonly { readonly id: CommandId; readonly text: MessageKey }[] = [
  { id: 'help.commands', text: 'welcome.tipCommands' },
  { id: 'file.quickOpen', text: 'welcome.tipQuickOpen' },
  { id: 'view.nextPane', text: 'welcome.tipPane' },
  { id: 'help.shortcuts', text: 'welcome.tipShortcuts' },
]

/** What the page shows while no article is open: how to start, and where the writer was. */
export function Welcome() {
  const t = useTranslate()
  const app = useApp()
  const shortcutOf = useShortcutOf()
  const recents = useAppState((state) => state.recents)
  const list = useRef<HTMLElement>(null)
  return (
    <div className="welcome">
      <div className="welcome-sheet">
        <div className="welcome-head">
          <GalleyMark className="welcome-mark" />
          <div>
            <h1 className="wordmark">{t('app.name')}</h1>
            <p className="muted">{t('welcome.lead')}</p>
          </div>
        </div>
        <div className="welcome-columns" data-fresh={recents.length === 0 ? '' : undefined}>
          <section className="welcome-start" aria-labelledby="welcome-start">
            <h2 className="welcome-heading" id="welcome-start">
              {t('welcome.start')}
            </h2>
            {ACTIONS.map(({ id, icon: Icon, text }) => (
              <Button key={id} className="welcome-action" onPress={() => app.run(id)}>
                <Icon className="icon" aria-hidden />
                <span className="welcome-action-text">{t(text)}</span>
                <kbd>{shortcutOf(id)}</kbd>
              </Button>
            ))}
          </section>
          <section className="welcome-tips" aria-labelledby="welcome-tips">
            <h2 className="welcome-heading" id="welcome-tips">
              {t('welcome.tips')}
            </h2>
            <dl>
              {TIPS.map(({ id, text }) => (
                <div key={id} className="welcome-tip">
                  <dt>{t(text)}</dt>
                  <dd>
                    <kbd>{shortcutOf(id)}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
          <section className="welcome-recent" aria-labelledby="welcome-recent" ref={list} tabIndex={-1}>
            <div className="welcome-recent-head">
              <h2 className="welcome-heading" id="welcome-recent">
                {t('welcome.recent')}
              </h2>
              {recents.length > 0 && (
                <Button
                  className="link-button"
                  onPress={() => {
                    list.current?.focus()
                    app.clearRecents()
                  }}
                >
                  {t('welcome.clear')}
                </Button>
              )}
            </div>
            {recents.length === 0 ? (
              <p className="muted">{t('welcome.noRecents')}</p>
            ) : (
              <ul className="recent-list">
                {recents.slice(0, 12).map((recent) => (
                  <Recent key={recent.path} recent={recent} />
                ))}
              </ul>
            )}
          </section>
        </div>
      </div>
    </div>
  )
}

function Recent({ recent: { path, title } }: { readonly recent: RecentArticle }) {
  const t = useTranslate()
  const app = useApp()
  const item = useRef<HTMLLIElement>(null)
  const name = title || baseName(path)
  return (
    <li className="recent" ref={item}>
      <Button className="recent-button" onPress={() => void app.openPaths([path])}>
        <span className="recent-title">{name}</span>
        <span className="recent-path">{`${baseName(path)} — ${folderOf(path)}`}</span>
      </Button>
      <IconButton
        className="recent-remove"
        label={t('welcome.remove', { name })}
        onPress={() => {
          const next = item.current?.nextElementSibling ?? item.current?.previousElementSibling
          const button = next?.querySelector<HTMLElement>('.recent-remove')
          const place = button ?? item.current?.closest<HTMLElement>('section')
          place?.focus()
          app.removeRecent(path)
        }}
      >
        <X className="icon" aria-hidden />
      </IconButton>
    </li>
  )
}
