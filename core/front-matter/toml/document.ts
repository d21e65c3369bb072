import type { Span } from '../../article/text-edit.ts'
import type { TomlStatement } from './scan-toml.ts'
import type { TomlMap } from './toml-tree.ts'
import type { TomlHabits } from './write-toml.ts'

/** TOML front matter opened for an edit. */
export interface TomlDocument {
  readonly text: string
  /** What stands between the fences. */
  readonly content: Span
  readonly statements: readonly TomlStatement[]
  readonly root: TomlMap
  readonly habits: TomlHabits
}
