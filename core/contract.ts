import type { TextEdit } from './article/text-edit.ts'
import type { Encoding } from './encodings.ts'
import type { ErrorCode, ErrorDetails } from './errors.ts'
import type { FrontMatterFormat } from './front-matter/model.ts'
import type { Generator } from './generator.ts'
import type { Settings } from './settings.ts'

/** What a file was when it was read or written; opaque to the renderer, compared by the services. */
export interface DiskVersion {
  /** Modification time in nanoseconds since the epoch, decimal. */
  readonly mtimeNs: string
  /** Bytes. */
  readonly size: number
  readonly inode: string
  /** Lower-case hex of the bytes. */
  readonly sha256: string
}

export interface AppInfo {
  readonly version: string
  readonly shell: 'desktop' | 'browser'
  readonly platform: 'darwin' | 'win32' | 'linux'
  /** BCP 47, from the system. */
  readonly locale: string
  readonly homeFolder: string
  /** Absolute paths given on the command line. */
  readonly openAtStart: readonly string[]
}

export interface OpenedArticle {
  /** Absolute path as the writer named it (links not resolved). */
  readonly path: string
  /** The path with links resolved: two paths with one `realPath` are one article. */
  readonly realPath: string
  /** The decoded text without its byte order mark, line ends as on disk. */
  readonly text: string
  readonly encoding: Encoding
  readonly version: DiskVersion
  /** Why the article may not be saved in place, or null. */
  readonly readOnly: {
    readonly code: ErrorCode
    readonly message: string
    readonly details: ErrorDetails
  } | null
}

export interface SaveRequest {
  readonly path: string
  /** The text with the line ends to write. */
  readonly text: string
  readonly encoding: Encoding
  /** The version this text is based on; `changedOnDisk` when the file is another by now. Null: a new file or a wanted overwrite. */
  readonly base: DiskVersion | null
  /** With `base: null`: refuse with `alreadyExists` when the path is taken. */
  readonly overwrite: boolean
}

/** Given only after the file was read back from the disk and found to hold exactly these bytes. */
export interface SaveReceipt {
  readonly path: string
  readonly realPath: string
  readonly version: DiskVersion
}

export interface FolderEntry {
  readonly name: string
  readonly path: string
  readonly kind: 'folder' | 'file'
  /** Bytes; 0 for folders. */
  readonly size: number
  /** Milliseconds since the epoch. */
  readonly modified: number
}

export interface FolderListing {
  readonly path: string
  readonly parent: string | null
  /** Folders first, then files, each by name. */
  readonly entries: readonly FolderEntry[]
  readonly writable: boolean
}

export interface RecentArticle {
  readonly path: string
  readonly title: string
  /** Milliseconds since the epoch. */
  readonly openedAt: number
}

/** What is kept of an article that is not saved, so that nothing typed more than a second ago is lost. */
export interface JournalEntry {
  /** One per tab; letters, digits and hyphens. */
  readonly id: string
  readonly path: string | null
  readonly name: string
  /** The text with the line ends it would be saved with. */
  readonly text: string
  readonly encoding: Encoding
  readonly base: DiskVersion | null
  /** UTF-16 offset of the caret. */
  readonly caret: number
  /** UTF-16 offset of what is at the source's top edge. */
  readonly top: number
  /** Place among the tabs, from 0. */
  readonly position: number
  /** When its tab was last brought to the front, in milliseconds since the epoch. */
  readonly shownAt: number
  /** Milliseconds since the epoch; set by the service. */
  readonly writtenAt: number
}

export interface HistoryVersion {
  readonly id: string
  /** Milliseconds since the epoch. */
  readonly savedAt: number
  /** Bytes. */
  readonly size: number
  /** Lower-case hex of the bytes. */
  readonly sha256: string
  readonly encoding: Encoding
}

/** The earlier versions of all articles together. */
export interface HistoryUsage {
  /** Bytes on the disk, compressed. */
  readonly bytes: number
  readonly versions: number
}

