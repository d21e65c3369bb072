import { existsSync } from 'node:fs'
import { readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  nodeFileSystem,
  type FileInfo,
  type FileSystem,
} from '../../../electron/services/files/file-system.ts'
import { createKnownDisks } from '../../../electron/services/files/known-disks.ts'
import { requestFor, saverIn } from './saving.ts'
import { tempFolder } from './temp-folder.ts'

async function article(text = 'old text'): Promise<string> {
  const path = join(await tempFolder(), 'article.md')
  await writeFile(path, text)
  return path
}

const namesBeside = async (path: string): Promise<readonly string[]> =>
  (await readdir(dirname(path))).filter((name) => name.startsWith('.galley'))

describe('a file another program has changed', () => {
  it('is not replaced', async () => {
    const path = await article()
    const request = await requestFor(path, 'mine')
    await writeFile(path, 'theirs, longer')
    await expect(saverIn(dirname(path)).save(request)).rejects.toMatchObject({
      code: 'changedOnDisk',
    })
    expect(await readFile(path, 'utf8')).toBe('theirs, longer')
  })

  it('is noticed by its content when size and time are the same', async () => {
    const path = await article('one')
    const request = await requestFor(path, 'mine')
    const { atime, mtime } = await stat(path)
    await writeFile(path, 'two')
    await utimes(path, atime, mtime)
    await expect(saverIn(dirname(path)).save(request)).rejects.toMatchObject({ code: 'changedOnDisk' })
  })

  it('is noticed when it was replaced by a rename', async () => {
    const path = await article('one')
    const request = await requestFor(path, 'mine')
    await writeFile(`${path}.new`, 'two')
    await rename(`${path}.new`, path)
    await expect(saverIn(dirname(path)).save(request)).rejects.toMatchObject({ code: 'changedOnDisk' })
  })

  it('is noticed when the change comes while the new text is being written', async () => {
    const path = await article('one')
    const request = await requestFor(path, 'mine')
    const fs: FileSystem = {
      ...nodeFileSystem,
      async open(name, how, mode) {
        if (how === 'create') await writeFile(path, 'two')
        return nodeFileSystem.open(name, how, mode)
      },
    }
    await expect(saverIn(dirname(path), { fs }).save(request)).rejects.toMatchObject({
      code: 'changedOnDisk',
    })
    expect(await readFile(path, 'utf8')).toBe('two')
    expect(await namesBeside(path)).toEqual([])
  })

  it('is noticed when the change leaves size and all times alike, as within one tick of the clock', async () => {
    const path = await article('one')
    const request = await requestFor(path, 'mine')
    // A tick that is not over yet, however long the machine takes.
    const tick = BigInt(Date.now() + 60_000) * 1_000_000n + 1n
    const frozen = { ...(await nodeFileSystem.info(path)), mtimeNs: tick, ctimeNs: tick }
    const freeze = (info: FileInfo): FileInfo => (info.inode === frozen.inode ? frozen : info)
    const fs: FileSystem = {
      ...nodeFileSystem,
      info: async (name) => freeze(await nodeFileSystem.info(name)),
      async open(name, how, mode) {
        const file = await nodeFileSystem.open(name, how, mode)
        return {
          ...file,
          info: async () => freeze(await file.info()),
          async sync() {
            await file.sync()
            await writeFile(path, 'two')
          },
        }
      },
    }
    await expect(saverIn(dirname(path), { fs }).save(request)).rejects.toMatchObject({
      code: 'changedOnDisk',
    })
    expect(await readFile(path, 'utf8')).toBe('two')
  })

  it('is noticed when it holds what the last save but one had', async () => {
    const path = await article('first')
    const saver = saverIn(dirname(path))
    const request = await requestFor(path, 'other')
    const { version } = await saver.save(request)
    await writeFile(path, 'first')
    await expect(saver.save({ ...request, text: 'third', base: version })).rejects.toMatchObject({
      code: 'changedOnDisk',
    })
  })

  it('is not created again without a word when it was deleted', async () => {
    const path = await article()
    const request = await requestFor(path, 'mine')
    await rm(path)
    await expect(saverIn(dirname(path)).save(request)).rejects.toMatchObject({ code: 'deletedOnDisk' })
  })

  it('is created on another disk than it was on only when that is asked for again', async () => {
    const path = join(await tempFolder(), 'article.md')
    await writeFile(path, 'one')
    const request = await requestFor(path, 'two')
    let isMounted = true
    const fs: FileSystem = {
      ...nodeFileSystem,
      info: async (name) => {
        const info = await nodeFileSystem.info(name)
        return isMounted ? info : { ...info, device: info.device + 1n }
      },
    }
    const disks = createKnownDisks(fs)
    await disks.note(path)
    const saver = saverIn(dirname(path), { fs, disks })
    await rm(path)
    isMounted = false
    await expect(saver.save(request)).rejects.toMatchObject({ code: 'deletedOnDisk' })
    const anew = { ...request, base: null }
    await expect(saver.save(anew)).rejects.toMatchObject({
      code: 'diskGone',
      details: { folder: dirname(path) },
    })
    expect(existsSync(path)).toBe(false)
    await saver.save(anew)
    expect(await readFile(path, 'utf8')).toBe('two')
  })

  it('is saved when only its time was touched', async () => {
    const path = await article()
    const request = await requestFor(path, 'mine')
    await utimes(path, new Date(), new Date(Date.now() + 60_000))
    await saverIn(dirname(path)).save(request)
    expect(await readFile(path, 'utf8')).toBe('mine')
  })

  it('is saved when it holds the very text already', async () => {
    const path = await article()
    const request = await requestFor(path, 'the same idea')
    await writeFile(path, 'the same idea')
    await expect(saverIn(dirname(path)).save(request)).resolves.toMatchObject({ path })
  })
})
