import { readArticleText } from '../../editor/article-text.ts'
import { fileBase64 } from '../../front-matter/file-base64.ts'
import { imagesIn } from '../../paste/paste-events.ts'
import type { App } from '../app.ts'
import type { Tabs } from '../opening.ts'
import type { Runtime } from '../runtime.ts'
import type { Pasting } from './pasting.ts'

const ARTICLE = /\.(?:md|markdown|mdown|mkd|mdx|txt|html?)$/i

/** What was dropped, with its path where the shell knows it. */
interface Dropped {
  readonly file: File
  readonly isFolder: boolean
  readonly path: string | null
}

/** Read at once: what a drop holds is gone when its event is over. */
function droppedIn(event: DragEvent, pathOf: (file: File) => string | null): readonly Dropped[] {
  const dropped: Dropped[] = []
  for (const item of event.dataTransfer?.items ?? []) {
    const file = item.kind === 'file' ? item.getAsFile() : null
    if (file === null) continue
    const isFolder = item.webkitGetAsEntry()?.isDirectory === true
    dropped.push({ file, isFolder, path: pathOf(file) })
  }
  return dropped
}

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true

/** Whether something under the pointer takes files by itself. */
function isTaken(event: DragEvent): boolean {
  const target = event.target instanceof Element ? event.target : null
  return target !== null && target.closest('.fm-image') !== null
}

/**
 * Files dropped anywhere on the window: articles are opened, a folder becomes the workspace, images go into the
 * article in front. Nothing dropped ever replaces the page.
 */
export function followDrops(
  app: Pick<App, 'getState' | 'openPaths'>,
  runtime: Pick<Runtime, 'bridge' | 't' | 'notify' | 'describe' | 'active'>,
  tabs: Pick<Tabs, 'add' | 'newId' | 'activate'>,
  pasting: Pick<Pasting, 'images'>,
): void {
  const { bridge, t } = runtime
  const pathOf = (file: File): string | null => bridge.pathOf?.(file) ?? null

  window.addEventListener('dragover', (event) => {
    if (!holdsFiles(event) || event.defaultPrevented) return
    event.preventDefault()
    if (event.dataTransfer) event.dataTransfer.dropEffect = app.getState().dialog === null ? 'copy' : 'none'
  })
  window.addEventListener('drop', (event) => {
    if (!holdsFiles(event) || isTaken(event)) return
    event.preventDefault()
    if (app.getState().dialog !== null) return
    void take(droppedIn(event, pathOf), imagesIn(event.dataTransfer?.files))
  })

  const openCopy = async (file: File): Promise<void> => {
    const reply = await bridge.call('article.import', file.name, await fileBase64(file))
    if (!reply.ok) {
      runtime.notify('error', runtime.describe(reply))
      return
    }
    const session = tabs.add({
      id: tabs.newId(),
      name: file.name,
      path: null,
      realPath: null,
      text: readArticleText(reply.value.text),
      encoding: reply.value.encoding,
      base: null,
      readOnly: null,
    })
    tabs.activate(session.id)
    runtime.notify('info', t('drop.copy', { name: file.name }))
  }

  const take = async (dropped: readonly Dropped[], images: readonly File[]): Promise<void> => {
    const paths: string[] = []
    for (const { file, isFolder, path } of dropped) {
      const { name } = file
      if (isFolder) {
        if (path !== null) paths.push(path)
        else runtime.notify('info', t('drop.folder', { name }))
      } else if (ARTICLE.test(name)) {
        if (path !== null) paths.push(path)
        else await openCopy(file)
      } else if (!images.includes(file) && !file.type.startsWith('image/')) {
        runtime.notify('info', t('drop.notOpened', { name }))
      }
    }
    if (paths.length > 0) await app.openPaths(paths)
    if (images.length === 0) return
    const session = runtime.active()
    if (session?.tab.readOnly !== null) runtime.notify('info', t('drop.imageNeedsArticle'))
    else await pasting.images(session, images)
  }
}
