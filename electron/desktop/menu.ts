import { assertNever } from '../../core/assert-never.ts'
import type { Menu, MenuItem } from '../../core/contract.ts'
import type { MenuItemConstructorOptions as Item, SharingItem } from 'electron'
import type { Messages } from './messages.ts'

/** What choosing an item of the menu does. */
export interface MenuActions {
  readonly run: (commandId: string) => void
  readonly open: (path: string) => void
  readonly clearRecents: () => void
}

/** In a native label `&` marks the next letter as the one that chooses the item; doubled, it is itself. */
export function labelOf(text: string): string {
  return text.replaceAll('&', '&&')
}

const SEPARATOR: Item = { type: 'separator' }

function itemOf(item: MenuItem, actions: MenuActions): Item {
  switch (item.type) {
    case 'separator':
      return SEPARATOR
    case 'role':
      return {
        role: item.role,
        label: labelOf(item.label),
        // On macOS the role's own keys are others than everywhere else.
        ...(item.role === 'pasteAndMatchStyle' ? { accelerator: 'CmdOrCtrl+Shift+V' } : {}),
      }
    case 'command':
      return {
        id: item.id,
        label: labelOf(item.label),
        enabled: item.enabled,
        click: (shown) => {
          // Electron turns the tick over by itself; what is true after the command the page tells, if it changed.
          if (item.checked !== null) shown.checked = item.checked
          actions.run(item.id)
        },
        ...(item.accelerator === null ? {} : { accelerator: item.accelerator }),
        ...(item.checked === null ? {} : { type: 'checkbox' as const, checked: item.checked }),
      }
    case 'recent':
      return { label: labelOf(item.label), click: () => actions.open(item.path) }
    case 'clearRecents':
      return { label: labelOf(item.label), click: () => actions.clearRecents() }
    case 'submenu':
      return {
        label: labelOf(item.label),
        enabled: item.items.length > 0,
        submenu: item.items.map((it) => itemOf(it, actions)),
      }
    default:
      return assertNever(item)
  }
}

/** On macOS these stand in the application's own menu. */
const IN_APP_MENU: ReadonlySet<string> = new Set(['help.about', 'help.updates', 'file.settings'])

function inAppMenu(item: MenuItem): boolean {
  return item.type === 'command' && IN_APP_MENU.has(item.id)
}

/** The items without separators at the ends and in a row. */
function tidy(items: readonly MenuItem[]): readonly MenuItem[] {
  return items.filter((item, at) => {
    if (item.type !== 'separator') return true
    const rest = items.slice(at + 1)
    return at > 0 && items[at - 1]?.type !== 'separator' && rest.some((it) => it.type !== 'separator')
  })
}

/** The system's menu of ways to share something (macOS). */
export function shareItem(sharingItem: SharingItem, messages: Messages): Item {
  return { role: 'shareMenu', label: messages.share, sharingItem }
}

/** What the platform expects in a menu beside our commands. */
function nativeItems(menu: Menu, mac: boolean, messages: Messages, shared: string | null): readonly Item[] {
  if (menu.id === 'file') {
    const close: Item = { role: 'close', label: messages.closeWindow, accelerator: 'CmdOrCtrl+Shift+W' }
    if (!mac) return [close, SEPARATOR, { role: 'quit', label: messages.quit }]
    const share: readonly Item[] =
      shared === null ? [] : [SEPARATOR, shareItem({ filePaths: [shared] }, messages), SEPARATOR]
    return [...share, close]
  }
  return menu.id === 'view' ? [SEPARATOR, { role: 'togglefullscreen', label: messages.fullScreen }] : []
}

function appMenu(items: readonly Item[], messages: Messages): Item {
  const submenu: Item[] = [
    ...items.flatMap((item) => [item, SEPARATOR]),
    { role: 'services', label: messages.services },
    SEPARATOR,
    { role: 'hide', label: messages.hide },
    { role: 'hideOthers', label: messages.hideOthers },
    { role: 'unhide', label: messages.showAll },
    SEPARATOR,
    { role: 'quit', label: messages.quitGalley },
  ]
  return { id: 'app', label: 'Galley', submenu }
}

function windowMenu(messages: Messages): Item {
  const submenu: Item[] = [
    { role: 'minimize', label: messages.minimise },
    { role: 'zoom', label: messages.zoomWindow },
    SEPARATOR,
    { role: 'front', label: messages.bringToFront },
  ]
  return { id: 'window', role: 'window', label: messages.window, submenu }
}

/**
 * The native menu for the renderer's menus: on macOS with the application's own and the Window menu, and with ways to
 * share the file `shared`.
 */
export function menuTemplate(
  menus: readonly Menu[],
  platform: string,
  messages: Messages,
  actions: MenuActions,
  shared: string | null,
): Item[] {
  const mac = platform === 'darwin'
  const ours = menus.map((menu): Item => {
    const items = mac ? tidy(menu.items.filter((item) => !inAppMenu(item))) : menu.items
    const submenu = [
      ...items.map((item) => itemOf(item, actions)),
      ...nativeItems(menu, mac, messages, shared),
    ]
    const role = menu.id === 'help' ? { role: 'help' as const } : {}
    return { id: menu.id, label: labelOf(menu.label), submenu, ...role }
  })
  if (!mac) return ours
  const own = menus.flatMap((menu) => menu.items.filter(inAppMenu)).map((item) => itemOf(item, actions))
  const help = ours.filter((it) => it.id === 'help')
  return [appMenu(own, messages), ...ours.filter((it) => it.id !== 'help'), windowMenu(messages), ...help]
}

/** The menu before a page has told its own, and on macOS while there is no window: what works without one. */
export function firstMenuTemplate(platform: string, messages: Messages, actions: MenuActions): Item[] {
  const edit: Item = { role: 'editMenu', label: messages.edit }
  if (platform !== 'darwin') return [{ role: 'fileMenu', label: messages.file }, edit]
  const file: Item[] = [
    { label: messages.newArticle, accelerator: 'CmdOrCtrl+N', click: () => actions.run('file.new') },
    { label: messages.openArticle, accelerator: 'CmdOrCtrl+O', click: () => actions.run('file.open') },
    { role: 'recentDocuments', label: messages.openRecent, submenu: [{ role: 'clearRecentDocuments' }] },
    SEPARATOR,
    { role: 'close', label: messages.closeWindow },
  ]
  return [appMenu([], messages), { label: messages.file, submenu: file }, edit, windowMenu(messages)]
}