/** What the folder around an article says about it. */
export interface FolderContext {
  readonly generator: Generator | null
  /** Folder that holds the generator's marker file, or null. */
  readonly siteRoot: string | null
  /** The text of `galley.json` beside the article or at the site's root, or null. */
  readonly config: { readonly path: string; readonly text: string } | null
  /**
   * The text of the style sheet that `galley.json` names as `x-css`, or of `galley.css` beside the article or at the
   * site's root: the writer's own look. Absent without one.
   */
  readonly css?: { readonly path: string; readonly text: string } | null
  /** Values other articles of the folder use, by key (`tags`, `categories`, `author` …), most used first. */
  readonly suggestions: Readonly<Record<string, readonly string[]>>
  /** The format most other articles of the folder have their front matter in; null when none has any. */
  readonly usualFormat: FrontMatterFormat | null
  /** Address (same origin) under which images by relative path are found; ends in `/`. */
  readonly assetBase: string
  /** The same for root-relative paths (`/img/x.png`), or null without a site root. */
  readonly siteAssetBase: string | null
}

/** An image that lies where the article's folder keeps its images. */
export interface KeptImage {
  /** How the article is to name it. */
  readonly reference: string
  /** Absolute. */
  readonly path: string
  /** False: the same image was there already. */
  readonly created: boolean
}

/** What a file's bytes say as text. */
export interface ImportedText {
  /** Without its byte order mark, line ends as in the file. */
  readonly text: string
  readonly encoding: Encoding
}

/** One entry of the native menu, labels translated by the renderer. */
export type MenuItem =
  | { readonly type: 'separator' }
  | {
      readonly type: 'role'
      readonly role: 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'pasteAndMatchStyle' | 'selectAll'
      readonly label: string
    }
  | {
      readonly type: 'command'
      readonly id: string
      readonly label: string
      /** Electron accelerator notation, or null. */
      readonly accelerator: string | null
      readonly enabled: boolean
      readonly checked: boolean | null
    }
  | { readonly type: 'recent'; readonly path: string; readonly label: string }
  | { readonly type: 'clearRecents'; readonly label: string }
  | { readonly type: 'submenu'; readonly label: string; readonly items: readonly MenuItem[] }

/** One entry of a menu that appears at the pointer, translated. */
export type PopupItem =
  | { readonly type: 'separator' }
  | { readonly type: 'item'; readonly id: string; readonly label: string; readonly enabled: boolean }

/** How a PDF is to look. */
export interface PdfChoice {
  readonly pageSize: 'A4' | 'A5' | 'Letter' | 'Legal'
  readonly landscape: boolean
  readonly margins: 'normal' | 'narrow' | 'wide' | 'none'
  /** The article's title, author and date above, page numbers below. */
  readonly headerFooter: boolean
}

export interface PdfOptions extends PdfChoice {
  readonly title: string
  readonly byline: string
  /** Whether the writer lets this article load pictures from other hosts. */
  readonly remoteImages: boolean
}

/** A failure of the page that nobody expected. */
export interface ErrorReport {
  readonly message: string
  readonly stack: string
}

export interface SpellingState {
  /** BCP 47; none where the system decides (macOS). */
  readonly available: readonly string[]
  readonly words: readonly string[]
}

export interface Menu {
  readonly id: string
  readonly label: string
  readonly items: readonly MenuItem[]
}

