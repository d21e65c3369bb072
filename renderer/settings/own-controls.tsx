import { CheckboxGroup } from 'react-aria-components'
import { SCHEMA_NAMES, type SchemaName } from '../../core/front-matter/schemas/schema.ts'
import { MARKDOWN_EXTENSIONS } from '../../core/markdown/extensions.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { useApp, useAppState } from '../state/use-app.ts'
import { Box } from './box.tsx'
import { Choice } from './controls.tsx'
import { PathList } from './path-list.tsx'
import { labelling } from './setting-row.tsx'

/** What of a table by path is left. */
function only<T>(
  table: Readonly<Record<string, T>>,
  left: (path: string) => boolean,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(table).filter(([path]) => left(path)))
}

/** What Markdown is read beyond GFM, one box each. */
export function ExtensionsControl() {
  const t = useTranslate()
  const app = useApp()
  const value = useAppState((state) => state.settings.markdownExtensions)
  return (
    <CheckboxGroup
      className="check-columns"
      value={[...value]}
      onChange={(names) =>
        app.changeSettings({ markdownExtensions: MARKDOWN_EXTENSIONS.filter((it) => names.includes(it)) })
      }
      {...labelling('markdownExtensions')}
    >
      {MARKDOWN_EXTENSIONS.map((name) => (
        <Box key={name} value={name}>
          {t(`preview.markdown.${name}`)}
        </Box>
      ))}
    </CheckboxGroup>
  )
}

/** The articles whose remote images are loaded. */
export function AllowedArticles() {
  const t = useTranslate()
  const paths = useAppState((state) => state.settings.remoteImagesAllowed)
  return (
    <PathList
      labelledBy="setting-remoteImagesAllowed"
      paths={paths}
      emptyText={t('settings.remoteImagesAllowed.none')}
      change={(left) => ({ remoteImagesAllowed: paths.filter(left) })}
    />
  )
}

/** The files whose encoding the writer chose. */
export function RememberedEncodings() {
  const t = useTranslate()
  const encodings = useAppState((state) => state.settings.encodings)
  return (
    <PathList
      labelledBy="setting-encodings"
      paths={Object.keys(encodings)}
      emptyText={t('settings.encodings.none')}
      detail={(path) => {
        const encoding = encodings[path]
        return encoding && <span className="muted">{t(`encoding.${encoding}`)}</span>
      }}
      change={(left) => ({ encodings: only(encodings, left) })}
    />
  )
}

/** The folders whose known fields the writer chose, and which those are. */
export function FolderSchemas() {
  const t = useTranslate()
  const app = useApp()
  const schemas = useAppState((state) => state.settings.schemas)
  const options = SCHEMA_NAMES.map((id) => ({ id, label: t(`form.schema.${id}`) }))
  return (
    <PathList
      labelledBy="setting-schemas"
      paths={Object.keys(schemas)}
      emptyText={t('settings.schemas.none')}
      unsavedText={t('settings.schemas.unsaved')}
      detail={(path) => {
        const schema = schemas[path]
        return (
          schema && (
            <Choice<SchemaName>
              aria-label={path === '' ? t('settings.schemas.unsaved') : path}
              value={schema}
              options={options}
              onChange={(next) => app.changeSettings({ schemas: { ...schemas, [path]: next } })}
            />
          )
        )
      }}
      change={(left) => ({ schemas: only(schemas, left) })}
    />
  )
}
