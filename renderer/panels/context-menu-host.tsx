import { useRef } from 'react'
import { Menu, MenuItem, Popover, Separator } from 'react-aria-components'
import type { ContextMenu } from '../state/context-menu.ts'
import { useApp, useAppState } from '../state/use-app.ts'

/** The one place where menus at the pointer appear in the browser shell. */
export function ContextMenuHost() {
  const menu = useAppState((state) => state.contextMenu)
  return menu && <Shown menu={menu} />
}

function Shown({ menu }: { readonly menu: ContextMenu }) {
  const app = useApp()
  const place = useRef<HTMLDivElement>(null)
  const entries = menu.entries.filter((entry) => entry !== null)
  return (
    <>
      <div ref={place} className="context-menu-place" style={{ left: menu.x, top: menu.y }} aria-hidden />
      <Popover
        className="popover"
        aria-label={menu.label}
        triggerRef={place}
        placement="bottom start"
        offset={0}
        isOpen
        onOpenChange={(open) => {
          if (!open) app.closeContextMenu()
        }}
      >
        <Menu
          className="menu"
          aria-label={menu.label}
          autoFocus="first"
          disabledKeys={entries.filter((entry) => !entry.enabled).map((entry) => entry.id)}
          onAction={(key) => {
            app.closeContextMenu()
            const chosen = entries.find((entry) => entry.id === key)
            // By then the focus is back where it was, and goes where the entry wants it.
            if (chosen) requestAnimationFrame(() => requestAnimationFrame(() => chosen.run()))
          }}
        >
          {menu.entries.map((entry, index) =>
            entry === null ? (
              <Separator key={index} className="menu-separator" />
            ) : (
              <MenuItem key={entry.id} id={entry.id} className="menu-item">
                {entry.label}
              </MenuItem>
            ),
          )}
        </Menu>
      </Popover>
    </>
  )
}
