import {
  chmod,
  link,
  lstat,
  mkdir,
  readFile,
  readdir,
  readlink,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AppError } from '../../../core/errors.ts'
import { nodeFileSystem, type FileSystem } from '../../../electron/services/files/file-system.ts'
import { sha256 } from '../../../electron/services/files/read-file.ts'
import { newFile, open, requestFor, saverIn } from './saving.ts'
import { tempFolder } from './temp-folder.ts'

const systemError = (code: string): Error => Object.assign(new Error(code), { code })

async function article(text = 'old text'): Promise<string> {
  const path = join(await tempFolder(), 'article.md')
  await writeFile(path, text)
  return path
}

const namesBeside = async (path: string): Promise<readonly string[]> =>
  (await readdir(dirname(path))).filter((name) => name.startsWith('.galley'))

describe('saving an article', () => {
  it('answers with what the disk then holds', async () => {
    const path = await article()
    const receipt = await saverIn(dirname(path)).save(await requestFor(path, 'new text'))
    expect(await readFile(path, 'utf8')).toBe('new text')
    const { mtimeNs, size, ino } = await stat(path, { bigint: true })
    expect(receipt).toEqual({
      path,
      realPath: path,
      version: {
        mtimeNs: String(mtimeNs),
        size: Number(size),
        inode: String(ino),
        sha256: sha256(Buffer.from('new text')),
      },
    })
    expect(await namesBeside(path)).toEqual([])
  })

  it('follows a link and leaves it a link', async () => {
    const path = await article()
    const way = join(dirname(path), 'link.md')
    await symlink('article.md', way)
    const receipt = await saverIn(dirname(path)).save(await requestFor(way, 'new text'))
    expect(receipt).toMatchObject({ path: way, realPath: path })
    expect(await readlink(way)).toBe('article.md')
    expect(await readFile(path, 'utf8')).toBe('new text')
  })

  it('creates the file a dangling link leads to', async () => {
    const folder = await tempFolder()
    await mkdir(join(folder, 'posts'))
    await symlink('posts/later.md', join(folder, 'link.md'))
    await saverIn(folder).save(newFile(join(folder, 'link.md'), 'text'))
    expect(await readFile(join(folder, 'posts/later.md'), 'utf8')).toBe('text')
    expect((await lstat(join(folder, 'link.md'))).isSymbolicLink()).toBe(true)
  })

  it('names the folder that is not there when a link leads into it', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'link.md')
    await symlink(join(folder, 'gone', 'article.md'), path)
    await expect(saverIn(folder).save(newFile(path, 'new'))).rejects.toMatchObject({
      code: 'folderMissing',
      details: { name: 'link.md', folder: join(folder, 'gone') },
    })
  })

  it('names the folder that takes no new file', async () => {
    const folder = await tempFolder()
    const fs: FileSystem = {
      ...nodeFileSystem,
      open: (at, how, mode) =>
        how === 'create' ? Promise.reject(systemError('EACCES')) : nodeFileSystem.open(at, how, mode),
    }
    const saving = saverIn(folder, { fs }).save(newFile(join(folder, 'new.md'), 'new'))
    await expect(saving).rejects.toMatchObject({ code: 'noPermission', details: { path: folder } })
  })

  it('says that a link leads back to itself', async () => {
    const folder = await tempFolder()
    await symlink('b.md', join(folder, 'a.md'))
    await symlink('a.md', join(folder, 'b.md'))
    const saving = saverIn(folder).save(newFile(join(folder, 'a.md'), 'text'))
    await expect(saving).rejects.toMatchObject({ code: 'linkLoop', details: { name: 'a.md' } })
  })

  it('keeps the permissions of the file', async () => {
    const path = await article()
    await chmod(path, 0o640)
    await saverIn(dirname(path)).save(await requestFor(path, 'new text'))
    expect((await stat(path)).mode & 0o7777).toBe(0o640)
  })

  it('keeps both names of a file with hard links on one content', async () => {
    const path = await article('a longer text that gets shorter')
    const second = join(dirname(path), 'second.md')
    await link(path, second)
    const { ino } = await stat(path)
    await saverIn(dirname(path)).save(await requestFor(path, 'short'))
    expect(await readFile(second, 'utf8')).toBe('short')
    expect((await stat(path)).ino).toBe(ino)
  })

  it('refuses a file this writer may not write', async () => {
    const path = await article()
    const fs: FileSystem = {
      ...nodeFileSystem,
      open: (name, how, mode) =>
        how === 'update' ? Promise.reject(systemError('EACCES')) : nodeFileSystem.open(name, how, mode),
    }
    const saving = saverIn(dirname(path), { fs }).save(await requestFor(path, 'new text'))
    await expect(saving).rejects.toMatchObject({ code: 'readOnly' })
    expect(await readFile(path, 'utf8')).toBe('old text')
  })

  it.skipIf(process.getuid?.() !== 0)(
    'lets an administrator save a write-protected file, which stays so',
    async () => {
      const path = await article()
      await chmod(path, 0o444)
      await saverIn(dirname(path)).save(await requestFor(path, 'new text'))
      expect(await readFile(path, 'utf8')).toBe('new text')
      expect((await stat(path)).mode & 0o7777).toBe(0o444)
    },
  )

  it('says that the folder is gone', async () => {
    const path = join(await tempFolder(), 'gone', 'article.md')
    const saving = saverIn(dirname(dirname(path))).save(newFile(path, 'text'))
    await expect(saving).rejects.toMatchObject({ code: 'folderMissing', details: { folder: dirname(path) } })
  })

  it('says that a folder has the name', async () => {
    const folder = await tempFolder()
    await mkdir(join(folder, 'x.md'))
    const saving = saverIn(folder).save({ ...newFile(join(folder, 'x.md'), 'text'), overwrite: true })
    await expect(saving).rejects.toMatchObject({ code: 'isFolder' })
  })

  it.each([
    ['linux', 'relative.md'],
    ['linux', '/tmp/' + 'n'.repeat(256)],
    ['linux', '/tmp/nul\0byte.md'],
    ['win32', '/tmp/what?.md'],
    ['win32', '/tmp/aux.md'],
    ['win32', '/tmp/ends with dot.'],
  ] as const)('on %s refuses the name %j', async (platform, path) => {
    const saving = saverIn(await tempFolder(), { platform }).save(newFile(path, 'text'))
    await expect(saving).rejects.toMatchObject({ code: 'badName' })
  })

  it('saves under a name of 250 bytes', async () => {
    const path = join(await tempFolder(), '长'.repeat(82) + '.txt')
    await saverIn(dirname(path)).save(newFile(path, 'text'))
    expect(await readFile(path, 'utf8')).toBe('text')
  })
})

