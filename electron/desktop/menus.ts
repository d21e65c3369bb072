import { BrowserWindow, Menu } from 'electron'
import type { Menu as PageMenu } from '../../core/contract.ts'
import type { AppWindow } from './app-window.ts'
import { firstMenuTemplate, menuTemplate, type MenuActions } from './menu.ts'
import type { Messages } from './messages.ts'

/** The native menus: macOS has one, that of the window in front; elsewhere each window has its own. */
export interface Menus {
  /** Shows what the page of `window` has told. */
  set(window: AppWindow, menus: readonly PageMenu[]): void
  /** The article in front of `window` is another, or has another path. */
  articleChanged(window: AppWindow): void
  /** Follows `window` to the front, and forgets it when it is closed. */
  follow(window: AppWindow): void
  /** Makes every menu again, in the language of now. */
  refresh(): void
}

export interface MenusOptions {
  readonly messages: () => Messages
  /** What the menu of `window` does; null: the menu while there is no window. */
  readonly actions: (window: AppWindow | null) => MenuActions
}

export function createMenus({ messages, actions }: MenusOptions): Menus {
  const mac = process.platform === 'darwin'
  const told = new Map<AppWindow, readonly PageMenu[]>()
  const without = (): ReturnType<typeof Menu.buildFromTemplate> =>
    Menu.buildFromTemplate(firstMenuTemplate(process.platform, messages(), actions(null)))

  function show(window: AppWindow): void {
    const menus = told.get(window)
    const menu = menus
      ? Menu.buildFromTemplate(
          menuTemplate(menus, process.platform, messages(), actions(window), window.state()?.path ?? null),
        )
      : without()
    if (mac) Menu.setApplicationMenu(menu)
    else window.window.setMenu(menu)
  }

  /** In the one menu bar of macOS a window behind another one shows nothing. */
  function isShown(window: AppWindow): boolean {
    const front = BrowserWindow.getFocusedWindow()
    return !mac || front === null || front === window.window
  }

  return {
    set(window, menus) {
      told.set(window, menus)
      if (isShown(window)) show(window)
    },
    articleChanged(window) {
      if (mac && told.has(window) && isShown(window)) show(window)
    },
    follow(window) {
      if (mac) window.window.on('focus', () => show(window))
      window.window.on('closed', () => {
        told.delete(window)
        // The windows that are left may all be minimised: none of them comes to the front and brings its own.
        if (mac && BrowserWindow.getFocusedWindow() === null) Menu.setApplicationMenu(without())
      })
    },
    refresh() {
      if (told.size === 0 || !mac) Menu.setApplicationMenu(without())
      for (const window of told.keys()) if (!mac || window.window.isFocused()) show(window)
    },
  }
}
