import { Check, ChevronRight } from 'lucide-react'
import { Fragment } from 'react'
import { Menu, MenuItem, MenuSection, Popover, Separator, SubmenuTrigger } from 'react-aria-components'
import { COMMANDS, type CommandId, type MenuName } from '../../core/commands.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { baseName, folderOf } from '../i18n/path-text.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { titleKey, useShortcutOf } from './command-labels.ts'
import { menuGroups, type MenuGroup } from './menu-groups.ts'
import { usePageAtLeast } from './use-page-width.ts'

/** From this width of the page a submenu has room beside its menu. */
const ROOM_BESIDE = 600

export interface CommandMenuProps {
  readonly name: MenuName
  /** Called when a command was chosen; it runs what was chosen. */
  readonly onChoose: (run: () => void) => void
}

/** One menu of the menu bar with the commands of the table; File also has the recent articles. */
export function CommandMenu({ name, onChoose }: CommandMenuProps) {
  const t = useTranslate()
  const app = useApp()
  const groups = menuGroups(name)
  const indented = groups.some((it) => it.ticks !== null)
  const all = groups.flatMap((it) => it.commands.map(({ id }) => id))
  const disabled = useAppState(() => all.filter((id) => !app.isEnabled(id)).join(' ')).split(' ')
  return (
    <Menu
      className="menu"
      aria-label={t(`menu.${name}`)}
      disabledKeys={disabled}
      shouldCloseOnSelect
      onAction={(key) => {
        const command = COMMANDS.find(({ id }) => id === key)
        if (command) onChoose(() => app.run(command.id))
      }}
    >
      {groups.map((group, index) => (
        <Fragment key={group.key}>
          {index > 0 && <Separator className="menu-separator" />}
          <Group group={group} indented={indented} />
          {group.commands.some(({ id }) => id === 'file.open') && (
            <OpenRecent onChoose={onChoose} indented={indented} />
          )}
        </Fragment>
      ))}
    </Menu>
  )
}

interface GroupProps {
  readonly group: MenuGroup
  /** Titles leave room for a tick, so that all of a menu stand in one line. */
  readonly indented: boolean
}

function Group({ group, indented }: GroupProps) {
  const t = useTranslate()
  const app = useApp()
  const checked = useAppState(() =>
    group.commands
      .map(({ id }) => id)
      .filter((id) => app.isChecked(id) === true)
      .join(' '),
  ).split(' ')
  const items = group.commands.map(({ id }) => <CommandItem key={id} id={id} indented={indented} />)
  if (group.ticks === null) return <>{items}</>
  return (
    <MenuSection
      id={group.key}
      aria-label={t(titleKey(group.commands[0]?.id ?? 'view.both'))}
      selectionMode={group.ticks}
      selectedKeys={checked}
    >
      {items}
    </MenuSection>
  )
}

function CommandItem({ id, indented }: { readonly id: CommandId; readonly indented: boolean }) {
  const t = useTranslate()
  const shortcutOf = useShortcutOf()
  return (
    <MenuItem id={id} className="menu-item" textValue={t(titleKey(id))}>
      {({ isSelected }) => (
        <>
          {indented && (
            <span className="menu-tick">{isSelected && <Check className="icon" aria-hidden />}</span>
          )}
          <span className="menu-label">{t(titleKey(id))}</span>
          <kbd>{shortcutOf(id)}</kbd>
        </>
      )}
    </MenuItem>
  )
}

function OpenRecent({
  onChoose,
  indented,
}: Pick<CommandMenuProps, 'onChoose'> & Pick<GroupProps, 'indented'>) {
  const t = useTranslate()
  const app = useApp()
  const recents = useAppState((state) => state.recents)
  const beside = usePageAtLeast(ROOM_BESIDE)
  return (
    <SubmenuTrigger>
      <MenuItem id="openRecent" className="menu-item" textValue={t('menu.openRecent')}>
        {indented && <span className="menu-tick" />}
        <span className="menu-label">{t('menu.openRecent')}</span>
        <ChevronRight className="icon" aria-hidden />
      </MenuItem>
      <Popover
        className="popover"
        {...(beside ? { offset: -2, crossOffset: -4 } : { placement: 'bottom start' })}
      >
        <Menu
          className="menu"
          aria-label={t('menu.openRecent')}
          disabledKeys={['none']}
          onAction={(key) =>
            onChoose(() => {
              if (key === 'clear') app.clearRecents()
              else void app.openPaths([String(key)])
            })
          }
        >
          {recents.length === 0 && (
            <MenuItem id="none" className="menu-item">
              {t('menu.noRecents')}
            </MenuItem>
          )}
          {recents.slice(0, 15).map(({ path, title }) => (
            <MenuItem key={path} id={path} className="menu-item" textValue={title || baseName(path)}>
              <span className="menu-label">{title || baseName(path)}</span>
              <span className="menu-note menu-path">{baseName(folderOf(path))}</span>
            </MenuItem>
          ))}
          {recents.length > 0 && <Separator className="menu-separator" />}
          {recents.length > 0 && (
            <MenuItem id="clear" className="menu-item">
              {t('menu.clearRecents')}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </SubmenuTrigger>
  )
}
