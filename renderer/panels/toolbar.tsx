import { Ellipsis } from 'lucide-react'
import { memo, useLayoutEffect, useRef, useState } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Toolbar as AriaToolbar } from 'react-aria-components'
import type { CommandId } from '../../core/commands.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { TOOLBAR_COMMANDS, TOOLBAR_ICONS, type ToolbarId } from './command-icons.ts'
import { titleKey, useShortcutOf } from './command-labels.ts'
import { IconButton } from './icon-button.tsx'

/** Widths in CSS pixels, as in toolbar.css: a button with its gap, the line between groups, the row's padding. */
const BUTTON = 30
const GROUP_GAP = 13
const PADDING = 16

/** How many of the toolbar's buttons fit into a width, leaving room for the button that holds the rest. */
export function fittingButtons(width: number): number {
  let used = PADDING
  let fitting = 0
  for (const [index, { startsGroup }] of TOOLBAR_COMMANDS.entries()) {
    used += BUTTON + (startsGroup ? GROUP_GAP : 0)
    const rest = index === TOOLBAR_COMMANDS.length - 1 ? 0 : BUTTON
    if (used + rest > width) break
    fitting = index + 1
  }
  return fitting
}

/** The formatting buttons over the source; those without room are in a menu at its end. */
export const Toolbar = memo(function Toolbar() {
  const t = useTranslate()
  const app = useApp()
  const shortcutOf = useShortcutOf()
  const row = useRef<HTMLDivElement>(null)
  const [fitting, setFitting] = useState(TOOLBAR_COMMANDS.length)
  const enabled = useAppState(() =>
    TOOLBAR_COMMANDS.map(({ id }) => (app.isEnabled(id) ? '1' : '0')).join(''),
  )

  useLayoutEffect(() => {
    const element = row.current
    if (!element) return
    const observer = new ResizeObserver(() => setFitting(fittingButtons(element.clientWidth)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const run = (id: CommandId): void => {
    const { activeId } = app.getState()
    if (activeId !== null) app.editorOf(activeId)?.focus()
    app.run(id)
  }
  const isEnabled = (id: ToolbarId): boolean =>
    enabled[TOOLBAR_COMMANDS.findIndex((it) => it.id === id)] === '1'
  const rest = TOOLBAR_COMMANDS.slice(fitting)

  return (
    <div className="toolbar-row" ref={row}>
      <AriaToolbar className="toolbar" aria-label={t('toolbar.label')}>
        {TOOLBAR_COMMANDS.slice(0, fitting).map(({ id, startsGroup }) => {
          const Icon = TOOLBAR_ICONS[id]
          return (
            <IconButton
              key={id}
              className={startsGroup ? 'starts-group' : ''}
              label={t(titleKey(id))}
              shortcut={shortcutOf(id)}
              isDisabled={!isEnabled(id)}
              onPress={() => run(id)}
            >
              <Icon className="icon" aria-hidden />
            </IconButton>
          )
        })}
        {rest.length > 0 && (
          <MenuTrigger>
            <Button className="icon-button" aria-label={t('toolbar.more')}>
              <Ellipsis className="icon" aria-hidden />
            </Button>
            <Popover className="popover" placement="bottom end" offset={4}>
              <Menu
                className="menu"
                disabledKeys={rest.filter(({ id }) => !isEnabled(id)).map(({ id }) => id)}
                onAction={(key) => {
                  const item = rest.find((it) => it.id === key)
                  if (item) requestAnimationFrame(() => run(item.id))
                }}
              >
                {rest.map(({ id }) => {
                  const Icon = TOOLBAR_ICONS[id]
                  return (
                    <MenuItem key={id} id={id} className="menu-item" textValue={t(titleKey(id))}>
                      <Icon className="icon" aria-hidden />
                      <span className="menu-label">{t(titleKey(id))}</span>
                      <kbd>{shortcutOf(id)}</kbd>
                    </MenuItem>
                  )
                })}
              </Menu>
            </Popover>
          </MenuTrigger>
        )}
      </AriaToolbar>
    </div>
  )
})
