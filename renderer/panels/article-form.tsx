import type { SchemaName } from '../../core/front-matter/schemas/schema.ts'
import { FrontMatterForm } from '../front-matter/front-matter-form.tsx'
import { fileBase64 } from '../front-matter/file-base64.ts'
import type { AddedImage } from '../front-matter/form-context.ts'
import { rememberShown, wasShown } from '../front-matter/shown-pictures.ts'
import { failureText } from '../i18n/failure-text.ts'
import { folderOf } from '../i18n/path-text.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import type { PanesTab } from '../state/app-state.ts'
import { useApp, useAppState } from '../state/use-app.ts'

/** The largest picture sent to the services, in bytes; they have a lower limit of their own. */
const MOST_BYTES = 48 * 1024 * 1024

/** The front matter form of an open article, tied to its one text. */
export function ArticleForm({ tab }: { readonly tab: PanesTab }) {
  const app = useApp()
  const t = useTranslate()
  const { id, path } = tab
  const schemas = useAppState((state) => state.settings.schemas)
  const site = tab.context?.siteRoot ?? (path === null ? '' : folderOf(path))
  const chooseSchema = (chosen: SchemaName | null): void => {
    const others = Object.entries(app.getState().settings.schemas).filter(([place]) => place !== site)
    const mine: [string, SchemaName][] = chosen === null ? [] : [[site, chosen]]
    app.changeSettings({ schemas: Object.fromEntries([...others, ...mine]) })
  }
  const addImage = async (file: File): Promise<AddedImage> => {
    if (path === null) return { ok: false, reason: t('form.image.unsaved') }
    if (file.size > MOST_BYTES) {
      const details = { name: file.name, bytes: file.size, limit: MOST_BYTES }
      return { ok: false, reason: t('error.imageTooLarge', details) }
    }
    const bytes = await fileBase64(file).catch(() => null)
    if (bytes === null) return { ok: false, reason: t('error.notFound', { name: file.name }) }
    const reply = await app.bridge.call('asset.add', path, file.name, bytes)
    return reply.ok
      ? { ok: true, reference: reply.value.reference }
      : { ok: false, reason: failureText(t, reply) }
  }
  return (
    <FrontMatterForm
      tabId={id}
      articleName={tab.name}
      frontMatter={tab.frontMatter}
      problems={tab.problems}
      context={tab.context}
      chosenSchema={Object.hasOwn(schemas, site) ? (schemas[site] ?? null) : null}
      onChooseSchema={chooseSchema}
      readOnly={tab.readOnly !== null}
      remoteImages={tab.remoteImages}
      getText={() => app.editorOf(id)?.state.doc.toString() ?? ''}
      edit={(edits, group) => app.edit(id, edits, group)}
      onShowRaw={() => app.setRawFrontMatter(id, true)}
      onLoadRemoteImage={(address) => rememberShown(id, address)}
      remoteWasShown={(address) => wasShown(id, address)}
      onAddImage={addImage}
    />
  )
}
