import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
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
  const [overlays, setOverlays] = useState<HTMLDivElement | null>(null)
  const before = useRef<HTMLElement | null>(null)
  const chosen = useRef<(() => void) | null>(null)
  const pressed = useRef<MenuName | null>(null)
  const isOpen = open !== null

  // The menus are not modal, so that the bar answers the pointer: what lies outside has to close them. So has
  // the open menu's own button, which must not open it again with the same press.
  useEffect(() => {
    if (open === null) return
    const close = (): void => setOpen(null)
    const press = (event: PointerEvent): void => {
      const target = event.target instanceof Element ? event.target : null
      pressed.current = open
      if (!target?.closest('.popover, .menu-bar-button[aria-expanded="false"]')) close()
    }
    window.addEventListener('pointerdown', press, { capture: true })
    window.addEventListener('blur', close)
    return () => {
      window.removeEventListener('pointerdown', press, { capture: true })
      window.removeEventListener('blur', close)
    }
  }, [open])
  useEffect(() => {
    const release = (): void => {
      pressed.current = null
    }
    window.addEventListener('pointerup', release, { capture: true })
    return () => window.removeEventListener('pointerup', release, { capture: true })
  }, [])

  useEffect(() => {
    const run = chosen.current
    if (isOpen || !run) return
    chosen.current = null
    before.current?.focus()
    run()
  }, [isOpen])

  const change = (name: MenuName, opens: boolean): void => {
    const closes = opens && pressed.current === name
    setOpen((now) => (closes || (!opens && now === name) ? null : opens ? name : now))
  }
  const remember = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof HTMLElement && !bar?.contains(relatedTarget)) before.current = relatedTarget
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
    <div ref={setBar} onFocusCapture={remember}>
      <Toolbar className="menu-bar" aria-label={t('app.menuBar')}>
        {MENU_NAMES.map((name) => (
          <MenuTrigger key={name} isOpen={open === name} onOpenChange={(opens) => change(name, opens)}>
            <Button
              className="menu-bar-button"
              onHoverStart={() => {
                if (open !== null && pressed.current === null) setOpen(name)
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
              // oxlint-disable-next-line typescript/no-deprecated
              {...(overlays && { UNSTABLE_portalContainer: overlays })}
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
      <div ref={setOverlays} />
    </div>
  )
}
