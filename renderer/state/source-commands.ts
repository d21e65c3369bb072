import type { StateCommand } from '@codemirror/state'
import type { CommandId } from '../../core/commands.ts'

type SourceCommands = Readonly<Partial<Record<CommandId, StateCommand>>>

let loaded: SourceCommands | null = null
let loading: Promise<SourceCommands> | null = null

/** Loads the commands that work on the source; the first editable view does not wait for them. */
export function loadSourceCommands(): Promise<SourceCommands> {
  loading ??= import('../editor/commands/source-commands.ts').then(
    (module) => (loaded = module.SOURCE_COMMANDS),
    (error: unknown) => {
      loading = null // The next command asks again.
      throw error
    },
  )
  return loading
}

/** Runs `run` with them: at once when they are there, else as soon as they are; `failed` when they cannot be loaded. */
export function withSourceCommands(run: (commands: SourceCommands) => void, failed: () => void): void {
  if (loaded !== null) run(loaded)
  else loadSourceCommands().then(run, failed)
}

/** Commands of other menus than Format, Insert and Table that work on the source. */
export const MORE_SOURCE_COMMANDS: ReadonlySet<CommandId> = new Set<CommandId>([
  'edit.undo',
  'edit.redo',
  'edit.matchingTag',
  'edit.comment',
  'edit.moveLineUp',
  'edit.moveLineDown',
  'edit.duplicateLine',
  'edit.deleteLine',
  'view.fold',
  'view.unfold',
  'view.foldAll',
  'view.unfoldAll',
])
