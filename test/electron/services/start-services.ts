import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { EventName, Events, JournalEntry } from '../../../core/contract.ts'
import type { Dialogs } from '../../../electron/services/ports.ts'
import { createServices, type Services } from '../../../electron/services/services.ts'
import { tempFolder } from './temp-folder.ts'

interface Told {
  readonly event: EventName
  readonly payload: Events[EventName]
}

/** Disposed of after the test, the last one started last. */
export const running: Services[] = []
async function disposeAll(): Promise<void> {
  for (const services of running.splice(0)) await services.dispose()
}

/** Services on the user data folder `<folder>/data`. */
export async function start(given: { readonly folder?: string; readonly dialogs?: Dialogs } = {}) {
  const folder = given.folder ?? (await tempFolder())
  const told: Told[] = []
  const opened: string[] = []
  const services = createServices({
    dataDir: join(folder, 'data'),
    version: '1.2.3',
    shell: 'browser',
    log: { report: () => undefined, tail: () => '' },
    openAtStart: ['/a.md'],
    locale: 'zh-CN',
    emit: (event, payload) => told.push({ event, payload }),
    ports: {
      openExternal: (url) => {
        opened.push(url)
        return Promise.resolve()
      },
      dialogs: given.dialogs ?? null,
    },
  })
  onTestFinished(disposeAll)
  running.push(services)
  return { folder, services, call: services.handlers, told, opened }
}

/** The same with an article that is opened. */
export async function withArticle(content: string | Buffer = 'one') {
  const setup = await start()
  const path = join(setup.folder, 'posts', 'article.md')
  await mkdir(dirname(path))
  await writeFile(path, content)
  return { ...setup, path, article: await setup.call['article.open'](path) }
}

/** A journal entry of this id. */
export const entry = (id: string): JournalEntry => ({
  id,
  path: null,
  name: 'Untitled',
  text: 'typed',
  encoding: 'utf-8',
  base: null,
  caret: 0,
  top: 0,
  position: 0,
  shownAt: 0,
  writtenAt: 0,
})
