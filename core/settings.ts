import type { Encoding } from './encodings.ts'
import type { SchemaName } from './front-matter/schemas/schema.ts'
import { DEFAULT_EXTENSIONS, type MarkdownExtension } from './markdown/extensions.ts'
import type { ShortcutOverrides } from './shortcuts.ts'

export type Theme = 'system' | 'light' | 'dark'
export type ViewMode = 'both' | 'source' | 'preview'
/** `more`: the high-contrast colours, light or dark as the theme says; `system`: when the system asks for them. */
export type Contrast = 'system' | 'normal' | 'more'
/** The accent colours; styles/accents.css has each in every theme. */
export const ACCENTS = ['blue', 'teal', 'green', 'violet', 'rust', 'graphite'] as const
export type Accent = (typeof ACCENTS)[number]
export type Density = 'comfortable' | 'compact'
export type SidebarView = 'articles' | 'outline' | 'problems'
/** The limits of both zooms, as factors. */
export const ZOOM = { min: 0.5, max: 3 } as const
export type PreviewLook = 'plain' | 'blog' | 'newspaper' | 'wechat' | 'own'
export type PreviewWidth = 'phone' | 'tablet' | 'desktop' | 'full'

/**
 * Where images go in a folder that is no site and whose `galley.json` says nothing: `auto` takes the folder of images
 * there is (`article.assets`, `images`, `assets`), else beside the article; the others always take what they name,
 * `article` a folder `article.assets`.
 */
export const IMAGE_FOLDERS = ['auto', 'beside', 'article', 'images', 'assets'] as const
export type ImageFolder = (typeof IMAGE_FOLDERS)[number]

/** Sizes of the panes, remembered between starts. Widths are fractions of the window (0 to 1). */
export interface Layout {
  readonly formWidth: number
  readonly previewWidth: number
  readonly formCollapsed: boolean
  readonly view: ViewMode
  readonly sidebarOpen: boolean
  readonly sidebarWidth: number
  readonly sidebarView: SidebarView
  /** Only the text, in a column; `view` is what comes back afterwards. */
  readonly zen: boolean
}

/** Spelling in the desktop app. macOS has its own dictionaries, and chooses the language by itself. */
export interface SpellingSettings {
  readonly enabled: boolean
  /** BCP 47; none: that of the system. */
  readonly languages: readonly string[]
  /** Whether dictionaries may be fetched from Google's servers, which keep them for Chromium (not on macOS). */
  readonly download: boolean
}

/** Where the desktop app looks for newer versions of itself. */
export interface UpdateSettings {
  /** Whether it looks at each start; otherwise only when asked. */
  readonly automatic: boolean
  /** An `https:` address; `''`: the one the package was made with, if any. Without either nothing is ever looked for. */
  readonly feed: string
}

/** Everything a writer can set, stored as readable JSON in the user data folder. */
export interface Settings {
  readonly theme: Theme
  readonly contrast: Contrast
  readonly accent: Accent
  readonly density: Density
  /** Size of the interface, and of the published look in it: factors from `ZOOM.min` to `ZOOM.max`. */
  readonly zoom: number
  readonly previewZoom: number
  readonly language: 'system' | 'en' | 'zh-CN'
  readonly layout: Layout
  readonly lineNumbers: boolean
  readonly lineWrapping: boolean
  /** The source dims all but the paragraph with the caret. */
  readonly focusMode: boolean
  /** The caret's line stays in the middle of the source. */
  readonly typewriterMode: boolean
  /** Source font size in CSS pixels. */
  readonly fontSize: number
  /** Font families of the source, by comma, tried before the built-in ones; `''` for those alone. */
  readonly fontFamily: string
  /** Height of a source line as a multiple of the font size. */
  readonly lineHeight: number
  /** How many columns a tab takes. */
  readonly tabWidth: number
  readonly autosave: 'off' | 'afterPause' | 'onFocusChange'
  readonly previewLook: PreviewLook
  readonly previewWidth: PreviewWidth
  readonly scrollSync: boolean
  /** What Markdown is read beyond GFM. */
  readonly markdownExtensions: readonly MarkdownExtension[]
  /** `always` loads remote images in every article; `ask` waits for the writer's word per article. */
  readonly remoteImages: 'ask' | 'always'
  /** Articles (by path) whose remote images the writer has allowed. */
  readonly remoteImagesAllowed: readonly string[]
  /** The encoding last chosen for a file, by path. */
  readonly encodings: Readonly<Record<string, Encoding>>
  readonly newArticleEncoding: Encoding
  readonly imageFolder: ImageFolder
  /** The schema of known fields chosen for a site or folder, by path; `''` for articles not saved yet. */
  readonly schemas: Readonly<Record<string, SchemaName>>
  /** Absolute path of the folder opened as the workspace; `''`: none. */
  readonly workspace: string
  /** Ids of the commands last picked in the palette, the latest first. */
  readonly recentCommands: readonly string[]
  /** Most room for earlier versions of all articles together, in megabytes (2^20 bytes). */
  readonly historySize: number
  readonly spelling: SpellingSettings
  readonly updates: UpdateSettings
  /** The writer's own keys by command; `''` takes a command's keys away. */
  readonly shortcuts: ShortcutOverrides
}

/** What a fresh user data folder starts with. */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  contrast: 'system',
  accent: 'blue',
  density: 'comfortable',
  zoom: 1,
  previewZoom: 1,
  language: 'system',
  layout: {
    formWidth: 0.22,
    previewWidth: 0.4,
    formCollapsed: false,
    view: 'both',
    sidebarOpen: false,
    sidebarWidth: 0.17,
    sidebarView: 'articles',
    zen: false,
  },
  lineNumbers: false,
  lineWrapping: true,
  focusMode: false,
  typewriterMode: false,
  fontSize: 15,
  fontFamily: '',
  lineHeight: 1.65,
  tabWidth: 4,
  autosave: 'off',
  previewLook: 'plain',
  previewWidth: 'full',
  scrollSync: true,
  markdownExtensions: DEFAULT_EXTENSIONS,
  remoteImages: 'ask',
  remoteImagesAllowed: [],
  encodings: {},
  newArticleEncoding: 'utf-8',
  imageFolder: 'auto',
  schemas: {},
  workspace: '',
  recentCommands: [],
  historySize: 200,
  spelling: { enabled: true, languages: [], download: false },
  updates: { automatic: false, feed: '' },
  shortcuts: {},
}
