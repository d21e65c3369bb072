import type { TextEdit } from './article/text-edit.ts'
import type {
  CloseAnswer,
  Contract,
  DiskVersion,
  ErrorReport,
  JournalEntry,
  Menu,
  MenuItem,
  Method,
  PdfOptions,
  PopupItem,
  RecentArticle,
  SaveRequest,
} from './contract.ts'
import { ENCODINGS } from './encodings.ts'
import {
  isCount,
  isFlag,
  isFraction,
  isNumber,
  isPath,
  isText,
  listOf,
  matching,
  nullOr,
  oneOf,
  partialShape,
  recordOf,
  shape,
  tuple,
  type Guard,
} from './guards.ts'
import { SCHEMA_NAMES } from './front-matter/schemas/schema.ts'
import { MARKDOWN_EXTENSIONS } from './markdown/extensions.ts'
import {
  ACCENTS,
  IMAGE_FOLDERS,
  type Layout,
  type Settings,
  type SpellingSettings,
  type UpdateSettings,
} from './settings.ts'

const isEncoding = oneOf(ENCODINGS)
const isHistoryId = matching(/^[\w.-]{1,200}$/)
const isJournalId = matching(/^[A-Za-z0-9-]{1,100}$/)

const isDiskVersion = shape<DiskVersion>({
  mtimeNs: matching(/^-?\d{1,30}$/),
  size: isCount,
  inode: matching(/^\d{1,30}$/),
  sha256: matching(/^[0-9a-f]{64}$/),
})

const isSaveRequest = shape<SaveRequest>({
  path: isPath,
  text: isText,
  encoding: isEncoding,
  base: nullOr(isDiskVersion),
  overwrite: isFlag,
})

const isJournalEntry = shape<JournalEntry>({
  id: isJournalId,
  path: nullOr(isPath),
  name: isText,
  text: isText,
  encoding: isEncoding,
  base: nullOr(isDiskVersion),
  caret: isCount,
  top: isCount,
  position: isCount,
  shownAt: isNumber,
  writtenAt: isNumber,
})

const isTextEdit = shape<TextEdit>({ from: isCount, to: isCount, insert: isText })

const isLayout = shape<Layout>({
  formWidth: isFraction,
  previewWidth: isFraction,
  formCollapsed: isFlag,
  view: oneOf(['both', 'source', 'preview']),
  sidebarOpen: isFlag,
  sidebarWidth: isFraction,
  sidebarView: oneOf(['articles', 'outline', 'problems']),
  zen: isFlag,
})

const isSettingsPatch = partialShape<Settings>({
  theme: oneOf(['system', 'light', 'dark']),
  contrast: oneOf(['system', 'normal', 'more']),
  accent: oneOf(ACCENTS),
  density: oneOf(['comfortable', 'compact']),
  zoom: isNumber,
  previewZoom: isNumber,
  language: oneOf(['system', 'en', 'zh-CN']),
  layout: isLayout,
  lineNumbers: isFlag,
  lineWrapping: isFlag,
  focusMode: isFlag,
  typewriterMode: isFlag,
  fontSize: isNumber,
  fontFamily: isText,
  lineHeight: isNumber,
  tabWidth: isNumber,
  autosave: oneOf(['off', 'afterPause', 'onFocusChange']),
  previewLook: oneOf(['plain', 'blog', 'newspaper', 'wechat', 'own']),
  previewWidth: oneOf(['phone', 'tablet', 'desktop', 'full']),
  scrollSync: isFlag,
  markdownExtensions: listOf(oneOf(MARKDOWN_EXTENSIONS)),
  remoteImages: oneOf(['ask', 'always']),
  remoteImagesAllowed: listOf(isText),
  encodings: recordOf(isEncoding),
  newArticleEncoding: isEncoding,
  imageFolder: oneOf(IMAGE_FOLDERS),
  schemas: recordOf(oneOf(SCHEMA_NAMES)),
  workspace: isText,
  recentCommands: listOf(isText),
  historySize: isNumber,
  shortcuts: recordOf(isText),
  spelling: shape<SpellingSettings>({ enabled: isFlag, languages: listOf(isText), download: isFlag }),
  updates: shape<UpdateSettings>({ automatic: isFlag, feed: isText }),
})

const POPUP_ITEMS: readonly Guard<PopupItem>[] = [
  shape<Extract<PopupItem, { type: 'separator' }>>({ type: oneOf(['separator']) }),
  shape<Extract<PopupItem, { type: 'item' }>>({
    type: oneOf(['item']),
    id: isText,
    label: isText,
    enabled: isFlag,
  }),
]
const isPopupItem = (value: unknown): value is PopupItem => POPUP_ITEMS.some((guard) => guard(value))

type Item<T extends MenuItem['type']> = Extract<MenuItem, { type: T }>