describe('a new file', () => {
  it('never replaces one that is there', async () => {
    const path = await article()
    await expect(saverIn(dirname(path)).save(newFile(path, 'mine'))).rejects.toMatchObject({
      code: 'alreadyExists',
    })
    expect(await readFile(path, 'utf8')).toBe('old text')
  })

  it('replaces one when the writer wants that', async () => {
    const path = await article()
    await saverIn(dirname(path)).save({ ...newFile(path, 'mine'), overwrite: true })
    expect(await readFile(path, 'utf8')).toBe('mine')
  })

  it('never replaces one that is created while it is written', async () => {
    const path = join(await tempFolder(), 'new.md')
    const fs: FileSystem = {
      ...nodeFileSystem,
      async link(from, to) {
        await writeFile(path, 'theirs')
        await nodeFileSystem.link(from, to)
      },
    }
    await expect(saverIn(dirname(path), { fs }).save(newFile(path, 'mine'))).rejects.toMatchObject({
      code: 'alreadyExists',
    })
    expect(await readFile(path, 'utf8')).toBe('theirs')
    expect(await namesBeside(path)).toEqual([])
  })

  it('is saved also when its temporary name cannot be taken away', async () => {
    const path = join(await tempFolder(), 'new.md')
    const saver = saverIn(dirname(path), {
      fs: { ...nodeFileSystem, remove: () => Promise.reject(systemError('EIO')) },
    })
    await saver.save(newFile(path, 'mine'))
    expect(await readFile(path, 'utf8')).toBe('mine')
    await saverIn(dirname(path)).save(await requestFor(path, 'mine, later'))
    expect(await readFile(path, 'utf8')).toBe('mine, later')
  })

  it('is created where the file system knows no hard links', async () => {
    const path = join(await tempFolder(), 'new.md')
    const fs: FileSystem = { ...nodeFileSystem, link: () => Promise.reject(systemError('EPERM')) }
    await saverIn(dirname(path), { fs }).save(newFile(path, 'mine'))
    expect(await readFile(path, 'utf8')).toBe('mine')
  })
})

