import { COMMANDS, type CommandId, type CommandSpec, type MenuName } from '../../core/commands.ts'

/** Commands of a menu that stand together. */
export interface MenuGroup {
  readonly key: string
  readonly commands: readonly CommandSpec[]
  /** `single`: one of them is on; `multiple`: each is on or off; null: plain commands. */
  readonly ticks: 'single' | 'multiple' | null
}

/** Groups of which exactly one command is on. */
const CHOICES: ReadonlySet<CommandId> = new Set([
  'file.autosaveOff',
  'view.both',
  'view.themeSystem',
  'help.english',
])

/** The commands of a menu by group, in the order of the table. */
export function menuGroups(menu: MenuName): readonly MenuGroup[] {
  const groups = new Map<number, CommandSpec[]>()
  for (const command of COMMANDS as readonly CommandSpec[]) {
    // The menus drawn in the page are those of the browser shell.
    if (command.menu !== menu || command.shell === 'desktop') continue
    groups.set(command.group, [...(groups.get(command.group) ?? []), command])
  }
  return [...groups.entries()].map(([group, commands]) => ({
    key: `${menu}-${group}`,
    commands,
    ticks: ticksOf(commands),
  }))
}

function ticksOf(commands: readonly CommandSpec[]): MenuGroup['ticks'] {
  if (!commands.every((it) => it.checkable)) return null
  return commands.some((it) => CHOICES.has(it.id)) ? 'single' : 'multiple'
}