const MENU_ITEMS: { readonly [T in MenuItem['type']]: Guard<Item<T>> } = {
  separator: shape<Item<'separator'>>({ type: oneOf(['separator']) }),
  role: shape<Item<'role'>>({
    type: oneOf(['role']),
    role: oneOf(['undo', 'redo', 'cut', 'copy', 'paste', 'pasteAndMatchStyle', 'selectAll']),
    label: isText,
  }),
  command: shape<Item<'command'>>({
    type: oneOf(['command']),
    id: isText,
    label: isText,
    accelerator: nullOr(isText),
    enabled: isFlag,
    checked: nullOr(isFlag),
  }),
  recent: shape<Item<'recent'>>({ type: oneOf(['recent']), path: isPath, label: isText }),
  clearRecents: shape<Item<'clearRecents'>>({ type: oneOf(['clearRecents']), label: isText }),
  submenu: shape<Item<'submenu'>>({
    type: oneOf(['submenu']),
    label: isText,
    items: (value): value is readonly MenuItem[] => listOf(isMenuItem)(value),
  }),
}

function isMenuItem(value: unknown): value is MenuItem {
  return Object.values(MENU_ITEMS).some((guard: Guard<MenuItem>) => guard(value))
}

const isMenu = shape<Menu>({ id: isText, label: isText, items: listOf(isMenuItem) })

const isPdfOptions = shape<PdfOptions>({
  pageSize: oneOf(['A4', 'A5', 'Letter', 'Legal']),
  landscape: isFlag,
  margins: oneOf(['normal', 'narrow', 'wide', 'none']),
  headerFooter: isFlag,
  title: isText,
  byline: isText,
  remoteImages: isFlag,
})

const none = tuple<[]>([])
const onePath = tuple<[string]>([isPath])

/** What each method takes; a method without a guard fails the type check. */
export const ARGUMENTS: { readonly [M in Method]: Guard<Contract[M]['args']> } = {
  'app.info': none,
  'article.open': tuple<Contract['article.open']['args']>([isPath, isEncoding], 1),
  'article.view': onePath,
  'article.save': tuple<[SaveRequest]>([isSaveRequest]),
  'article.watch': tuple<[readonly string[]]>([listOf(isPath)]),
  'article.context': onePath,
  'asset.part': tuple<[string, number, string]>([isJournalId, isCount, isText]),
  'asset.keep': tuple<[string, string, string, number]>([isPath, isPath, isJournalId, isCount]),
  'asset.cancel': tuple<[string]>([isJournalId]),
  'asset.discard': tuple<[readonly string[]]>([listOf(isPath)]),
  'article.import': tuple<[string, string]>([isText, isText]),
  'asset.add': tuple<[string, string, string]>([isPath, isPath, isText]),
  'dialog.openFolder': none,
  'dialog.open': tuple<Contract['dialog.open']['args']>([oneOf(['settings'] as const)], 1),
  'dialog.save': onePath,
  'clipboard.readText': none,
  'folder.list': onePath,
  'folder.watch': tuple<[readonly string[]]>([listOf(isPath)]),
  'recent.list': none,
  'recent.add': tuple<[string, string]>([isPath, isText]),
  'recent.remove': onePath,
  'recent.clear': none,
  'recent.restore': tuple<[readonly RecentArticle[]]>([
    listOf(shape<RecentArticle>({ path: isPath, title: isText, openedAt: isNumber })),
  ]),
  'settings.read': none,
  'settings.write': tuple<[Partial<Settings>]>([isSettingsPatch]),
  'settings.export': onePath,
  'settings.readFile': onePath,
  'data.folder': none,
  'data.show': none,
  'app.notices': none,
  'recovery.list': none,
  'recovery.write': tuple<[JournalEntry]>([isJournalEntry]),
  'recovery.part': tuple<[string, number, string]>([isJournalId, isCount, isText]),
  'recovery.writeParts': tuple<[JournalEntry, number]>([isJournalEntry, isCount]),
  'recovery.edit': tuple<[JournalEntry, number, TextEdit]>([isJournalEntry, isCount, isTextEdit]),
  'recovery.remove': tuple<[string]>([isJournalId]),
  'recovery.release': tuple<[string]>([isJournalId]),
  'history.list': onePath,
  'history.read': tuple<[string, string]>([isPath, isHistoryId]),
  'history.usage': none,
  'history.clear': none,
  'file.reveal': onePath,
  'export.html': tuple<[string, string, boolean]>([isPath, isText, isFlag]),
  'export.pdf': tuple<[string, string, PdfOptions]>([isPath, isText, isPdfOptions]),
  'app.checkUpdates': none,
  'log.write': tuple<[ErrorReport]>([shape<ErrorReport>({ message: isText, stack: isText })]),
  'log.show': none,
  'menu.popup': tuple<[readonly PopupItem[]]>([listOf(isPopupItem)]),
  'spelling.state': none,
  'spelling.forget': tuple<[string]>([isText]),
  'spelling.add': tuple<[string]>([isText]),
  'link.open': tuple<[string]>([isText]),
  'menu.set': tuple<[readonly Menu[]]>([listOf(isMenu)]),
  'window.state': tuple<Contract['window.state']['args']>([
    shape({ title: isText, path: nullOr(isPath), unsaved: listOf(isText), open: listOf(isPath) }),
  ]),
  'window.close': tuple<[CloseAnswer]>([
    shape<CloseAnswer>({ reason: oneOf(['close', 'quit']), how: oneOf(['save', 'discard']) }),
  ]),
  'window.new': tuple<[readonly string[]]>([listOf(isPath)]),
  'window.reveal': onePath,
}
