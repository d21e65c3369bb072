import { copyText } from '../front-matter/copy-text.ts'
import type { MessageKey } from '../i18n/messages.ts'
import type { App } from '../state/app.ts'
import type { ArticleTab } from '../state/app-state.ts'
import type { ContextMenu } from '../state/context-menu.ts'

/** The menu of a tab. */
export function tabMenu(
  app: App,
  t: (key: MessageKey, params?: { readonly name: string }) => string,
  tab: Pick<ArticleTab, 'id' | 'name' | 'path' | 'dirty'>,
  at: { readonly x: number; readonly y: number },
): ContextMenu {
  const { tabs, info } = app.getState()
  const { id, path, name } = tab
  const others = tabs.filter((one) => one.id !== id).map((one) => one.id)
  const entry = (key: string, enabled: boolean, run: () => unknown): ContextMenu['entries'][number] => ({
    id: key,
    label: t(`tabMenu.${key}` as MessageKey),
    enabled,
    run: () => void run(),
  })
  return {
    label: t('tabMenu.label', { name }),
    ...at,
    entries: [
      entry('close', true, () => app.closeMany([id])),
      entry('closeOthers', others.length > 0, () => app.closeMany(others)),
      entry('closeAll', true, () => app.closeMany([...others, id])),
      null,
      entry('copyPath', path !== null, () => path !== null && copyText(path)),
      ...(info.shell === 'desktop'
        ? [entry('reveal', path !== null, () => path !== null && app.bridge.call('file.reveal', path))]
        : []),
      null,
      entry('moveToWindow', path !== null || tab.dirty, () => app.moveToWindow(id)),
    ],
  }
}
