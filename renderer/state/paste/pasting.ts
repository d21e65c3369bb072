import type { Extension } from '@codemirror/state'
import { footnoteRefsIn } from '../../../core/markdown/footnotes.ts'
import type { Span } from '../../../core/article/text-edit.ts'
import { fillPlace, heldPlace, holdPlace, releasePlace } from '../../paste/held-places.ts'
import { altOf, imagesText, imageText } from '../../paste/image-reference.ts'
import { asItIs, pasteChange, pasteFormat } from '../../paste/insertion.ts'
import { pasteEvents } from '../../paste/paste-events.ts'
import type { ClipboardText, PastedText } from '../../paste/pasted-text.ts'
import type { ArticleSession } from '../article-session.ts'
import type { Runtime } from '../runtime.ts'
import type { Saving } from '../saving.ts'
import { createAddedImages } from './added-images.ts'
import { chooseFiles } from './choose-files.ts'
import { dataFile } from './data-file.ts'
import { keepImages } from './keep-images.ts'

/** Pasting into articles, and images that come with it or alone. */
export interface Pasting {
  /** What an article's editor needs for it. */
  readonly extension: (session: ArticleSession) => Extension
  /** Pastes the clipboard's plain text. */
  readonly pastePlain: (session: ArticleSession) => Promise<void>
  /** Lets the writer choose images and puts them in at the selection. */
  readonly chooseImages: (session: ArticleSession) => Promise<void>
  /** Puts images in at the selection. */
  readonly images: (session: ArticleSession, files: readonly File[]) => Promise<void>
  /** An article is closed. */
  readonly closing: (session: ArticleSession) => void
}

export function createPasting(runtime: Runtime, saving: () => Saving): Pasting {
  const added = createAddedImages(runtime)
  const { t } = runtime

  /** The article's path; an article without one is saved first, since its images are kept beside it. */
  const pathOf = async (session: ArticleSession): Promise<string | null> => {
    if (session.tab.path !== null) return session.tab.path
    runtime.notify('info', t('paste.saveFirst'))
    await saving().saveAs(session)
    return session.tab.path
  }

  const addImages = async (
    session: ArticleSession,
    files: readonly File[],
    ranges: readonly Span[],
  ): Promise<void> => {
    const { view } = session
    const place = holdPlace(view, ranges)
    const path = await pathOf(session)
    const kept = path === null ? null : await keepImages(runtime, path, files)
    if (!runtime.sessions.has(session.id)) return
    if (kept === null) {
      releasePlace(view, place)
      runtime.notify('info', t(path === null ? 'paste.notSaved' : 'paste.cancelled'))
      return
    }
    for (const one of kept) if (!one.ok) runtime.notify('error', runtime.describe(one.failure))
    const good = kept.filter((one) => one.ok)
    added.note(
      session,
      good.map(({ image }) => image),
    )
    const at = heldPlace(view.state, place)?.[0]
    if (good.length === 0 || at === undefined) {
      releasePlace(view, place)
      return
    }
    const format = pasteFormat(view.state, at)
    const texts = good.map(({ file, image }) => imageText(format, image.reference, altOf(file.name)))
    const pasted = imagesText(format, texts)
    fillPlace(view, place, (state, range) => pasteChange(state, range, pasted, format), 'input.paste')
  }

  /** Images that came as data become files; those that cannot stay data in the text, so that nothing is lost. */
  const withFiles = async (session: ArticleSession, pasted: PastedText): Promise<string> => {
    let { text } = pasted
    const { path } = session.tab
    for (const { token, address } of pasted.dataImages) {
      const file = path === null ? null : dataFile(address)
      const kept = file === null || path === null ? null : await keepImages(runtime, path, [file])
      const [one] = kept ?? []
      if (one?.ok) added.note(session, [one.image])
      else if (one !== undefined) runtime.notify('error', runtime.describe(one.failure))
      text = text.replaceAll(token, one?.ok ? one.image.reference : address.replaceAll(' ', '%20'))
    }
    if (pasted.dataImages.length > 0 && path === null) runtime.notify('info', t('paste.imagesInside'))
    return text
  }

  const pasteText = async (session: ArticleSession, clipboard: ClipboardText): Promise<void> => {
    const { view } = session
    const format = pasteFormat(view.state, view.state.selection.main)
    const place = holdPlace(view, view.state.selection.ranges)
    const plain: PastedText = { kind: 'plain', text: clipboard.plain, dataImages: [], unreachable: 0 }
    const pasted =
      format === 'plain' || (clipboard.html === '' && !clipboard.language)
        ? plain
        : await read(session, clipboard, format, plain)
    const text = await withFiles(session, pasted)
    if (!runtime.sessions.has(session.id)) return
    const whole = { ...pasted, text }
    fillPlace(view, place, (state, range) => pasteChange(state, range, whole, format), 'input.paste')
    const { unreachable } = pasted
    if (unreachable > 0) runtime.notify('info', t('paste.imagesLost', { count: unreachable }))
  }

  return {
    extension: (session) =>
      pasteEvents({
        text: (clipboard) => void pasteText(session, clipboard),
        images: (files, ranges) => void addImages(session, files, ranges),
      }),
    async pastePlain(session) {
      const { view } = session
      const reply = await runtime.bridge.call('clipboard.readText')
      if (!reply.ok) {
        runtime.notify('info', t('paste.useKeys'))
        return
      }
      const text = reply.value.replace(/\r\n?/g, '\n')
      const place = holdPlace(view, view.state.selection.ranges)
      fillPlace(view, place, (_, range) => asItIs(range, text), 'input.paste')
      view.focus()
    },
    async chooseImages(session) {
      const ranges = session.view.state.selection.ranges
      const files = await chooseFiles('image/*')
      if (files.length > 0) await addImages(session, files, ranges)
      session.view.focus()
    },
    images: (session, files) => addImages(session, files, session.view.state.selection.ranges),
    closing: added.closing,
  }
}

/** The clipboard's HTML in the body's format; its plain text when the HTML is too much for the reader. */
async function read(
  session: ArticleSession,
  clipboard: ClipboardText,
  format: 'markdown' | 'html',
  plain: PastedText,
): Promise<PastedText> {
  const { readClipboard } = await import('../../paste/read-clipboard.ts')
  const { text } = session
  const labels =
    format === 'markdown'
      ? footnoteRefsIn(text)
      : [...text.matchAll(/\bfn-([\w-]+)/g)].map(([, id]) => id ?? '')
  try {
    return readClipboard(clipboard, format, new Set(labels))
  } catch (error) {
    if (error instanceof RangeError) return plain // Nested deeper than can be walked.
    throw error
  }
}
