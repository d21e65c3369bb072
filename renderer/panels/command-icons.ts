import {
  Bold,
  Code,
  Heading,
  Image,
  Italic,
  Link,
  List,
  ListChecks,
  ListOrdered,
  Quote,
  SquareCode,
  Strikethrough,
  Table,
  type LucideIcon,
} from 'lucide-react'
import { COMMANDS, type CommandId } from '../../core/commands.ts'

/** A command that stands in the toolbar. */
export type ToolbarId = Extract<(typeof COMMANDS)[number], { readonly toolbar: true }>['id']

/** The icon of every command of the toolbar. */
export const TOOLBAR_ICONS: Readonly<Record<ToolbarId, LucideIcon>> = {
  'format.bold': Bold,
  'format.italic': Italic,
  'format.strikethrough': Strikethrough,
  'format.code': Code,
  'format.heading': Heading,
  'format.quote': Quote,
  'format.bulletList': List,
  'format.orderedList': ListOrdered,
  'format.taskList': ListChecks,
  'insert.link': Link,
  'insert.image': Image,
  'insert.table': Table,
  'insert.codeBlock': SquareCode,
}

const isToolbar = (id: CommandId): id is ToolbarId => Object.hasOwn(TOOLBAR_ICONS, id)

/** The toolbar's commands, formatting before insertions, in the order of the table. */
export const TOOLBAR_COMMANDS: readonly { readonly id: ToolbarId; readonly startsGroup: boolean }[] = [
  ...COMMANDS.filter((it) => it.menu === 'format'),
  ...COMMANDS.filter((it) => it.menu === 'insert'),
].flatMap((it, index, all) => {
  const before = all[index - 1]
  const startsGroup = before !== undefined && (before.menu !== it.menu || before.group !== it.group)
  return isToolbar(it.id) ? [{ id: it.id, startsGroup }] : []
})
