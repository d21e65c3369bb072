import type { EditorView } from '@codemirror/view'
import type { TextEdit } from '../../core/article/text-edit.ts'
import type { BodyFormat } from '../../core/article/body-format.ts'
import type { CommandId } from '../../core/commands.ts'
import type { Bridge } from '../../core/contract.ts'
import type { Encoding } from '../../core/encodings.ts'
import type { Layout, Settings } from '../../core/settings.ts'
import type { PreviewLink } from './preview-link.ts'
import type { AppState, ArticleTab, DialogState, LineEndKind } from './app-state.ts'

/** The application as the chrome uses it: a picture of its state, and what a writer can do. */
export interface App {
  readonly bridge: Bridge
  /** Where the preview of the article in front is tied to it. */
  readonly preview: Pick<PreviewLink, 'attach' | 'events'>
  getState(): AppState
  /** Calls `listener` after each change of the state until the returned function is called. */
  subscribe(listener: () => void): () => void

  /** Runs a command of the table; nothing happens when it is not enabled. */
  run(id: CommandId): void
  isEnabled(id: CommandId): boolean
  /** The tick of a checkable command; null for others. */
  isChecked(id: CommandId): boolean | null

  openPaths(paths: readonly string[]): Promise<void>
  activate(tabId: string): void
  close(tabId: string): Promise<boolean>
  /** The editor of a tab; it exists as long as the tab. */
  editorOf(tabId: string): EditorView | null
  /** Applies edits to a tab's text as one undo step; edits with one `group` made in a row join into one step. */
  edit(tabId: string, edits: readonly TextEdit[], group: string): void

  setBodyFormat(tabId: string, format: BodyFormat | 'auto'): void
  setLineEnds(tabId: string, kind: Exclude<LineEndKind, 'mixed'>): void
  reopenWithEncoding(tabId: string, encoding: Encoding): Promise<void>
  saveWithEncoding(tabId: string, encoding: Encoding): Promise<void>
  allowRemoteImages(tabId: string, how: 'once' | 'article' | 'always'): void
  resolveConflict(tabId: string, how: 'mine' | 'theirs' | 'compare'): Promise<void>
  setRawFrontMatter(tabId: string, raw: boolean): void

  changeSettings(patch: Partial<Settings>): void
  changeLayout(patch: Partial<Layout>): void
  removeRecent(path: string): void
  clearRecents(): void

  /** Shows a dialog and waits for its answer. */
  showDialog(dialog: DialogState): Promise<unknown>
  /** Answers the dialog that is shown; null cancels. */
  answer(value: unknown): void
  dismissNotice(id: number): void
}

/** The tab in front, or null on the welcome view. */
export function activeTab(state: AppState): ArticleTab | null {
  return state.tabs.find((tab) => tab.id === state.activeId) ?? null
}
