import type { TextCounts } from '../../core/article/statistics.ts'
import type { BodyFormat } from '../../core/article/body-format.ts'
import type { Heading } from '../../core/article/outline/heading.ts'
import type { Span, TextEdit } from '../../core/article/text-edit.ts'
import type { Problem } from '../../core/checks/problem.ts'
import type { AppInfo, FolderContext, PdfChoice, RecentArticle } from '../../core/contract.ts'
import type { Encoding } from '../../core/encodings.ts'
import type { ErrorCode, ErrorDetails } from '../../core/errors.ts'
import type { FrontMatter } from '../../core/front-matter/model.ts'
import type { Settings } from '../../core/settings.ts'
import type { ContextMenu } from './context-menu.ts'
import type { SettingsImport } from '../../core/settings-import.ts'
import type { SettingSection } from '../../core/settings-table.ts'
import type { ConvertTask } from '../convert/convert-task.ts'
import type { ReferenceTopic } from '../help/reference.ts'
import type { Language } from '../i18n/messages.ts'

export interface Failure {
  readonly code: ErrorCode
  readonly message: string
  readonly details: ErrorDetails
}

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'edited' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly failure: Failure }

export type LineEndKind = 'lf' | 'crlf' | 'cr' | 'mixed'

/** Counts of the body. */
export interface Statistics extends TextCounts {
  /** Minutes, rounded up. */
  readonly readingMinutes: number
  /** Counts of the selection (of its first 500,000 characters); null without one. */
  readonly selected: TextCounts | null
}

/** What the chrome shows of an open article: an immutable picture, replaced when something in it changes. */
export interface ArticleTab {
  readonly id: string
  /** File name, or "Untitled 1". */
  readonly name: string
  readonly path: string | null
  readonly dirty: boolean
  readonly saveState: SaveState
  readonly readOnly: Failure | null
  readonly encoding: Encoding
  readonly lineEnds: LineEndKind
  readonly bodyFormat: BodyFormat
  /** Catalogue key suffix of why that format: `bodyFormat.reason.<reason>`; `chosen` when the writer said so. */
  readonly bodyFormatReason: string
  readonly frontMatter: FrontMatter
  readonly problems: readonly Problem[]
  /** What checks of the body found. */
  readonly bodyProblems: readonly Problem[]
  /** True: the front matter is shown as text in the source editor instead of the form. */
  readonly rawFrontMatter: boolean
  /** Null until the body has been counted for the first time. */
  readonly statistics: Statistics | null
  /** The headings of the body in order; the same array as long as none of them is another. */
  readonly outline: readonly Heading[]
  /** Index of the heading that the caret's place belongs to; -1 above the first. */
  readonly currentHeading: number
  readonly caretLine: number
  readonly caretColumn: number
  readonly hasSelection: boolean
  /** The caret is in a table. */
  readonly inTable: boolean
  /** The file on disk is no longer what this tab is based on. */
  readonly conflict: 'changed' | 'deleted' | null
  /** Where a file that is no longer at its path is now, when it was renamed. */
  readonly movedTo: string | null
  readonly context: FolderContext | null
  readonly remoteImages: boolean
}

/** What follows the caret or the counting of a text, and so changes while the writer types. */
type Moving =
  'statistics' | 'outline' | 'currentHeading' | 'caretLine' | 'caretColumn' | 'hasSelection' | 'inTable'

/** What of an article stays the same while its body is typed. */
export type SteadyTab = Omit<ArticleTab, Moving>

/** What its panes show of it: that stays the same at the first key after a save, too. */
export type PanesTab = Omit<SteadyTab, 'dirty' | 'saveState' | 'bodyProblems'>

/** A question or panel over the page; one at a time. Each answers through `App.answer`. */
export type DialogState =
  | { readonly kind: 'unsaved'; readonly names: readonly string[] }
  | { readonly kind: 'openFile'; readonly startFolder: string; readonly purpose?: 'settings' }
  | { readonly kind: 'openFolder'; readonly startFolder: string }
  | { readonly kind: 'saveFile'; readonly suggestedPath: string }
  | { readonly kind: 'overwrite'; readonly path: string }
  | { readonly kind: 'palette' }
  | { readonly kind: 'quickOpen' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'importSettings'; readonly name: string; readonly found: SettingsImport }
  | { readonly kind: 'settings'; readonly section: SettingSection | null }
  | { readonly kind: 'about' }
  | { readonly kind: 'pdf' }
  | { readonly kind: 'help'; readonly topic: ReferenceTopic }
  | { readonly kind: 'log'; readonly text: string }
  | { readonly kind: 'wrapTag' }
  | { readonly kind: 'goToLine'; readonly lines: number; readonly current: number }
  | {
      readonly kind: 'compare'
      readonly name: string
      readonly mine: string
      readonly theirs: string
      /** After a merge: in how many places the two still differ; null when nothing was merged. */
      readonly conflicts: number | null
    }
  | {
      readonly kind: 'history'
      readonly path: string
      readonly name: string
      /** The text as it is now; null when the article is not open. */
      readonly current: string | null
      readonly canRestore: boolean
    }
  | {
      readonly kind: 'convert'
      readonly task: ConvertTask
      /** The whole article, for the places in it. */
      readonly text: string
    }
  | { readonly kind: 'doctor'; readonly text: string; readonly body: Span }
  | { readonly kind: 'repair'; readonly before: string; readonly after: string; readonly count: number }

