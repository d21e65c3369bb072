import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Button, MenuTrigger, Popover, Toolbar } from 'react-aria-components'
import { MENU_NAMES, type MenuName } from '../../core/commands.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { CommandMenu } from './command-menu.tsx'

/**
 * The menu bar of the browser shell. While a menu is open the pointer and the arrow keys go from one to the
 * next, and a chosen command runs with the focus back where it was before.
 */
export function MenuBar() {
  const t = useTranslate()
  const [open, setOpen] = useState<MenuName | null>(null)
  const [bar, setBar] = useState<HTMLDivElement | null>(null)
  const before = useRef<HTMLElement | null>(null)
  const chosen = useRef<(() => void) | null>(null)
  const pressed = useRef<MenuName | null>(null)
  const isOpen = open !== null

  // The menus are not modal, so that the bar answers the pointer: what lies outside has to close them.
  useEffect(() => {
    if (!isOpen) return
    const close = (): void => setOpen(null)
    const pressOutside = (event: PointerEvent): void => {
      const target = event.target instanceof Element ? event.target : null
      if (!target?.closest('.menu-bar, .popover')) close()
    }
    window.addEventListener('pointerdown', pressOutside, { capture: true })
    window.addEventListener('blur', close)
    return () => {
      window.removeEventListener('pointerdown', pressOutside, { capture: true })
      window.removeEventListener('blur', close)
    }
  }, [isOpen])

  useEffect(() => {
    const run = chosen.current
    if (isOpen || !run) return
    chosen.current = null
    before.current?.focus()
    run()
  }, [isOpen])

  // A press takes the focus from an open menu, which closes it, before it reaches the button: it must not
  // open the same menu again.
  const change = (name: MenuName, opens: boolean): void => {
    const closes = opens && pressed.current === name
    setOpen((now) => (closes || (!opens && now === name) ? null : opens ? name : now))
  }
  const remember = (): void => {
    pressed.current = open
    const active = document.activeElement
    if (!(active instanceof HTMLElement) || active === document.body) return
    if (!bar?.contains(active) && !active.closest('.popover')) before.current = active
  }
  const key = (event: KeyboardEvent, name: MenuName): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const target = event.target instanceof Element ? event.target : null
    if (by === 0 || !target) return
    const inSubmenu = !event.currentTarget.contains(target)
    if (by === 1 ? target.closest('[aria-haspopup]') !== null : inSubmenu) return
    event.preventDefault()
    event.stopPropagation()
    const next = MENU_NAMES.at((MENU_NAMES.indexOf(name) + by) % MENU_NAMES.length)
    setOpen(next ?? null)
  }

  return (
    <div ref={setBar} onPointerDownCapture={remember} onPointerUpCapture={() => (pressed.current = null)}>
      <Toolbar className="menu-bar" aria-label={t('app.menuBar')}>
        {MENU_NAMES.map((name) => (
          <MenuTrigger key={name} isOpen={open === name} onOpenChange={(opens) => change(name, opens)}>
            <Button
              className="menu-bar-button"
              onHoverStart={() => {
                if (open !== null) setOpen(name)
              }}
            >
              {t(`menu.${name}`)}
            </Button>
            <Popover
              className="popover"
              placement="bottom start"
              offset={2}
              isNonModal
              // Inside the page's header, a landmark; the provider that replaces this is not exported here.
              // eslint-disable-next-line @typescript-eslint/no-deprecated
              {...(bar && { UNSTABLE_portalContainer: bar })}
            >
              <div onKeyDownCapture={(event) => key(event, name)}>
                <CommandMenu
                  name={name}
                  onChoose={(run) => {
                    chosen.current = run
                    setOpen(null)
                  }}
                />
              </div>
            </Popover>
          </MenuTrigger>
        ))}
      </Toolbar>
    </div>
  )
}