describe('saves of one file', () => {
  it('run in order, the last one wins and none is dropped', async () => {
    const path = await article()
    const saved: { readonly bytes: Buffer }[] = []
    const saver = saverIn(dirname(path), { saved: saved as never })
    const { encoding, version } = await open(path)
    const texts = Array.from({ length: 12 }, (_, n) => `text ${n} `.repeat(20 - n))
    await Promise.all(
      texts.map((text) => saver.save({ path, text, encoding, base: version, overwrite: false })),
    )
    expect(await readFile(path, 'utf8')).toBe(texts.at(-1))
    expect(saved.map((it) => it.bytes.toString())).toEqual(texts)
  })

  it('of an outdated base still fail after another program has written between them', async () => {
    const path = await article()
    const saver = saverIn(dirname(path))
    const request = await requestFor(path, 'mine')
    await saver.save(request)
    await writeFile(path, 'theirs')
    await expect(saver.save({ ...request, text: 'mine again' })).rejects.toMatchObject({
      code: 'changedOnDisk',
    })
  })
})

describe('where a rename is refused', () => {
  it.each(['EBUSY', 'EXDEV'])('(%s) the text is written into the file itself', async (code) => {
    const path = await article()
    const { ino } = await stat(path)
    const fs: FileSystem = { ...nodeFileSystem, rename: () => Promise.reject(systemError(code)) }
    await saverIn(dirname(path), { fs }).save(await requestFor(path, 'new and longer text'))
    expect(await readFile(path, 'utf8')).toBe('new and longer text')
    expect((await stat(path)).ino).toBe(ino)
    expect(await namesBeside(path)).toEqual([])
  })

  it('(a read-only folder) the text is written into the file itself', async () => {
    const path = await article()
    const fs: FileSystem = {
      ...nodeFileSystem,
      open: (name, how, mode) =>
        how === 'create' && dirname(name) === dirname(path)
          ? Promise.reject(systemError('EACCES'))
          : nodeFileSystem.open(name, how, mode),
    }
    await saverIn(dirname(path), { fs }).save(await requestFor(path, 'new'))
    expect(await readFile(path, 'utf8')).toBe('new')
  })

  it('(a virus scanner on Windows) it is tried again with growing waits', async () => {
    const path = await article()
    const waits: number[] = []
    let refusals = 3
    const fs: FileSystem = {
      ...nodeFileSystem,
      rename: (from, to) =>
        refusals-- > 0 ? Promise.reject(systemError('EPERM')) : nodeFileSystem.rename(from, to),
    }
    await saverIn(dirname(path), { fs, platform: 'win32', waits }).save(await requestFor(path, 'new'))
    expect(await readFile(path, 'utf8')).toBe('new')
    expect(waits).toEqual([10, 20, 50])
  })

  it('(for good, on Windows) the text is written into the file itself after six waits', async () => {
    const path = await article()
    const waits: number[] = []
    const fs: FileSystem = { ...nodeFileSystem, rename: () => Promise.reject(systemError('EBUSY')) }
    await saverIn(dirname(path), { fs, platform: 'win32', waits }).save(await requestFor(path, 'new'))
    expect(await readFile(path, 'utf8')).toBe('new')
    expect(waits).toHaveLength(6)
  })

  it('(a foreign owner that cannot be kept) the text is written into the file itself', async () => {
    const path = await article()
    const { ino } = await stat(path)
    const fs: FileSystem = {
      ...nodeFileSystem,
      async open(name, how, mode) {
        const file = await nodeFileSystem.open(name, how, mode)
        if (how !== 'create' || dirname(name) !== dirname(path)) return file
        return {
          ...file,
          info: async () => ({ ...(await file.info()), uid: 4242 }),
          chown: () => Promise.reject(systemError('EPERM')),
        }
      },
    }
    await saverIn(dirname(path), { fs }).save(await requestFor(path, 'new'))
    expect(await readFile(path, 'utf8')).toBe('new')
    expect((await stat(path)).ino).toBe(ino)
  })
})

