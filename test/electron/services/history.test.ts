import { mkdir, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHistory } from '../../../electron/services/history/history.ts'
import { temporaryName } from '../../../electron/services/files/temporary.ts'
import { thin } from '../../../electron/services/history/thin.ts'
import { tempFolder } from './temp-folder.ts'

const PATH = '/posts/article.md'
const MB = (): Promise<number> => Promise.resolve(1024 * 1024)
const bytes = (text: string): Buffer => Buffer.from(text)

describe('the history of an article', () => {
  it('lists its versions, newest first, and gives back their text', async () => {
    const history = createHistory(await tempFolder(), MB)
    const now = Date.now()
    await history.keep(PATH, bytes('第一版'), 'utf-8', now - 2000)
    await history.keep(PATH, Buffer.from('b5dab6feb0e6', 'hex'), 'gbk', now - 1000)
    const versions = await history.list(PATH)
    expect(versions.map((it) => [it.savedAt, it.size])).toEqual([
      [now - 1000, 6],
      [now - 2000, 9],
    ])
    expect(await history.read(PATH, versions[0]!.id)).toBe('第二版')
    expect(await history.read(PATH, versions[1]!.id)).toBe('第一版')
  })

  it('keeps a version once that is saved again unchanged', async () => {
    const history = createHistory(await tempFolder(), MB)
    await history.keep(PATH, bytes('a'), 'utf-8', Date.now() - 10)
    await history.keep(PATH, bytes('a'), 'utf-8', Date.now())
    expect(await history.list(PATH)).toHaveLength(1)
  })

  it('keeps one content for two versions that are the same, and both versions', async () => {
    const root = await tempFolder()
    const history = createHistory(root, MB)
    const now = Date.now()
    for (const [n, text] of ['a', 'b', 'a'].entries()) await history.keep(PATH, bytes(text), 'utf-8', now + n)
    expect(await history.list(PATH)).toHaveLength(3)
    const names = await readdir(join(root, (await readdir(root))[0]!))
    expect(names.filter((name) => name.endsWith('.z'))).toHaveLength(2)
  })

  it('keeps the order of versions saved within one millisecond', async () => {
    const history = createHistory(await tempFolder(), MB)
    const now = Date.now()
    for (const text of ['a', 'b', 'c']) await history.keep(PATH, bytes(text), 'utf-8', now)
    const texts = await Promise.all((await history.list(PATH)).map((it) => history.read(PATH, it.id)))
    expect(texts).toEqual(['c', 'b', 'a'])
  })

  it('is kept apart for each article', async () => {
    const history = createHistory(await tempFolder(), MB)
    await history.keep(PATH, bytes('mine'), 'utf-8', 1)
    expect(await history.list('/posts/other.md')).toEqual([])
    const [version] = await history.list(PATH)
    await expect(history.read('/posts/other.md', version!.id)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('says that a version is damaged instead of giving something else', async () => {
    const root = await tempFolder()
    const history = createHistory(root, MB)
    await history.keep(PATH, bytes('whole'), 'utf-8', 1)
    const folder = join(root, (await readdir(root))[0]!)
    const content = (await readdir(folder)).find((name) => name.endsWith('.z'))!
    await writeFile(join(folder, content), Buffer.alloc(20))
    const [version] = await history.list(PATH)
    await expect(history.read(PATH, version!.id)).rejects.toMatchObject({ code: 'ioError' })
    await rm(join(folder, content))
    await expect(history.read(PATH, version!.id)).rejects.toMatchObject({ code: 'ioError' })
  })

  it('keeps again what is saved again, where the content it had kept is gone or damaged', async () => {
    const root = await tempFolder()
    const history = createHistory(root, MB)
    for (const [n, text] of ['a', 'b'].entries()) await history.keep(PATH, bytes(text), 'utf-8', n + 1)
    const folder = join(root, (await readdir(root))[0]!)
    const contents = (await readdir(folder)).filter((name) => name.endsWith('.z'))
    await rm(join(folder, contents[0]!))
    await writeFile(join(folder, contents[1]!), '')
    for (const text of ['b', 'a']) await history.keep(PATH, bytes(text), 'utf-8', Date.now())
    const texts = await Promise.all((await history.list(PATH)).map((it) => history.read(PATH, it.id)))
    expect(texts).toEqual(['a', 'b', 'a'])
  })

  it('dates no version later than now, whatever the date of its file', async () => {
    const history = createHistory(await tempFolder(), MB)
    const inAHundredYears = Date.now() + 3_155_760_000_000
    await history.keep(PATH, bytes('a'), 'utf-8', inAHundredYears)
    await history.keep(PATH, bytes('b'), 'utf-8', Date.now())
    const versions = await history.list(PATH)
    expect(await history.read(PATH, versions[0]!.id)).toBe('b')
    for (const { savedAt } of versions) expect(savedAt).toBeLessThanOrEqual(Date.now() + 1)
  })

  it('takes no id that leads elsewhere', async () => {
    const history = createHistory(await tempFolder(), MB)
    await history.keep(PATH, bytes('x'), 'utf-8', 1)
    await expect(history.read(PATH, '../../settings.json')).rejects.toMatchObject({ code: 'notFound' })
  })

  it('stays within its size, dropping the oldest', async () => {
    const root = await tempFolder()
    const limit = 100_000
    const now = Date.now() - 1000
    const first = createHistory(root, () => Promise.resolve(limit))
    for (let n = 0; n < 20; n++)
      await first.keep(`/posts/${n % 3}.md`, randomBytes(20_000), 'windows-1252', now + n)
    // A fresh start looks at the size of all at the first version it keeps.
    await createHistory(root, () => Promise.resolve(limit)).keep(
      '/posts/new.md',
      randomBytes(20_000),
      'windows-1252',
      now + 100,
    )
    const folders = await readdir(root)
    const versions = (await Promise.all(folders.map((it) => readdir(join(root, it)))))
      .flat()
      .filter((name) => name.includes('windows'))
    expect(versions.length).toBeLessThanOrEqual(5)
    expect(versions.map((name) => Number(name.split('.')[0]) - now).sort((a, b) => a - b)).toEqual(
      [16, 17, 18, 19, 100].slice(-versions.length),
    )
  })

  it('lets a version that is larger than all may be go alone', async () => {
    const root = await tempFolder()
    const now = Date.now() - 1000
    const limit = (): Promise<number> => Promise.resolve(50_000)
    await createHistory(root, limit).keep('/posts/a.md', bytes('small'), 'utf-8', now)
    await createHistory(root, limit).keep('/posts/b.md', randomBytes(100_000), 'windows-1252', now + 1)
    const history = createHistory(root, limit)
    await history.keep('/posts/c.md', bytes('small too'), 'utf-8', now + 2)
    expect(await history.list('/posts/a.md')).toHaveLength(1)
    expect(await history.list('/posts/b.md')).toHaveLength(0)
    expect(await history.list('/posts/c.md')).toHaveLength(1)
  })

  it('gives back the room of versions that went while they were new', async () => {
    const root = await tempFolder()
    const limit = (): Promise<number> => Promise.resolve(50_000)
    await createHistory(root, limit).keep('/posts/a.md', randomBytes(40_000), 'windows-1252', 1)
    await createHistory(root, limit).keep('/posts/b.md', randomBytes(40_000), 'windows-1252', 2)
    for (const folder of await readdir(root)) {
      for (const name of await readdir(join(root, folder)))
        await utimes(join(root, folder, name), new Date(3), new Date(3))
    }
    const history = createHistory(root, limit)
    await history.keep('/posts/c.md', bytes('x'), 'utf-8', 4)
    expect((await history.usage()).bytes).toBeLessThan(50_000)
  })

  it('counts a content once, and removes what a Galley that was killed has left half written', async () => {
    const root = await tempFolder()
    const limit = (): Promise<number> => Promise.resolve(50_000)
    const now = Date.now() - 1000
    const [a, b] = [randomBytes(20_000), randomBytes(20_000)]
    const first = createHistory(root, limit)
    for (const [n, content] of [a, b, a, b, a].entries())
      await first.keep(PATH, content, 'windows-1252', now + n)
    const folder = join(root, (await readdir(root))[0]!)
    const left = temporaryName().replace(`-${process.pid}-`, '-4194305-')
    await writeFile(join(folder, left), 'half')
    const second = createHistory(root, limit)
    await second.keep(PATH, bytes('small'), 'utf-8', now + 9)
    expect(await second.list(PATH)).toHaveLength(6)
    expect(await readdir(folder)).not.toContain(left)
  })

  it('minds no file that another program has put among its folders', async () => {
    const root = await tempFolder()
    await writeFile(join(root, '.DS_Store'), 'of the file manager')
    const history = createHistory(root, MB)
    await history.keep(PATH, bytes('a'), 'utf-8', 1)
    await mkdir(join(root, 'empty'))
    expect(await history.usage()).toMatchObject({ versions: 1 })
  })

  it('tells how much room it takes, and can be cleared', async () => {
    const root = await tempFolder()
    const history = createHistory(root, MB)
    expect(await history.usage()).toEqual({ bytes: 0, versions: 0 })
    await history.keep('/posts/a.md', randomBytes(5000), 'windows-1252', 1)
    await history.keep('/posts/b.md', randomBytes(5000), 'windows-1252', 2)
    const usage = await history.usage()
    expect(usage.versions).toBe(2)
    expect(usage.bytes).toBeGreaterThanOrEqual(10_000)
    await history.clear()
    expect(await history.usage()).toEqual({ bytes: 0, versions: 0 })
    await history.keep('/posts/a.md', bytes('again'), 'utf-8', 3)
    expect(await history.list('/posts/a.md')).toHaveLength(1)
  })

  it('says which article a folder belongs to', async () => {
    const root = await tempFolder()
    await createHistory(root, MB).keep(PATH, bytes('x'), 'utf-8', 1)
    expect(await readFile(join(root, (await readdir(root))[0]!, 'path.txt'), 'utf8')).toBe(PATH)
  })
})

describe('thinning', () => {
  const HOUR = 3_600_000
  const versions = (...ages: readonly number[]) => ages.map((age) => ({ savedAt: 1e12 - age }))
  const kept = (all: readonly { savedAt: number }[]) => {
    const gone = new Set(thin(all, 1e12))
    return all.filter((it) => !gone.has(it)).map((it) => (1e12 - it.savedAt) / 60_000)
  }

  it('keeps everything of the last hour', () => {
    expect(thin(versions(0, 1, 2, 1000, HOUR - 1, HOUR), 1e12)).toEqual([])
  })

  it('keeps one version per ten minutes of the last day', () => {
    const minutes = Array.from({ length: 40 }, (_, n) => HOUR + n * 60_000)
    expect(kept(versions(...minutes))).toEqual([60, 70, 80, 90, 99])
  })

  it('always keeps the newest and the oldest, and drops no more than it has to', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 * 24 * HOUR }), { minLength: 1 }), (ages) => {
        const all = versions(...ages)
        const left = kept(all)
        expect(left).toContain(Math.min(...ages) / 60_000)
        expect(left).toContain(Math.max(...ages) / 60_000)
        // Thinning what was thinned drops nothing more.
        expect(kept(versions(...left.map((it) => it * 60_000)))).toEqual(left)
      }),
    )
  })
})
