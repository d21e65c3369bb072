import type { Runtime } from './runtime.ts'

/** An entry of a menu that appears at the pointer, translated. */
export interface ContextEntry {
  readonly id: string
  readonly label: string
  readonly enabled: boolean
  readonly run: () => void
}

/** A menu at a place of the page, in CSS pixels of the window; null parts the entries. */
export interface ContextMenu {
  /** What the menu is about, for assistive technology. */
  readonly label: string
  readonly entries: readonly (ContextEntry | null)[]
  readonly x: number
  readonly y: number
}

/** Shows a menu: the desktop a native one, the browser shell one drawn in the page. */
export function createContextMenu(runtime: Runtime): (menu: ContextMenu) => void {
  return (menu) => {
    if (runtime.store.get().info.shell === 'browser') {
      runtime.store.patch({ contextMenu: menu })
      return
    }
    const items = menu.entries.map((entry) => {
      if (entry === null) return { type: 'separator' } as const
      const { id, label, enabled } = entry
      return { type: 'item', id, label, enabled } as const
    })
    void runtime.request('menu.popup', items).then((chosen) => {
      menu.entries.find((entry) => entry?.id === chosen)?.run()
    })
  }
}
