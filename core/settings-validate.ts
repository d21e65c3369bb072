import { ENCODINGS, type Encoding } from './encodings.ts'
import { SCHEMA_NAMES } from './front-matter/schemas/schema.ts'
import { MARKDOWN_EXTENSIONS, type MarkdownExtension } from './markdown/extensions.ts'
import {
  ACCENTS,
  DEFAULT_SETTINGS,
  IMAGE_FOLDERS,
  ZOOM,
  type Layout,
  type Settings,
  type SpellingSettings,
  type UpdateSettings,
} from './settings.ts'
import { isShortcut } from './shortcuts.ts'

/** Settings as far as they are valid, the default in place of each field that is not. */
export interface ValidatedSettings {
  readonly settings: Settings
  /** Names of the fields that were not valid, such as `layout.view`; `*` when the whole is no object. */
  readonly invalid: readonly string[]
}

type Check<T> = (value: unknown) => value is T

const oneOf =
  <T extends string>(...allowed: readonly T[]): Check<T> =>
  (value): value is T =>
    typeof value === 'string' && (allowed as readonly string[]).includes(value)

const within =
  (min: number, max: number): Check<number> =>
  (value): value is number =>
    typeof value === 'number' && value >= min && value <= max

const wholeWithin = (min: number, max: number): Check<number> => {
  const inRange = within(min, max)
  return (value): value is number => inRange(value) && Number.isInteger(value)
}

/** One line of at most 200 characters: what a list of font families can be. */
const fontFamilies: Check<string> = (value): value is string =>
  typeof value === 'string' && value.length <= 200 && !/[\u0000-\u001f]/.test(value)

const keysOrNone: Check<string> = (value): value is string =>
  typeof value === 'string' && (value === '' || isShortcut(value))

const flag: Check<boolean> = (value): value is boolean => typeof value === 'boolean'

const text: Check<string> = (value): value is string => typeof value === 'string'

const strings: Check<readonly string[]> = (value): value is readonly string[] =>
  Array.isArray(value) && value.every((it) => typeof it === 'string')

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const encoding: Check<Encoding> = oneOf(...ENCODINGS)

const extension: Check<MarkdownExtension> = oneOf(...MARKDOWN_EXTENSIONS)

const extensions: Check<readonly MarkdownExtension[]> = (value): value is readonly MarkdownExtension[] =>
  Array.isArray(value) && value.every(extension)

const byPath =
  <T>(check: Check<T>): Check<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> =>
    isRecord(value) && Object.values(value).every(check)

const spelling: Check<SpellingSettings> = (value): value is SpellingSettings =>
  isRecord(value) && flag(value.enabled) && flag(value.download) && languages(value.languages)

const languages: Check<readonly string[]> = (value): value is readonly string[] =>
  strings(value) &&
  value.length <= 20 &&
  value.every((it) => /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(it))

/** Nothing, or an address that cannot be read or changed on its way. */
const feed: Check<string> = (value): value is string =>
  text(value) && value.length <= 2_000 && /^(?:https:\/\/[^\s/@]+(?:\/\S*)?)?$/.test(value)

const updates: Check<UpdateSettings> = (value): value is UpdateSettings =>
  isRecord(value) && flag(value.automatic) && feed(value.feed)

const LAYOUT: { readonly [K in keyof Layout]: Check<Layout[K]> } = {
  formWidth: within(0, 1),
  previewWidth: within(0, 1),
  formCollapsed: flag,
  view: oneOf('both', 'source', 'preview'),
  sidebarOpen: flag,
  sidebarWidth: within(0, 1),
  sidebarView: oneOf('articles', 'outline', 'problems'),
  zen: flag,
}

const FIELDS: { readonly [K in Exclude<keyof Settings, 'layout'>]: Check<Settings[K]> } = {
  theme: oneOf('system', 'light', 'dark'),
  contrast: oneOf('system', 'normal', 'more'),
  accent: oneOf(...ACCENTS),
  density: oneOf('comfortable', 'compact'),
  zoom: within(ZOOM.min, ZOOM.max),
  previewZoom: within(ZOOM.min, ZOOM.max),
  language: oneOf('system', 'en', 'zh-CN'),
  lineNumbers: flag,
  lineWrapping: flag,
  focusMode: flag,
  typewriterMode: flag,
  fontSize: within(8, 48),
  fontFamily: fontFamilies,
  lineHeight: within(1, 3),
  tabWidth: wholeWithin(1, 16),
  autosave: oneOf('off', 'afterPause', 'onFocusChange'),
  previewLook: oneOf('plain', 'blog', 'newspaper', 'wechat', 'own'),
  previewWidth: oneOf('phone', 'tablet', 'desktop', 'full'),
  scrollSync: flag,
  markdownExtensions: extensions,
  remoteImages: oneOf('ask', 'always'),
  remoteImagesAllowed: strings,
  encodings: byPath(encoding),
  newArticleEncoding: encoding,
  imageFolder: oneOf(...IMAGE_FOLDERS),
  schemas: byPath(oneOf(...SCHEMA_NAMES)),
  workspace: text,
  recentCommands: strings,
  historySize: within(10, 10_000),
  spelling,
  updates,
  shortcuts: byPath(keysOrNone),
}

/** Takes each known field that passes its check; missing ones keep their default and are no mistake. */
function take<T extends object>(
  defaults: T,
  checks: Readonly<Record<string, Check<unknown>>>,
  value: Readonly<Record<string, unknown>>,
  prefix: string,
  invalid: string[],
): T {
  const taken: Record<string, unknown> = {}
  for (const [key, check] of Object.entries(checks)) {
    if (!Object.hasOwn(value, key)) continue
    const field = value[key]
    if (check(field)) taken[key] = field
    else invalid.push(prefix + key)
  }
  return { ...defaults, ...taken }
}

/** Checks a parsed settings file, or a patch laid over `base`, field by field; unknown fields are left out. */
export function validateSettings(value: unknown, base: Settings = DEFAULT_SETTINGS): ValidatedSettings {
  if (!isRecord(value)) return { settings: base, invalid: ['*'] }
  const invalid: string[] = []
  const settings = take(base, FIELDS, value, '', invalid)
  if (!Object.hasOwn(value, 'layout')) return { settings, invalid }
  if (!isRecord(value.layout)) return { settings, invalid: [...invalid, 'layout'] }
  const layout = take(base.layout, LAYOUT, value.layout, 'layout.', invalid)
  return { settings: { ...settings, layout }, invalid }
}
