import { assertNever } from '../../core/assert-never.ts'
import type { Menu, MenuItem } from '../../core/contract.ts'
import type { MenuItemConstructorOptions as Item } from 'electron'
import type { Messages } from './messages.ts'

/** What choosing an item of the menu does. */
export interface MenuActions {
  readonly run: (commandId: string) => void
  readonly open: (path: string) => void
}

/** In a native label `&` marks the next letter as the one that chooses the item; doubled, it is itself. */
function labelOf(text: string): string {
  return text.replaceAll('&', '&&')
}

const SEPARATOR: Item = { type: 'separator' }

function itemOf(item: MenuItem, actions: MenuActions): Item {
  switch (item.type) {
    case 'separator':
      return SEPARATOR
    case 'role':
      return { role: item.role, label: labelOf(item.label) }
    case 'command':
      return {
        id: item.id,
        label: labelOf(item.label),
        enabled: item.enabled,
        click: () => actions.run(item.id),
        ...(item.accelerator === null ? {} : { accelerator: item.accelerator }),
        ...(item.checked === null ? {} : { type: 'checkbox' as const, checked: item.checked }),
      }
    case 'recent':
      return { label: labelOf(item.label), click: () => actions.open(item.path) }
    case 'submenu':
      return { label: labelOf(item.label), submenu: item.items.map((it) => itemOf(it, actions)) }
    default:
      return assertNever(item)
  }
}

/** What the platform expects in a menu beside our commands. */
function nativeItems(menu: Menu, mac: boolean, messages: Messages): readonly Item[] {
  if (menu.id === 'file' && !mac) return [SEPARATOR, { role: 'quit', label: messages.quit }]
  if (menu.id !== 'view') return []
  return [
    SEPARATOR,
    { role: 'resetZoom', label: messages.actualSize },
    { role: 'zoomIn', label: messages.zoomIn },
    { role: 'zoomOut', label: messages.zoomOut },
    SEPARATOR,
    { role: 'togglefullscreen', label: messages.fullScreen },
  ]
}

/** The native menu for the renderer's menus: on macOS with the application's own and the Window menu. */
export function menuTemplate(
  menus: readonly Menu[],
  platform: string,
  messages: Messages,
  actions: MenuActions,
): Item[] {
  const mac = platform === 'darwin'
  const ours = menus.map((menu): Item => {
    const items = menu.items.map((item) => itemOf(item, actions))
    const submenu = [...items, ...nativeItems(menu, mac, messages)]
    return {
      id: menu.id,
      label: labelOf(menu.label),
      submenu,
      ...(menu.id === 'help' ? { role: 'help' as const } : {}),
    }
  })
  if (!mac) return ours
  const help = ours.filter((it) => it.role === 'help')
  return [{ role: 'appMenu' }, ...ours.filter((it) => it.role !== 'help'), { role: 'windowMenu' }, ...help]
}

/** The menu before the renderer has told its own: only what works without it. */
export function firstMenuTemplate(platform: string): Item[] {
  if (platform !== 'darwin') return [{ role: 'fileMenu' }, { role: 'editMenu' }]
  return [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]
}
