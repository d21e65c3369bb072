import { ENCODINGS } from './encodings.ts'
import { ACCENTS, IMAGE_FOLDERS, ZOOM, type Settings } from './settings.ts'

/** The sections of the settings dialog in their order. */
export const SETTING_SECTIONS = [
  'appearance',
  'editor',
  'preview',
  'files',
  'frontMatter',
  'spelling',
  'shortcuts',
  'language',
  'updates',
] as const

export type SettingSection = (typeof SETTING_SECTIONS)[number]

/** Settings whose values are of type `T`. */
type KeysOf<T> = { readonly [K in keyof Settings]: Settings[K] extends T ? K : never }[keyof Settings]

/** Settings that are one of a few texts: `string` itself is not among them. */
type ChoiceKey = {
  readonly [K in keyof Settings]: Settings[K] extends string
    ? string extends Settings[K]
      ? never
      : K
    : never
}[keyof Settings]

export interface ToggleRow {
  readonly kind: 'toggle'
  readonly key: KeysOf<boolean>
}

/** `values` in the order they are offered. */
export type ChoiceRow = {
  readonly [K in ChoiceKey]: {
    readonly kind: 'choice'
    readonly key: K
    readonly values: readonly Settings[K][]
  }
}[ChoiceKey]

export interface NumberRow {
  readonly kind: 'number'
  readonly key: KeysOf<number>
  readonly min: number
  readonly max: number
  readonly step: number
  readonly unit: 'pixels' | 'lines' | 'columns' | 'megabytes' | 'percent'
}

/** A setting with a control of its own kind. */
export interface OwnRow {
  readonly kind: 'own'
  readonly key:
    | 'fontFamily'
    | 'markdownExtensions'
    | 'remoteImagesAllowed'
    | 'encodings'
    | 'schemas'
    | 'spelling'
    | 'shortcuts'
    | 'updates'
}

/** Something to know or to do that stands among the settings and stores nothing. */
export interface ExtraRow {
  readonly kind: 'extra'
  readonly key: 'ownCss' | 'historyClear'
}

export type SettingRow = (ToggleRow | ChoiceRow | NumberRow | OwnRow | ExtraRow) & {
  readonly section: SettingSection
  /** Left out in a browser, which has a way of its own. */
  readonly desktopOnly?: true
}

/**
 * Every setting a writer sees, in order: the settings dialog is made from this table. Names and explanations are in
 * the catalogue under `settings.<key>` and `settings.<key>.about`.
 */
export const SETTING_ROWS: readonly SettingRow[] = [
  { section: 'appearance', kind: 'choice', key: 'theme', values: ['system', 'light', 'dark'] },
  { section: 'appearance', kind: 'choice', key: 'contrast', values: ['system', 'normal', 'more'] },
  { section: 'appearance', kind: 'choice', key: 'accent', values: ACCENTS },
  { section: 'appearance', kind: 'choice', key: 'density', values: ['comfortable', 'compact'] },
  { section: 'appearance', kind: 'number', key: 'zoom', ...ZOOM, step: 0.1, unit: 'percent' },
  { section: 'editor', kind: 'own', key: 'fontFamily' },
  { section: 'editor', kind: 'number', key: 'fontSize', min: 8, max: 48, step: 1, unit: 'pixels' },
  { section: 'editor', kind: 'number', key: 'lineHeight', min: 1, max: 3, step: 0.05, unit: 'lines' },
  { section: 'editor', kind: 'toggle', key: 'lineWrapping' },
  { section: 'editor', kind: 'toggle', key: 'focusMode' },
  { section: 'editor', kind: 'toggle', key: 'typewriterMode' },
  { section: 'editor', kind: 'toggle', key: 'lineNumbers' },
  { section: 'editor', kind: 'number', key: 'tabWidth', min: 1, max: 16, step: 1, unit: 'columns' },
  {
    section: 'preview',
    kind: 'choice',
    key: 'previewLook',
    values: ['plain', 'blog', 'newspaper', 'wechat', 'own'],
  },
  {
    section: 'preview',
    kind: 'choice',
    key: 'previewWidth',
    values: ['full', 'desktop', 'tablet', 'phone'],
  },
  { section: 'preview', kind: 'number', key: 'previewZoom', ...ZOOM, step: 0.1, unit: 'percent' },
  { section: 'preview', kind: 'extra', key: 'ownCss' },
  { section: 'preview', kind: 'toggle', key: 'scrollSync' },
  { section: 'preview', kind: 'choice', key: 'remoteImages', values: ['ask', 'always'] },
  { section: 'preview', kind: 'own', key: 'remoteImagesAllowed' },
  { section: 'preview', kind: 'own', key: 'markdownExtensions' },
  { section: 'files', kind: 'choice', key: 'autosave', values: ['off', 'afterPause', 'onFocusChange'] },
  { section: 'files', kind: 'choice', key: 'newArticleEncoding', values: ENCODINGS },
  { section: 'files', kind: 'choice', key: 'imageFolder', values: IMAGE_FOLDERS },
  { section: 'files', kind: 'own', key: 'encodings' },
  { section: 'files', kind: 'number', key: 'historySize', min: 10, max: 10_000, step: 10, unit: 'megabytes' },
  { section: 'files', kind: 'extra', key: 'historyClear' },
  { section: 'frontMatter', kind: 'own', key: 'schemas' },
  { section: 'spelling', kind: 'own', key: 'spelling', desktopOnly: true },
  { section: 'shortcuts', kind: 'own', key: 'shortcuts' },
  { section: 'language', kind: 'choice', key: 'language', values: ['system', 'en', 'zh-CN'] },
  { section: 'updates', kind: 'own', key: 'updates', desktopOnly: true },
]

/** What Galley itself remembers in the settings file; no row of the dialog shows it. */
export const INTERNAL_SETTINGS: readonly (keyof Settings)[] = ['layout', 'workspace', 'recentCommands']