/** What each kind of dialog answers; null: cancelled. */
export interface DialogAnswers {
  unsaved: 'save' | 'discard'
  openFile: readonly string[]
  openFolder: string
  saveFile: string
  overwrite: true
  palette: string
  quickOpen: string
  /** The writer wants to change them. */
  shortcuts: 'change'
  importSettings: true
  settings: { readonly then: 'import' | 'export'; readonly section: SettingSection }
  about: never
  pdf: PdfChoice
  help: never
  log: never
  wrapTag: string
  goToLine: number
  compare: 'mine' | 'theirs' | { readonly text: string }
  history: { readonly text: string; readonly encoding: Encoding }
  convert: ConvertAnswer
  doctor: ConvertAnswer
  repair: true
}

/** Edits of the article to make, or a place in it to go to. */
export type ConvertAnswer = { readonly edits: readonly TextEdit[] } | { readonly goTo: Span }

/** What a writer can do about a file that is another on disk; `follow`: go on with the renamed file. */
export type ConflictAnswer = 'mine' | 'theirs' | 'compare' | 'merge' | 'follow'

/** A message that does not stop the writer: shown in a bar, announced, dismissable. */
export interface Notice {
  readonly id: number
  readonly severity: 'error' | 'info'
  /** Already translated. */
  readonly text: string
  /** What can be done about it; the message goes when it is done. */
  readonly action?: NoticeAction
  /** Of the messages of one group only the latest is shown. */
  readonly group?: string
}

export interface NoticeAction {
  /** Already translated. */
  readonly label: string
  readonly run: () => void
}

/** A change made in the settings that can be taken back while they are shown. */
export interface SettingsUndo {
  /** What was done, already translated. */
  readonly label: string
  readonly run: () => void
  /** What of the settings it changed; once that is changed again, there is nothing to take back. */
  readonly keys: readonly (keyof Settings)[]
}

/** Images on their way into the article's folder. */
export interface Transfer {
  /** File name of the one under way. */
  readonly name: string
  /** Bytes of all of them. */
  readonly done: number
  readonly total: number
  readonly cancel: () => void
}

/** An article that takes long to open: which of how many that were asked for together. */
export interface Opening {
  readonly name: string
  /** From 1. */
  readonly at: number
  readonly of: number
  /** Bytes that have been read of how many; null until it is known. */
  readonly read: { readonly done: number; readonly total: number } | null
  /** Opens neither this one nor those after it. */
  readonly cancel: () => void
}

export interface AppState {
  readonly info: AppInfo
  readonly settings: Settings
  readonly language: Language
  /** `settings.theme` with `system` resolved. */
  readonly dark: boolean
  /** `settings.contrast` with `system` resolved. */
  readonly highContrast: boolean
  readonly tabs: readonly ArticleTab[]
  readonly activeId: string | null
  readonly recents: readonly RecentArticle[]
  readonly connected: boolean
  /** The connection is lost for good: Galley has ended, or was started anew with another address. */
  readonly ended: boolean
  readonly dialog: DialogState | null
  /** The menu at the pointer that is shown; browser shell only. */
  readonly contextMenu: ContextMenu | null
  readonly notices: readonly Notice[]
  readonly settingsUndo: SettingsUndo | null
  /** The images being kept, while it takes long. */
  readonly transfer: Transfer | null
  /** Name of what is being opened, while it takes long. */
  readonly opening: Opening | null
  /** The preview shows the beginning of an article, and no article is open yet. */
  readonly begun: boolean
  /** How often a view of the sidebar was asked for by command: it then takes the focus. */
  readonly sidebarAsked: number
  /** The form was opened in this page, and not closed since: where there is little height it shows only then. */
  readonly formAsked: boolean
}
