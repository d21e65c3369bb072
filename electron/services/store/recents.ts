import { join } from 'node:path'
import type { RecentArticle } from '../../../core/contract.ts'
import { createSerial } from '../files/serial.ts'
import { readIfThere, writePrivate } from './json-file.ts'

/** The articles opened last, newest first, in `recent.json`; two Galleys share one list. */
export interface Recents {
  list(): Promise<readonly RecentArticle[]>
  add(path: string, title: string): Promise<readonly RecentArticle[]>
  remove(path: string): Promise<readonly RecentArticle[]>
  clear(): Promise<readonly RecentArticle[]>
  /** Puts these back by when they were opened; one that is on the list stays as it is. */
  restore(gone: readonly RecentArticle[]): Promise<readonly RecentArticle[]>
  settled(): Promise<void>
}

const MAX = 30
const MAX_TITLE = 300

function isRecent(value: unknown): value is RecentArticle {
  return (
    typeof value === 'object' &&
    value !== null &&
    'path' in value &&
    typeof value.path === 'string' &&
    'title' in value &&
    typeof value.title === 'string' &&
    'openedAt' in value &&
    typeof value.openedAt === 'number'
  )
}

export function createRecents(dataDir: string): Recents {
  const file = join(dataDir, 'recent.json')
  const serial = createSerial()

  async function load(): Promise<readonly RecentArticle[]> {
    try {
      const parsed: unknown = JSON.parse((await readIfThere(file)) ?? '[]')
      return Array.isArray(parsed) ? parsed.filter(isRecent).slice(0, MAX) : []
    } catch (error) {
      if (error instanceof SyntaxError) return [] // A damaged list of recent articles is an empty one.
      throw error
    }
  }

  const change = (
    edit: (list: readonly RecentArticle[]) => readonly RecentArticle[],
  ): Promise<readonly RecentArticle[]> =>
    serial.run(file, async () => {
      const list = edit(await load()).slice(0, MAX)
      await writePrivate(file, JSON.stringify(list, null, 2) + '\n')
      return list
    })

  return {
    list: () => serial.run(file, load),
    add: (path, title) =>
      change((list) => [
        { path, title: title.slice(0, MAX_TITLE), openedAt: Date.now() },
        ...list.filter((it) => it.path !== path),
      ]),
    remove: (path) => change((list) => list.filter((it) => it.path !== path)),
    clear: () => change(() => []),
    restore: (gone) =>
      change((list) => {
        const listed = new Set(list.map((it) => it.path))
        const back = gone.filter((it) => !listed.has(it.path))
        return [...list, ...back].sort((a, b) => b.openedAt - a.openedAt)
      }),
    settled: () => serial.settled(),
  }
}
