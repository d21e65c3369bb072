import {
  appendFile,
  chmod,
  mkdir,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Events } from '../../../core/contract.ts'
import { nodeFileSystem, type FileSystem } from '../../../electron/services/files/file-system.ts'
import { createKnownDisks } from '../../../electron/services/files/known-disks.ts'
import { createKnownVersions } from '../../../electron/services/files/known-versions.ts'
import { createSaver } from '../../../electron/services/files/save-article.ts'
import { createSerial } from '../../../electron/services/files/serial.ts'
import { createArticleWatch, type ArticleWatch } from '../../../electron/services/watching/article-watch.ts'
import { open } from './saving.ts'
import { tempFolder } from './temp-folder.ts'

type Change = Events['article.changedOnDisk']

const running: ArticleWatch[] = []
afterEach(async () => {
  for (const watch of running.splice(0)) await watch.dispose()
})

/** An article that was opened and is watched, with what is told of it. */
async function watched(text = 'one', fs: FileSystem = nodeFileSystem) {
  const folder = join(await tempFolder(), 'drafts')
  await mkdir(folder)
  const path = join(folder, 'article.md')
  await writeFile(path, text)
  const known = createKnownVersions()
  const changes: Change[] = []
  const watch = createArticleWatch({ fs, known, changed: (change) => changes.push(change) })
  running.push(watch)
  const { version } = await open(path)
  known.set(path, version)
  await watch.watch([path])
  const saver = createSaver({
    fs: nodeFileSystem,
    machine: { platform: process.platform, wait: () => Promise.resolve() },
    known,
    disks: createKnownDisks(nodeFileSystem),
    serial: createSerial(),
    backups: () => Promise.resolve({ folder: join(folder, 'backups'), owner: '0123456789abcdef' }),
    saved: () => undefined,
  })
  const told = (...kinds: readonly Change['kind'][]) =>
    vi.waitFor(() => expect(changes.map((it) => it.kind)).toEqual(kinds), { timeout: 10_000, interval: 20 })
  return { folder, path, watch, changes, told, saver, version }
}

describe('a watched article is told of when another program', () => {
  it('writes into it', async () => {
    const { path, told, changes } = await watched()
    await writeFile(path, 'another text')
    await told('changed')
    expect(changes[0]).toEqual({ path, kind: 'changed' })
  })

  it('rewrites it with as many bytes and the same time', async () => {
    const { path, told } = await watched('one')
    const { atime, mtime } = await stat(path)
    await writeFile(path, 'two')
    await utimes(path, atime, mtime)
    await told('changed')
  })

  it('rewrites it with as many bytes and gives it its time of long ago back', async () => {
    const { path, told, watch } = await watched('one')
    const longAgo = new Date(Date.now() - 3_600_000)
    await utimes(path, longAgo, longAgo)
    await watch.check()
    await writeFile(path, 'two')
    await utimes(path, longAgo, longAgo)
    await told('changed')
  })

  it('replaces it by a rename, again and again', async () => {
    const { path, told } = await watched()
    await writeFile(`${path}.new`, 'two')
    await rename(`${path}.new`, path)
    await told('changed')
    await writeFile(`${path}.new`, 'three')
    await rename(`${path}.new`, path)
    await told('changed', 'changed')
  })

  it('empties it', async () => {
    const { path, told } = await watched()
    await truncate(path)
    await told('changed')
  })

  it('deletes it, and writes it again later', async () => {
    const { path, told } = await watched()
    await rm(path)
    await told('deleted')
    await writeFile(path, 'back')
    await told('deleted', 'changed')
  })

  it('deletes its whole folder, and makes it again', async () => {
    const { folder, told } = await watched()
    await rm(folder, { recursive: true })
    await told('deleted')
    await mkdir(folder)
    await writeFile(join(folder, 'article.md'), 'back')
    await told('deleted', 'changed')
  })

  it('renames it, saying where it is now', async () => {
    const { folder, path, changes, told } = await watched()
    await rename(path, join(folder, 'other.md'))
    await told('deleted')
    expect(changes[0]).toEqual({ path, kind: 'deleted', movedTo: join(folder, 'other.md') })
  })

  it('moves it to a folder beside its own, as from drafts to posts, saying where it is now', async () => {
    const { folder, path, changes, told } = await watched()
    const posts = join(dirname(folder), 'posts')
    await mkdir(posts)
    await rename(path, join(posts, 'article.md'))
    await told('deleted')
    expect(changes[0]).toEqual({ path, kind: 'deleted', movedTo: join(posts, 'article.md') })
  })

  it('moves it below its folder under another name, saying where it is now', async () => {
    const { folder, path, changes, told } = await watched()
    await mkdir(join(folder, '2026'))
    await rename(path, join(folder, '2026', 'winter.md'))
    await told('deleted')
    expect(changes[0]).toEqual({ path, kind: 'deleted', movedTo: join(folder, '2026', 'winter.md') })
  })

  it('makes it read-only, and writable again', async () => {
    // As for an ordinary user: the super-user may write anything.
    const strict: FileSystem = {
      ...nodeFileSystem,
      async open(path, how, mode) {
        const { mode: bits } = await nodeFileSystem.info(path)
        if (how === 'update' && (bits & 0o200) === 0)
          throw Object.assign(new Error('EACCES'), { code: 'EACCES' })
        return nodeFileSystem.open(path, how, mode)
      },
    }
    const { path, told } = await watched('one', strict)
    await chmod(path, 0o444)
    await told('changed')
    await chmod(path, 0o644)
    await told('changed', 'changed')
  })

  it('writes where its link leads', async () => {
    const { folder, watch, told, changes } = await watched()
    const posts = join(folder, 'posts')
    await mkdir(posts)
    await writeFile(join(posts, 'real.md'), 'one')
    await symlink('posts/real.md', join(folder, 'link.md'))
    await watch.watch([join(folder, 'link.md')])
    await appendFile(join(posts, 'real.md'), ' and more')
    await told('changed')
    expect(changes[0]?.path).toBe(join(folder, 'link.md'))
  })

  it('changed it between its opening and the watch', async () => {
    const { path, watch, told } = await watched()
    await watch.watch([])
    await writeFile(path, 'changed meanwhile')
    await watch.watch([path])
    await told('changed')
  })
})

describe('nothing is told', () => {
  it('of Galley’s own saves', async () => {
    const { path, saver, watch, changes, version } = await watched()
    for (const text of ['two', 'three', 'four']) {
      await saver.save({ path, text, encoding: 'utf-8', base: (await open(path)).version, overwrite: false })
      await watch.check()
    }
    await writeFile(path, 'theirs')
    await vi.waitFor(() => expect(changes).toHaveLength(1), { timeout: 10_000 })
    expect(version.size).toBe(3)
  })

  it('of the rest of the folder, or of a touch', async () => {
    const { folder, path, watch, changes } = await watched()
    await writeFile(join(folder, 'other.md'), 'x')
    await utimes(path, new Date(), new Date(Date.now() + 5000))
    await watch.check()
    expect(changes).toEqual([])
  })

  it('of a file that is no longer watched', async () => {
    const { path, watch, changes } = await watched()
    await watch.watch([])
    await writeFile(path, 'other')
    await watch.check()
    expect(changes).toEqual([])
  })

  it('after the end', async () => {
    const { path, watch, changes } = await watched()
    await watch.dispose()
    await writeFile(path, 'other')
    await watch.check()
    expect(changes).toEqual([])
  })
})
