import { expect, test, vi } from 'vitest'
import type { Bridge } from '../../../../core/contract.ts'
import { followDrops } from '../../../../renderer/state/paste/drops.ts'
import { memoryBridge } from '../memory-bridge.ts'

type Followed = Parameters<typeof followDrops>

interface Item {
  readonly file: File
  readonly isFolder?: boolean
}

/** Follows drops with a shell that knows paths, or with one that does not; gives what came of them. */
function follow(pathOf: Bridge['pathOf']) {
  const { bridge } = memoryBridge(new Map())
  const openPaths = vi.fn<Followed[0]['openPaths']>(() => Promise.resolve())
  const notify = vi.fn<Followed[1]['notify']>()
  const images = vi.fn<Followed[3]['images']>(() => Promise.resolve())
  const state = { dialog: null } as ReturnType<Followed[0]['getState']>
  followDrops(
    { getState: () => state, openPaths },
    {
      bridge: pathOf === undefined ? bridge : { ...bridge, pathOf },
      t: (key) => key,
      notify,
      describe: ({ code }) => code,
      active: () => null,
    },
    { add: vi.fn(), newId: () => 'new', activate: vi.fn() },
    { images },
  )
  return { openPaths, notify, images }
}

/** A drop on the window; true when the page did not keep it from the browser. */
function drop(items: readonly Item[]): boolean {
  const event = new Event('drop', { bubbles: true, cancelable: true })
  const files = items.map(({ file }) => file)
  Object.assign(event, {
    dataTransfer: {
      types: ['Files'],
      files,
      items: items.map(({ file, isFolder = false }) => ({
        kind: 'file',
        getAsFile: () => file,
        webkitGetAsEntry: () => ({ isDirectory: isFolder }),
      })),
    },
  })
  return document.body.dispatchEvent(event)
}

const file = (name: string, type = ''): File => new File(['x'], name, { type })

test('a shell that knows paths opens articles by them, and a folder as the workspace', async () => {
  const { openPaths, notify } = follow((one) => (one instanceof File ? `/posts/${one.name}` : null))
  const dropped = ['a.md', 'b.TXT', 'c.html', 'notes'].map((name) => ({
    file: file(name),
    isFolder: name === 'notes',
  }))
  expect(drop(dropped)).toBe(false)
  await vi.waitFor(() => expect(openPaths).toHaveBeenCalledOnce())
  expect(openPaths).toHaveBeenCalledWith(['/posts/a.md', '/posts/b.TXT', '/posts/c.html', '/posts/notes'])
  expect(notify).not.toHaveBeenCalled()
})

test('a browser that does not say where a folder is says so, and other files are named', async () => {
  const { openPaths, notify } = follow(undefined)
  drop([{ file: file('notes'), isFolder: true }, { file: file('song.mp3', 'audio/mpeg') }])
  await vi.waitFor(() => expect(notify).toHaveBeenCalledTimes(2))
  expect(notify.mock.calls.map(([, text]) => text)).toEqual(['drop.folder', 'drop.notOpened'])
  expect(openPaths).not.toHaveBeenCalled()
})

test('images need an article', async () => {
  const { images, notify } = follow(undefined)
  drop([{ file: file('a.png', 'image/png') }])
  await vi.waitFor(() => expect(notify).toHaveBeenCalledWith('info', 'drop.imageNeedsArticle'))
  expect(images).not.toHaveBeenCalled()
})
