import { afterEach, expect, test, vi } from 'vitest'
import type { OpenedArticle, Reply } from '../../../core/contract.ts'
import type { App } from '../../../renderer/state/app.ts'
import { activeTab } from '../../../renderer/state/app.ts'
import { appOnPage } from './app-on-page.ts'
import { memoryBridge } from './memory-bridge.ts'

const PATH = '/posts/a.md'
let open: App | null = null

// happy-dom says `null` where a browser without locks says nothing.
Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true })

afterEach(async () => {
  for (const tab of open?.getState().tabs ?? []) await open?.close(tab.id)
  open = null
})

/** An application with one read-only article, for this reason. */
async function start(
  code: 'damagedEncoding' | 'tooLarge' | 'readOnly',
  details: Readonly<Record<string, string | number>> = {},
) {
  const files = new Map([[PATH, 'the bytes of the file']])
  const version = { mtimeNs: '1', size: 3, inode: '1', sha256: 'sha' }
  const opened: Reply<OpenedArticle> = {
    ok: true,
    value: {
      path: PATH,
      realPath: PATH,
      text: 'what is shown of it',
      encoding: 'gbk',
      version,
      readOnly: { code, message: 'not to be saved', details: { name: 'a.md', ...details } },
    },
  }
  const shell = memoryBridge(files, { 'article.open': () => Promise.resolve(opened) })
  const app = await appOnPage(shell.bridge)
  open = app
  await app.openPaths([PATH])
  const tab = activeTab(app.getState())
  if (!tab) throw new Error('No article is open.')
  return { app, shell, files, id: tab.id }
}

test.each(['damagedEncoding', 'readOnly'] as const)(
  'saving a read-only article (%s) with another encoding asks for another name',
  async (code) => {
    const { app, files, id } = await start(code)
    const saved = app.saveWithEncoding(id, 'utf-8')
    await vi.waitFor(() => expect(app.getState().dialog?.kind).toBe('saveFile'))
    expect(files.get(PATH)).toBe('the bytes of the file')
    app.answer('/posts/b.md')
    await saved
    expect([...files]).toEqual([
      [PATH, 'the bytes of the file'],
      ['/posts/b.md', 'what is shown of it'],
    ])
    expect(activeTab(app.getState())).toMatchObject({ path: '/posts/b.md', encoding: 'utf-8' })
  },
)

test('a cancelled save with another encoding leaves a read-only article as it was', async () => {
  const { app, id } = await start('damagedEncoding')
  const saved = app.saveWithEncoding(id, 'utf-8')
  await vi.waitFor(() => expect(app.getState().dialog?.kind).toBe('saveFile'))
  app.answer(null)
  await saved
  expect(activeTab(app.getState())).toMatchObject({ path: PATH, encoding: 'gbk' })
})

test('the first part of a large file is never saved, whatever the encoding', async () => {
  const { app, shell, files, id } = await start('tooLarge', { shown: 19, bytes: 1_000 })
  await app.saveWithEncoding(id, 'utf-8')
  expect(app.getState().notices.at(-1)?.text).toContain('a part')
  await app.resolveConflict(id, 'mine')
  expect(files.get(PATH)).toBe('the bytes of the file')
  expect(shell.calls.map((call) => call.method)).not.toContain('article.save')
})