/** Every request that crosses from the renderer to a shell. */
export interface Contract {
  'app.info': { args: []; result: AppInfo }
  'article.open': { args: [path: string, encoding?: Encoding]; result: OpenedArticle }
  /** The first part of a file that cannot be edited, read-only: one that is too large, or no text. */
  'article.view': { args: [path: string]; result: OpenedArticle }
  'article.save': { args: [request: SaveRequest]; result: SaveReceipt }
  /** Watches exactly these files (absolute paths) from now on; `article.changedOnDisk` tells. */
  'article.watch': { args: [paths: readonly string[]]; result: null }
  'article.context': { args: [path: string]; result: FolderContext }
  /** Keeps an image (base64) where the article's site keeps its images; `reference` is how the article names it. */
  /** The piece at `at` of an image's base64 that `asset.keep` is to write; the one at 0 begins anew. */
  'asset.part': { args: [id: string, at: number, base64: string]; result: null }
  /** Keeps the image sent before, of `length` characters in all, under a name made of the article's and a counter. */
  'asset.keep': {
    args: [articlePath: string, name: string, id: string, length: number]
    result: KeptImage
  }
  /** Forgets the pieces sent so far. */
  'asset.cancel': { args: [id: string]; result: null }
  /** Takes away images that `asset.keep` has added since the shell started and nobody changed; gives those gone. */
  'asset.discard': { args: [paths: readonly string[]]; result: readonly string[] }
  /** Makes the text of a file whose path is not known (dropped into a browser) of its bytes in base64. */
  'article.import': { args: [name: string, base64: string]; result: ImportedText }
  'asset.add': { args: [articlePath: string, name: string, base64: string]; result: { reference: string } }
  /** Desktop only: the native dialogs. An empty list or null when the writer cancels. */
  'dialog.openFolder': { args: []; result: string | null }
  'dialog.open': { args: [purpose?: 'settings']; result: readonly string[] }
  'dialog.save': { args: [suggestedPath: string]; result: string | null }
  /** The clipboard's plain text; `notAllowed` where the writer or the browser does not let the page read it. */
  'clipboard.readText': { args: []; result: string }
  'folder.list': { args: [path: string]; result: FolderListing }
  /** Watches exactly these folders (absolute paths) from now on; `folder.changed` tells. */
  'folder.watch': { args: [paths: readonly string[]]; result: null }
  'recent.list': { args: []; result: readonly RecentArticle[] }
  'recent.add': { args: [path: string, title: string]; result: readonly RecentArticle[] }
  'recent.remove': { args: [path: string]; result: readonly RecentArticle[] }
  'recent.clear': { args: []; result: readonly RecentArticle[] }
  /** Puts articles that were taken off the list back among those that are on it, by when they were opened. */
  'recent.restore': { args: [recents: readonly RecentArticle[]]; result: readonly RecentArticle[] }
  'settings.read': { args: []; result: Settings }
  'settings.write': { args: [patch: Partial<Settings>]; result: Settings }
  /** Writes what of the settings can go to another machine into a file, which is replaced when it is there. */
  'settings.export': { args: [path: string]; result: null }
  /** The text of a file that should hold exported settings. Throws `tooLarge` for one that cannot. */
  'settings.readFile': { args: [path: string]; result: string }
  /** Absolute path of the user data folder. */
  'data.folder': { args: []; result: string }
  /** Shows the user data folder in the system's file manager. */
  'data.show': { args: []; result: null }
  /** What `app.notice` told before a page listened, such as a settings file put aside; each is given once. */
  'app.notices': { args: []; result: readonly Events['app.notice'][] }
  'recovery.list': { args: []; result: readonly JournalEntry[] }
  'recovery.write': { args: [entry: JournalEntry]; result: null }
  /** The piece at `at` of a long text that `recovery.writeParts` is to write; the one at 0 begins anew. */
  'recovery.part': { args: [id: string, at: number, text: string]; result: null }
  /** Writes the pieces sent before, of `length` UTF-16 units in all, as the entry's text; gives what to call it by. */
  'recovery.writeParts': { args: [entry: JournalEntry, length: number]; result: number }
  /** Writes the text called `base` after this edit; gives what to call that by, null where `base` is not known any more. */
  'recovery.edit': { args: [entry: JournalEntry, base: number, edit: TextEdit]; result: number | null }
  'recovery.remove': { args: [id: string]; result: null }
  /** This page's part in an entry ends, and the entry stays: the next page that starts takes it over. */
  'recovery.release': { args: [id: string]; result: null }
  'history.list': { args: [path: string]; result: readonly HistoryVersion[] }
  'history.read': { args: [path: string, id: string]; result: string }
  /** How much room the earlier versions of all articles take. */
  'history.usage': { args: []; result: HistoryUsage }
  /** Removes the earlier versions of all articles. */
  'history.clear': { args: []; result: null }
  /** Writes an exported page; `alreadyExists` without leave to overwrite. */
  'export.html': { args: [path: string, html: string, overwrite: boolean]; result: null }
  /** Desktop only: writes an exported page as a PDF, over what is there. */
  'export.pdf': { args: [path: string, html: string, options: PdfOptions]; result: null }
  /** Desktop only: looks for a newer version, and tells the writer what came of it. */
  'app.checkUpdates': { args: []; result: null }
  /** Notes a failure of the page in the log. */
  'log.write': { args: [report: ErrorReport]; result: null }
  /** Shows the log in the system's file manager; in the browser shell gives its latest lines instead. */
  'log.show': { args: []; result: string | null }
  /** Desktop only: shows a file in the system's file manager. */
  'file.reveal': { args: [path: string]; result: null }
  /** Desktop only: a native menu at the pointer; the id of what was chosen, or null. */
  'menu.popup': { args: [items: readonly PopupItem[]]; result: string | null }
  /** Desktop only: the languages dictionaries exist for, and the words the writer has added to them. */
  'spelling.state': { args: []; result: SpellingState }
  /** Desktop only: takes a word the writer has added out again. */
  'spelling.forget': { args: [word: string]; result: SpellingState }
  /** Desktop only: adds a word, as one that was taken out by mistake. */
  'spelling.add': { args: [word: string]; result: SpellingState }
  'link.open': { args: [url: string]; result: null }
  'menu.set': { args: [menus: readonly Menu[]]; result: null }
  'window.state': { args: [state: WindowState]; result: null }
  /** Answers `window.closeRequested`: the renderer has settled its unsaved articles and may be closed. */
  'window.close': { args: [answer: CloseAnswer]; result: null }
  /** Opens another window: with these articles, and with what has been released of the recovery journal. */
  'window.new': { args: [paths: readonly string[]]; result: null }
  /** True: another window has this article open, and shows it now. */
  'window.reveal': { args: [path: string]; result: boolean }
}

