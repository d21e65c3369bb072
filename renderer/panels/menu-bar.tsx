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
  const bar = useRef<HTMLDivElement>(null)
  const before = useRef<HTMLElement | null>(null)
  const chosen = useRef<(() => void) | null>(null)
  const isOpen = open !== null

  // The menus are not modal, so that the bar answers the pointer: what lies outside has to close them.
  useEffect(() => {
    if (!isOpen) return
    const close = (): void => setOpen(null)
    const pressed = (event: PointerEvent): void => {
      const target = event.target instanceof Element ? event.target : null
      if (!target?.closest('.menu-bar, .popover')) close()
    }
    window.addEventListener('pointerdown', pressed, { capture: true })
    window.addEventListener('blur', close)
    return () => {
      window.removeEventListener('pointerdown', pressed, { capture: true })
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

  const remember = (): void => {
    const active = document.activeElement
    if (!(active instanceof HTMLElement) || active === document.body) return
    if (!bar.current?.contains(active) && !active.closest('.popover')) before.current = active
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
    <div className="menu-bar" ref={bar} onPointerDownCapture={remember}>
      <Toolbar className="menu-bar" aria-label={t('app.menuBar')}>
        {MENU_NAMES.map((name) => (
          <MenuTrigger
            key={name}
            isOpen={open === name}
            onOpenChange={(opens) => setOpen((now) => (opens ? name : now === name ? null : now))}
          >
            <Button
              className="menu-bar-button"
              onHoverStart={() => {
                if (open !== null) setOpen(name)
              }}
            >
              {t(`menu.${name}`)}
            </Button>
            <Popover className="popover" placement="bottom start" offset={2} isNonModal>
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
