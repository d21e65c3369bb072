import { assertNever } from '../../core/assert-never.ts'
import { languageOf } from '../preview/article-language.ts'
import type { PreviewSource } from '../preview/preview.ts'
import { plainAddress } from '../state/link-target.ts'
import { fileName, folderOf, titleOf } from '../state/opening.ts'
import { sourceOf } from '../state/preview-link.ts'
import type { ArticleSession } from '../state/article-session.ts'
import type { Runtime } from '../state/runtime.ts'
import { pdfOptionsOf } from './pdf-header.ts'
import { standaloneHtml } from './standalone-html.ts'
import { LONGEST, showWhole, type Lacking, type WholePreview } from './whole-preview.ts'

/** Shows the whole article for as long as `job` takes; tells what could not be waited for. */
async function withWhole<T>(
  runtime: Runtime,
  session: ArticleSession,
  job: (whole: WholePreview, source: PreviewSource) => Promise<T>,
): Promise<T> {
  const { settings, language } = runtime.store.get()
  const source = sourceOf(session)
  const whole = await showWhole(source, {
    look: settings.previewLook,
    width: 'full',
    dark: false,
    language,
    extensions: settings.markdownExtensions,
  })
  if (whole.lacks) runtime.notify('error', lackingText(runtime, whole.lacks))
  try {
    return await job(whole, source)
  } finally {
    whole.dispose()
  }
}

/** What an article that took too long lacks, as a sentence. */
function lackingText({ t, store }: Runtime, { text, diagrams, images }: Lacking): string {
  const [address] = images
  const parts = [
    text && t('export.lacks.text'),
    diagrams > 0 && t('export.lacks.diagrams', { count: diagrams }),
    address !== undefined &&
      t('export.lacks.images', { count: images.length, address: plainAddress(address) }),
  ].filter((part) => part !== false)
  const list = new Intl.ListFormat(store.get().language).format(parts)
  return t('export.lacks', { seconds: LONGEST, parts: list })
}

/** The article's published look as one HTML file. */
function htmlOf(runtime: Runtime, session: ArticleSession, heldBack: boolean): Promise<string> {
  return withWhole(runtime, session, (whole, source) =>
    standaloneHtml(whole.document, { title: titleOf(session), language: languageOf(source), heldBack }),
  )
}

/** Where to export to, never over an open article; native where there are native dialogs, drawn in the page elsewhere. */
async function askPath(runtime: Runtime, session: ArticleSession, extension: string): Promise<string | null> {
  const { info } = runtime.store.get()
  const { path, name } = session.tab
  const stem = (path === null ? name : fileName(path)).replace(/\.[^.]*$/, '')
  const folder = path === null ? info.homeFolder : folderOf(path)
  const isOwn = path !== null && fileName(path).toLowerCase() === `${stem}.${extension}`.toLowerCase()
  const suggestedPath = `${folder}/${stem}${isOwn ? '-export' : ''}.${extension}`
  const chosen =
    info.shell === 'desktop'
      ? await runtime.request('dialog.save', suggestedPath)
      : await runtime.ask({ kind: 'saveFile', suggestedPath })
  const isArticle = [...runtime.sessions.values()].some(
    (one) => chosen !== null && (one.tab.path === chosen || one.realPath === chosen),
  )
  if (chosen === null || !isArticle) return chosen
  runtime.notify('error', runtime.t('export.isArticle', { name: fileName(chosen) }))
  return null
}

/** Prints the published look: the system's dialog, or the browser's, has the rest. */
async function printArticle(runtime: Runtime, session: ArticleSession): Promise<void> {
  await withWhole(runtime, session, ({ window }) => {
    // Returns once the dialog is closed.
    window.print()
    return Promise.resolve()
  })
}

/** Asks where to, and writes the published look there as one HTML file. */
async function exportHtml(runtime: Runtime, session: ArticleSession): Promise<void> {
  const path = await askPath(runtime, session, 'html')
  if (path === null) return
  const html = await htmlOf(runtime, session, true)
  const asksItself = runtime.store.get().info.shell === 'desktop'
  let reply = await runtime.bridge.call('export.html', path, html, asksItself)
  if (!reply.ok && reply.code === 'alreadyExists') {
    if (!(await runtime.ask({ kind: 'overwrite', path }))) return
    reply = await runtime.bridge.call('export.html', path, html, true)
  }
  if (reply.ok) runtime.notify('info', runtime.t('export.done', { name: fileName(path) }))
  else runtime.notify('error', runtime.describe(reply))
}

/** Asks how and where to, and writes the published look there as a PDF. The browser shell prints: browsers make PDFs. */
async function exportPdf(runtime: Runtime, session: ArticleSession): Promise<void> {
  if (runtime.store.get().info.shell === 'browser') {
    await printArticle(runtime, session)
    return
  }
  const chosen = await runtime.ask({ kind: 'pdf' })
  if (chosen === null) return
  const path = await askPath(runtime, session, 'pdf')
  if (path === null) return
  const { fields } = sourceOf(session)
  const options = pdfOptionsOf(chosen, titleOf(session), fields, session.tab.remoteImages)
  const reply = await runtime.bridge.call('export.pdf', path, await htmlOf(runtime, session, false), options)
  if (reply.ok) runtime.notify('info', runtime.t('export.done', { name: fileName(path) }))
  else runtime.notify('error', runtime.describe(reply))
}

export type ExportKind = 'print' | 'html' | 'pdf'

/** Prints an article, or writes its published look to a file; tells how that went. */
export function exportArticle(kind: ExportKind, runtime: Runtime, session: ArticleSession): Promise<void> {
  switch (kind) {
    case 'print':
      return printArticle(runtime, session)
    case 'html':
      return exportHtml(runtime, session)
    case 'pdf':
      return exportPdf(runtime, session)
    default:
      return assertNever(kind)
  }
}
