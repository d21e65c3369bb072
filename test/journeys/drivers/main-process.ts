import type * as ElectronModule from 'electron'

// Playwright runs each of these functions inside Electron's main process, from its text: it may use nothing from
// outside itself but its arguments (Playwright, ElectronApplication.evaluate).

type Main = typeof ElectronModule
type Menu = Electron.Menu
type MenuItem = Electron.MenuItem

/** What the main process keeps for the driver, as `globalThis.galleyDriver`. */
export interface Kept {
  /** The menu bars by the ids of their windows; 0: the application's. */
  readonly menus: Map<number, Menu>
  /** How many items of menu bars were clicked, also by their keys. */
  clicks: number
  /** The menu at the pointer that is open. */
  popup: Menu | null
  closed: (() => void) | null
  /** What the next dialogs answer; without an answer they are cancelled. */
  readonly opens: string[][]
  readonly saves: string[]
}

/** An item of a menu bar. */
export interface ItemFound {
  readonly labels: readonly string[]
  readonly accelerator: string
  readonly enabled: boolean
}

/** Begins to keep what menus and dialogs are shown; nothing native appears from now on that would have to be clicked. */
export function listen({ BrowserWindow, Menu, dialog }: Main): void {
  const kept: Kept = { menus: new Map(), clicks: 0, popup: null, closed: null, opens: [], saves: [] }
  Object.assign(globalThis, { galleyDriver: kept })
  const count = (menu: Menu): void => {
    for (const item of menu.items) {
      const click = item.click.bind(item) as (...args: unknown[]) => void
      item.click = (...args: unknown[]) => {
        kept.clicks += 1
        click(...args)
      }
      if (item.submenu) count(item.submenu)
    }
  }
  const keep = (id: number, menu: Menu | null): void => {
    if (!menu) return
    if (kept.menus.get(id) !== menu) count(menu)
    kept.menus.set(id, menu)
  }
  const setMenu = Reflect.get(BrowserWindow.prototype, 'setMenu')
  BrowserWindow.prototype.setMenu = function (menu) {
    keep(this.id, menu)
    setMenu.call(this, menu)
  }
  const setApplicationMenu = Menu.setApplicationMenu.bind(Menu)
  keep(0, Menu.getApplicationMenu())
  Menu.setApplicationMenu = (menu) => {
    keep(0, menu)
    setApplicationMenu(menu)
  }
  Menu.prototype.popup = function (options) {
    kept.popup = this
    kept.closed = options?.callback ?? null
  }
  dialog.showOpenDialog = () => {
    const filePaths = kept.opens.shift() ?? []
    return Promise.resolve({ canceled: filePaths.length === 0, filePaths })
  }
  dialog.showSaveDialog = () => {
    const filePath = kept.saves.shift() ?? ''
    return Promise.resolve({ canceled: filePath === '', filePath })
  }
}

/** The items of the menu bar of a window; none while the page has not told its menus. */
export function menuItems(_electron: Main, windowId: number): readonly ItemFound[] {
  const { menus } = (globalThis as unknown as { galleyDriver: Kept }).galleyDriver
  const walk = (menu: Menu, before: readonly string[]): ItemFound[] =>
    menu.items.flatMap((item: MenuItem) => {
      const labels = [...before, item.label.replaceAll('&&', '&')]
      const accelerator = typeof item.accelerator === 'string' ? item.accelerator : ''
      const found = { labels, accelerator, enabled: item.enabled }
      return [found, ...(item.submenu ? walk(item.submenu, labels) : [])]
    })
  const menu = menus.get(windowId) ?? menus.get(0)
  return menu ? walk(menu, []) : []
}

/** Clicks the item at these labels in the menu bar of a window; false: it is not there, or disabled. */
export function clickItem(
  { BrowserWindow }: Main,
  { windowId, labels }: { readonly windowId: number; readonly labels: readonly string[] },
): boolean {
  const { menus } = (globalThis as unknown as { galleyDriver: Kept }).galleyDriver
  let menu = menus.get(windowId) ?? menus.get(0)
  let found: MenuItem | undefined
  for (const label of labels) {
    found = menu?.items.find((item) => item.label.replaceAll('&&', '&') === label)
    menu = found?.submenu
  }
  if (!found?.enabled) return false
  const window = BrowserWindow.fromId(windowId)
  Reflect.apply(found.click, found, [undefined, window, window?.webContents])
  return true
}

/** How many items of menu bars were clicked so far. */
export function clicks(): number {
  return (globalThis as unknown as { galleyDriver: Kept }).galleyDriver.clicks
}

/** What the next dialog that opens files gives. */
export function answerOpen(_electron: Main, paths: readonly string[]): void {
  ;(globalThis as unknown as { galleyDriver: Kept }).galleyDriver.opens.push([...paths])
}

/** What the next dialog that saves gives. */
export function answerSave(_electron: Main, path: string): void {
  ;(globalThis as unknown as { galleyDriver: Kept }).galleyDriver.saves.push(path)
}

/** The labels of the menu at the pointer; null: there is none. */
export function popupLabels(): readonly string[] | null {
  const { popup } = (globalThis as unknown as { galleyDriver: Kept }).galleyDriver
  if (!popup) return null
  return popup.items.filter((item) => item.type !== 'separator').map((it) => it.label.replaceAll('&&', '&'))
}

/** Chooses an item of the menu at the pointer, or closes it; false: there is no such item, or it is disabled. */
export function choosePopup(_electron: Main, label: string | null): boolean {
  const kept = (globalThis as unknown as { galleyDriver: Kept }).galleyDriver
  const item = kept.popup?.items.find((one) => one.label.replaceAll('&&', '&') === label)
  if (label !== null && !item?.enabled) return false
  const { closed } = kept
  kept.popup = null
  kept.closed = null
  closed?.()
  item?.click()
  return true
}

/** What of this type is on the clipboard; `''`: nothing. */
export async function readClipboard({ clipboard }: Main, type: 'text/plain' | 'text/html'): Promise<string> {
  const item = (await clipboard.read()).find(({ types }) => types.includes(type))
  return item ? (await item.getType(type)).text() : ''
}

/** Puts these texts, by their types, on the clipboard. */
export async function writeClipboard(
  { clipboard, ClipboardItem }: Main,
  texts: Readonly<Record<string, string>>,
): Promise<void> {
  await clipboard.write([new ClipboardItem({ ...texts })])
}

/** One more window, as a second instance asks for it. */
export function openWindow({ app }: Main): void {
  app.emit('second-instance', {}, [], '', { paths: [], newWindow: true })
}

/** Makes the page of a window this large, in CSS pixels. */
export function resize(
  { BrowserWindow }: Main,
  { windowId, width, height }: { readonly windowId: number; readonly width: number; readonly height: number },
): void {
  BrowserWindow.fromId(windowId)?.setContentSize(width, height)
}
