import type { Menu, MenuItem, MenuItemConstructorOptions, PopupOptions, SharingItem } from 'electron'

type FakedItem = Pick<MenuItem, 'id' | 'label' | 'type' | 'enabled' | 'checked'> &
  Pick<MenuItemConstructorOptions, 'role' | 'accelerator' | 'sharingItem'>

/** An item a test can click; as documented, a disabled one does nothing and a checkbox changes its tick. */
export class FakeMenuItem implements FakedItem {
  readonly id: string
  readonly label: string
  readonly type: MenuItem['type']
  readonly enabled: boolean
  readonly role?: NonNullable<MenuItemConstructorOptions['role']>
  readonly accelerator?: string
  readonly sharingItem?: SharingItem
  readonly submenu: FakeMenu | null
  checked: boolean
  private readonly chosen: MenuItemConstructorOptions['click']

  constructor(options: MenuItemConstructorOptions) {
    const { submenu } = options
    this.id = options.id ?? ''
    this.label = options.label ?? ''
    this.type = options.type ?? (submenu ? 'submenu' : 'normal')
    this.enabled = options.enabled ?? true
    this.checked = options.checked ?? false
    if (options.role) this.role = options.role
    if (options.sharingItem) this.sharingItem = options.sharingItem
    if (options.role === 'shareMenu' && !options.sharingItem) throw new Error('Nothing to share')
    if (options.accelerator) this.accelerator = options.accelerator
    this.submenu = Array.isArray(submenu) ? FakeMenu.buildFromTemplate(submenu) : null
    this.chosen = options.click
    if (!options.label && !options.role && this.type !== 'separator') {
      throw new Error('A menu item needs a label, a role or a type')
    }
  }

  click(): void {
    if (!this.enabled) return
    if (this.type === 'checkbox') this.checked = !this.checked
    this.chosen?.(this as unknown as MenuItem, undefined, {})
  }
}

export class FakeMenu {
  static application: FakeMenu | null = null
  /** The menu at the pointer that is open. */
  static popup: FakeMenu | null = null
  private closed: (() => void) | undefined
  readonly items: readonly FakeMenuItem[]

  constructor(items: readonly FakeMenuItem[]) {
    this.items = items
  }

  static buildFromTemplate(template: Parameters<typeof Menu.buildFromTemplate>[0]): FakeMenu {
    return new FakeMenu(template.map((it) => new FakeMenuItem(it as MenuItemConstructorOptions)))
  }

  static setApplicationMenu(menu: FakeMenu | null): void {
    FakeMenu.application = menu
  }

  static getApplicationMenu(): FakeMenu | null {
    return FakeMenu.application
  }

  popup(options: PopupOptions = {}): void {
    FakeMenu.popup = this
    this.closed = options.callback
  }

  /** The writer chooses an item of a menu at the pointer, or none: the menu is closed first. */
  choose(label: string | null): void {
    FakeMenu.popup = null
    this.closed?.()
    if (label !== null) this.find(label).click()
  }

  /** The item at a way of labels, such as `File`, `Save`. */
  find(...labels: readonly string[]): FakeMenuItem {
    let menu: FakeMenu | null = null
    let found: FakeMenuItem | undefined
    for (const label of labels) {
      found = (menu ?? this).items.find((it) => it.label === label)
      menu = found?.submenu ?? new FakeMenu([])
    }
    if (!found) throw new Error(`There is no menu item ${labels.join(' → ')}`)
    return found
  }
}
