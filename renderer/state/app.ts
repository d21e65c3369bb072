import type { EditorView } from '@codemirror/view'
import type { TextEdit } from '../../core/article/text-edit.ts'
import type { BodyFormat } from '../../core/article/body-format.ts'
import type { CommandId } from '../../core/commands.ts'
import type { Bridge } from '../../core/contract.ts'
import type { Encoding } from '../../core/encodings.ts'
import type { Layout, Settings } from '../../core/settings.ts'
import type { ContextMenu } from './context-menu.ts'
import type { PreviewLink } from './preview-link.ts'
import type {
  AppState,
  ArticleTab,
  ConflictAnswer,
  DialogState,
  LineEndKind,
  SettingsUndo,
} from './app-state.ts'

/** The application as the chrome uses it: a picture of its state, and what a writer can do. */
export interface App {
  readonly bridge: Bridge
  /** Where the preview of the article in front is tied to it. */
  readonly preview: Pick<PreviewLink, 'attach' | 'events' | 'linkSays'>
  readonly getState: () => AppState
  /** Calls `listener` after each change of the state until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void

  /** Runs a command of the table; nothing happens when it is not enabled. */
  readonly run: (id: CommandId) => void
  readonly isEnabled: (id: CommandId) => boolean
  /** The tick of a checkable command; null for others. */
  readonly isChecked: (id: CommandId) => boolean | null

  readonly openPaths: (paths: readonly string[]) => Promise<void>
  readonly activate: (tabId: string) => void
  readonly close: (tabId: string) => Promise<boolean>
  /** Closes these tabs, with one question about all that is unsaved in them. */
  readonly closeMany: (tabIds: readonly string[]) => Promise<boolean>
  /** Moves an article to a window of its own. */
  readonly moveToWindow: (tabId: string) => Promise<void>
  /** The editor of a tab; it exists as long as the tab. */
  readonly editorOf: (tabId: string) => EditorView | null
  /** Applies edits to a tab's text as one undo step; edits with one `group` made in a row join into one step. */
  readonly edit: (tabId: string, edits: readonly TextEdit[], group: string) => void

  readonly setBodyFormat: (tabId: string, format: BodyFormat | 'auto') => void
  readonly setLineEnds: (tabId: string, kind: Exclude<LineEndKind, 'mixed'>) => void
  readonly reopenWithEncoding: (tabId: string, encoding: Encoding) => Promise<void>
  readonly saveWithEncoding: (tabId: string, encoding: Encoding) => Promise<void>
  /** Opens the text of a damaged article, with U+FFFD for what could not be read, as a new article. */
  readonly openRepairedCopy: (tabId: string) => void
  readonly retrySave: (tabId: string) => Promise<void>
  readonly allowRemoteImages: (tabId: string, how: 'once' | 'article' | 'always') => void
  readonly resolveConflict: (tabId: string, how: ConflictAnswer) => Promise<void>
  readonly setRawFrontMatter: (tabId: string, raw: boolean) => void

  readonly changeSettings: (patch: Partial<Settings>) => void
  /** Offers in the settings to take back what was just done there. */
  readonly offerSettingsUndo: (offer: SettingsUndo) => void
  /** Takes back what is offered; nothing happens without an offer. */
  readonly undoSettings: () => void
  readonly changeLayout: (patch: Partial<Layout>) => void
  readonly removeRecent: (path: string) => void
  readonly clearRecents: () => void

  /** Shows a dialog and waits for its answer. */
  readonly showDialog: (dialog: DialogState) => Promise<unknown>
  /** Answers the dialog that is shown; null cancels. */
  readonly answer: (value: unknown) => void
  /** Shows a menu at the pointer. */
  readonly showContextMenu: (menu: ContextMenu) => void
  readonly closeContextMenu: () => void
  readonly dismissNotice: (id: number) => void
  /** Puts the whole text on the clipboard, without the shell. */
  readonly copyArticle: (tabId: string) => Promise<void>
  /** Gives the whole text to the browser as a file in UTF-8 to download, without the shell. */
  readonly downloadArticle: (tabId: string) => void
}

/** The tab in front, or null on the welcome view. */
export function activeTab(state: AppState): ArticleTab | null {
  return state.tabs.find((tab) => tab.id === state.activeId) ?? null
}