/** What the writer decided about unsaved articles, and whether everything was to be quit. */
export interface CloseAnswer {
  readonly reason: 'close' | 'quit'
  readonly how: 'save' | 'discard'
}

export interface WindowState {
  readonly title: string
  readonly path: string | null
  /** Names of the unsaved articles. */
  readonly unsaved: readonly string[]
  /** Real paths of all open articles. */
  readonly open: readonly string[]
}

/** Everything a shell tells the renderer unasked. */
export interface Events {
  /** `changed`: its bytes, or whether it may be written. `movedTo`: where a deleted file is now, when it was renamed. */
  'article.changedOnDisk': {
    readonly path: string
    readonly kind: 'changed' | 'deleted'
    readonly movedTo?: string
  }
  /** What the folder lists may be another: a name came, went or became another. */
  'folder.changed': { readonly path: string }
  /** How far `article.open` is with a file that takes long to read, in bytes; at most ten times a second. */
  'article.reading': { readonly path: string; readonly done: number; readonly total: number }
  /** The first lines of a long text that `article.open` is about to give, so that they can be shown before the rest is here. */
  'article.beginning': { readonly path: string; readonly realPath: string; readonly text: string }
  'files.opened': { readonly paths: readonly string[] }
  'command.run': { readonly id: string }
  /**
   * The writer wants to close this window, or to quit: asks about its unsaved articles and, in the same question,
   * `others` in other windows. `how`: the writer was asked elsewhere.
   */
  'window.closeRequested': {
    readonly reason: CloseAnswer['reason']
    readonly others: readonly string[]
    readonly how: CloseAnswer['how'] | null
  }
  'recents.changed': readonly RecentArticle[]
  /** Desktop only: the writer chose in the native menu to clear the recent articles; the page does it. */
  'recents.clear': null
  'settings.changed': Settings
  /** Something a writer should know that no request failed of, such as a settings file put aside. */
  'app.notice': { readonly code: ErrorCode; readonly message: string; readonly details: ErrorDetails }
  /** Browser shell only: whether the socket to the services stands. */
  /** `ended`: it was tried again in vain; Galley has ended, or was started anew with another address. */
  'connection.changed': { readonly connected: boolean; readonly ended?: boolean }
}

export type Method = keyof Contract
export type EventName = keyof Events
export type Handlers = {
  readonly [M in Method]: (...args: Contract[M]['args']) => Promise<Contract[M]['result']>
}
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string; readonly details: ErrorDetails }

/** What both shells give the renderer. */
export interface Bridge {
  call<M extends Method>(method: M, ...args: Contract[M]['args']): Promise<Reply<Contract[M]['result']>>
  /** Desktop only: the absolute path of a file (the page's `File`) the writer dropped; null when it has none. */
  readonly pathOf?: (file: unknown) => string | null
  /** Calls `listener` at each event until the returned function is called. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void
}
