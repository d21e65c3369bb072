import { COMMANDS, MENU_NAMES, type CommandSpec } from '../../core/commands.ts'
import type { Menu, MenuItem } from '../../core/contract.ts'
import { shortcutOf } from '../../core/shortcuts.ts'
import type { App } from './app.ts'
import { activeTab } from './app.ts'
import { debounce } from './debounce.ts'
import { fileName, titleOf } from './opening.ts'
import type { Runtime } from './runtime.ts'

/** Electron's names for keys it does not call as browsers do (Electron, keyboard shortcuts). */
const ACCELERATOR_KEYS: Readonly<Record<string, string>> = {
  '+': 'Plus',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
}

/** Electron's accelerator for a shortcut in CodeMirror's notation. */
export function acceleratorOf(shortcut: string): string {
  const [, before = '', key = ''] = /^(.*-|)(.+)$/.exec(shortcut) ?? []
  const held = before
    .split('-')
    .filter((part) => part !== '')
    .map((part) => (part === 'Mod' ? 'CmdOrCtrl' : part))
  return [...held, ACCELERATOR_KEYS[key] ?? (key.length === 1 ? key.toUpperCase() : key)].join('+')
}

/** The menus as the native menu bar shows them, from the one command table. */
export function menusOf(app: App, runtime: Runtime): readonly Menu[] {
  return MENU_NAMES.map((name) => {
    const items: MenuItem[] = []
    let group: number | null = null
    for (const command of COMMANDS as readonly CommandSpec[]) {
      if (command.menu !== name) continue
      if (group !== null && command.group !== group) items.push({ type: 'separator' })
      group = command.group
      if (command.role === 'pasteAndMatchStyle') {
        // The role pastes into whatever has the focus, without the page reading the clipboard.
        items.push({ type: 'role', role: command.role, label: runtime.t(`command.${command.id}`) })
        continue
      }
      const accelerator = shortcutOf(command.id, runtime.store.get().settings.shortcuts)
      items.push({
        type: 'command',
        id: command.id,
        label: runtime.t(`command.${command.id}`),
        accelerator: accelerator === null ? null : acceleratorOf(accelerator),
        enabled: app.isEnabled(command.id),
        checked: app.isChecked(command.id),
      })
    }
    if (name === 'edit') items.push({ type: 'separator' }, ...clipboardItems(runtime))
    if (name === 'file') {
      const at = items.findIndex((item) => item.type === 'separator')
      items.splice(at, 0, recentsMenu(runtime))
    }
    return { id: name, label: runtime.t(`menu.${name}`), items }
  })
}

/** The articles opened last, and how to forget them; an empty menu is shown disabled. */
function recentsMenu(runtime: Runtime): MenuItem {
  const recents = runtime.store.get().recents.slice(0, 15)
  const items = recents.map(({ path, title }): MenuItem => ({
    type: 'recent',
    path,
    label: title || fileName(path),
  }))
  if (items.length > 0)
    items.push({ type: 'separator' }, { type: 'clearRecents', label: runtime.t('menu.clearRecents') })
  return { type: 'submenu', label: runtime.t('menu.openRecent'), items }
}

function clipboardItems(runtime: Runtime): MenuItem[] {
  return (['cut', 'copy', 'paste', 'selectAll'] as const).map((role) => ({
    type: 'role',
    role,
    label: runtime.t(`menu.${role}`),
  }))
}

/** Keeps the native window's menu, title and unsaved mark in step with the application. */
export function followNatively(app: App, runtime: Runtime): void {
  const { bridge, store } = runtime
  let lastMenus = ''
  let lastWindow = ''

  const tell = debounce(
    () => {
      const state = store.get()
      const tab = activeTab(state)
      const session = runtime.active()
      const windowState = {
        title: session ? titleOf(session) : '',
        path: tab?.path ?? null,
        unsaved: state.tabs.filter((one) => one.dirty).map((one) => one.name),
        open: state.tabs.flatMap((one) => one.path ?? []),
      }
      const windowKey = JSON.stringify(windowState)
      if (windowKey !== lastWindow) {
        lastWindow = windowKey
        void bridge.call('window.state', windowState)
      }
      if (state.info.shell !== 'desktop') return
      const menus = menusOf(app, runtime)
      const menuKey = JSON.stringify(menus)
      if (menuKey === lastMenus) return
      lastMenus = menuKey
      void bridge.call('menu.set', menus)
    },
    50,
    200,
  )
  store.subscribe(() => tell.schedule())
  tell.schedule()
}