describe('a disk that lies', () => {
  it('is caught by reading the file back', async () => {
    const path = await article()
    const fs: FileSystem = {
      ...nodeFileSystem,
      async rename(from, to) {
        await nodeFileSystem.rename(from, to)
        await writeFile(to, 'zeros')
      },
    }
    const saving = saverIn(dirname(path), { fs }).save(await requestFor(path, 'new text'))
    await expect(saving).rejects.toMatchObject({ code: 'notSaved' })
  })
})

describe('a disk that fails while a file of several names is written', () => {
  it('and cannot be written back either, leaves the former content in a backup that is named', async () => {
    const path = await article()
    await link(path, join(dirname(path), 'second.md'))
    const fs: FileSystem = {
      ...nodeFileSystem,
      async open(at, how, mode) {
        const file = await nodeFileSystem.open(at, how, mode)
        if (how !== 'update') return file
        return { ...file, write: () => Promise.reject(systemError('EIO')) }
      },
    }
    const error: unknown = await saverIn(dirname(path), { fs })
      .save(await requestFor(path, 'a longer new text'))
      .catch((failure: unknown) => failure)
    expect(error).toMatchObject({ code: 'damagedInPlace', details: { name: 'article.md' } })
    const { backup } = (error as AppError).details
    expect(await readFile(String(backup), 'utf8')).toBe('old text')
  })
})

describe('on macOS', () => {
  it('the temporary file begins as a copy, which carries extended attributes', async () => {
    const path = await article()
    const copied: string[] = []
    const fs: FileSystem = {
      ...nodeFileSystem,
      copy: async (from, to) => {
        copied.push(from)
        await nodeFileSystem.copy(from, to)
      },
    }
    await saverIn(dirname(path), { fs, platform: 'darwin' }).save(await requestFor(path, 'new'))
    expect(copied).toEqual([path])
    expect(await readFile(path, 'utf8')).toBe('new')
  })
})

describe('characters an encoding has no form for', () => {
  it('are listed with their places, and nothing is written', async () => {
    const path = await article()
    const request = { ...(await requestFor(path, '第一行\n😀 and 中 and 😀')), encoding: 'gbk' as const }
    await expect(saverIn(dirname(path)).save(request)).rejects.toMatchObject({
      code: 'unencodable',
      details: { encoding: 'gbk', count: 1, characters: '😀 (U+1F600) 2:1', offsets: '4' },
    })
    expect(await readFile(path, 'utf8')).toBe('old text')
  })

  it.each(['utf-8', 'utf-16le', 'gb18030'] as const)(
    'include half a surrogate pair in %s',
    async (encoding) => {
      const path = await article()
      const request = { ...(await requestFor(path, 'half \ud83d only')), encoding }
      await expect(saverIn(dirname(path)).save(request)).rejects.toMatchObject({
        code: 'unencodable',
        details: { characters: 'U+D83D 1:6' },
      })
    },
  )
})
