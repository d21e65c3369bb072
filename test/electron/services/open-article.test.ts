import { execFileSync } from 'node:child_process'
import { chmod, mkdir, rename, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Encoding } from '../../../core/encodings.ts'
import { encode } from '../../../electron/services/encodings/codec.ts'
import { nodeFileSystem, type FileSystem } from '../../../electron/services/files/file-system.ts'
import { openArticle } from '../../../electron/services/files/open-article.ts'
import { toldProgress } from '../../../electron/services/files/told-progress.ts'
import { open } from './saving.ts'
import { tempFolder } from './temp-folder.ts'

async function fileWith(content: Buffer | string, name = 'article.md'): Promise<string> {
  const path = join(await tempFolder(), name)
  await writeFile(path, content)
  return path
}

const reopen = (path: string, chosen: Encoding | null, remembered: Encoding | null = null) =>
  openArticle(nodeFileSystem, path, { chosen, remembered })

/** What is told first of an article, and the article. */
async function beginningOf(path: string, chosen: Encoding | null) {
  let told = ''
  const opened = await openArticle(
    nodeFileSystem,
    path,
    { chosen, remembered: null },
    { progress: () => undefined, beginning: (_real, text) => (told += text) },
  )
  return [told, opened] as const
}

describe('opening', () => {
  it('gives the text with its line ends and the identity of the file', async () => {
    const path = await fileWith('\r\n---\ntitle: x \r---\n正文\u2028 end ')
    expect(await open(path)).toMatchObject({
      path,
      realPath: path,
      text: '\r\n---\ntitle: x \r---\n正文\u2028 end ',
      encoding: 'utf-8',
      readOnly: null,
      version: { size: 34 },
    })
  })

  it('an empty file gives an empty text', async () => {
    expect(await open(await fileWith(''))).toMatchObject({ text: '', encoding: 'utf-8', readOnly: null })
  })

  it('a link gives the path as named and the file it leads to', async () => {
    const path = await fileWith('text')
    await symlink(path, `${path}.link`)
    expect(await open(`${path}.link`)).toMatchObject({ path: `${path}.link`, realPath: path })
  })

  it('a file of 20 MB gives all of it', async () => {
    const path = await fileWith('一行二十兆。\n'.repeat(1_100_000))
    const { text, version } = await open(path)
    expect(version.size).toBeGreaterThan(20_000_000)
    expect(text.length).toBe(7 * 1_100_000)
  })

  it('a long reading is told of, in bytes', async () => {
    const path = await fileWith('一行二十兆。\n'.repeat(220_000))
    const told: [number, number][] = []
    const choice = { chosen: null, remembered: null }
    await openArticle(nodeFileSystem, path, choice, {
      progress: (done, total) => told.push([done, total]),
      beginning: () => undefined,
    })
    expect(told.length).toBeGreaterThan(2)
    expect(told.at(-1)).toEqual([4_180_000, 4_180_000])
    expect(told.every(([done], at) => at === 0 || done > (told[at - 1]?.[0] ?? 0))).toBe(true)
  })

  it.each(['utf-8', 'utf-8-bom', 'gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1252'] as const)(
    'the first lines of a long article in %s are told before the rest',
    async (encoding) => {
      const line = encoding === 'windows-1252' ? 'Über die Brücke.\r\n' : '一二三，一二三。\r\n'
      const path = await fileWith(encode(line.repeat(20_000), encoding))
      const [beginning, { text }] = await beginningOf(path, encoding)
      expect(beginning.length).toBeGreaterThan(4000)
      expect(beginning.length).toBeLessThan(20_000)
      expect(text.startsWith(beginning)).toBe(true)
      expect(beginning.endsWith(line)).toBe(true)
    },
  )

  it.each([
    ['a short article', encode('一行。\n'.repeat(1000), 'utf-8')],
    ['one long line', encode('一行'.repeat(200_000), 'utf-8')],
    ['UTF-16', encode('一行。\n'.repeat(100_000), 'utf-16le')],
  ])('of %s no beginning is told', async (_name, content) => {
    expect((await beginningOf(await fileWith(content), null))[0]).toBe('')
  })

  it('what is told of a reading comes late and not with every piece', () => {
    const told: number[] = []
    let now = 0
    const progress = toldProgress(
      (done) => told.push(done),
      () => now,
    )
    for (let done = 1; done <= 10; done += 1) {
      now += 60
      progress(done, 10)
    }
    expect(told).toEqual([5, 7, 9])
  })

  it('a file replaced while it is read is read again', async () => {
    const path = await fileWith('first text')
    let replaced = false
    const fs: FileSystem = {
      ...nodeFileSystem,
      async open(name, how, mode) {
        const file = await nodeFileSystem.open(name, how, mode)
        if (!replaced && how === 'read') {
          replaced = true
          await writeFile(`${path}.new`, 'second, other text')
          await rename(`${path}.new`, path)
        }
        return file
      },
    }
    expect(await openArticle(fs, path, { chosen: null, remembered: null })).toMatchObject({
      text: 'second, other text',
    })
  })

  it('a file that grows while it is read is read again', async () => {
    const path = await fileWith('first')
    let grown = false
    const fs: FileSystem = {
      ...nodeFileSystem,
      async open(name, how, mode) {
        const file = await nodeFileSystem.open(name, how, mode)
        return {
          ...file,
          async read(...args) {
            if (!grown) {
              grown = true
              await writeFile(path, 'first and more')
            }
            return file.read(...args)
          },
        }
      },
    }
    expect((await openArticle(fs, path, { chosen: null, remembered: null })).text).toBe('first and more')
  })

  it('a file that never stands still is refused', async () => {
    const path = await fileWith('0')
    let n = 0
    const fs: FileSystem = {
      ...nodeFileSystem,
      async open(name, how, mode) {
        const file = await nodeFileSystem.open(name, how, mode)
        await writeFile(`${path}.new`, String(++n))
        await rename(`${path}.new`, path)
        return file
      },
    }
    await expect(openArticle(fs, path, { chosen: null, remembered: null })).rejects.toMatchObject({
      code: 'ioError',
    })
  })
})

describe('what cannot be opened is refused by its reason', () => {
  it('a missing file', async () => {
    const path = join(await tempFolder(), 'none.md')
    await expect(open(path)).rejects.toMatchObject({ code: 'notFound', details: { name: 'none.md' } })
  })

  it('a path through a file', async () => {
    await expect(open(join(await fileWith('x'), 'inside.md'))).rejects.toMatchObject({ code: 'notFound' })
  })

  it('a folder', async () => {
    await expect(open(await tempFolder())).rejects.toMatchObject({ code: 'isFolder' })
  })

  it('a device', async () => {
    await expect(open('/dev/zero')).rejects.toMatchObject({ code: 'notRegularFile' })
  })

  it.skipIf(process.platform === 'win32')(
    'a named pipe nobody writes to, without waiting for it',
    async () => {
      const path = join(await tempFolder(), 'pipe.md')
      execFileSync('mkfifo', [path])
      await expect(open(path)).rejects.toMatchObject({ code: 'notRegularFile' })
    },
  )

  it('a link to nothing', async () => {
    const path = join(await tempFolder(), 'link.md')
    await symlink('none.md', path)
    await expect(open(path)).rejects.toMatchObject({
      code: 'brokenLink',
      details: { name: 'link.md', target: 'none.md' },
    })
  })

  it('a link to itself', async () => {
    const path = join(await tempFolder(), 'loop.md')
    await symlink('loop.md', path)
    await expect(open(path)).rejects.toMatchObject({ code: 'linkLoop' })
  })

  it.skipIf(process.getuid?.() === 0)('a file without read permission', async () => {
    const path = await fileWith('x')
    await chmod(path, 0)
    await expect(open(path)).rejects.toMatchObject({ code: 'noPermission' })
  })

  it('a file the system refuses to open', async () => {
    const path = await fileWith('x')
    const denied = Object.assign(new Error('EACCES'), { code: 'EACCES' })
    const fs: FileSystem = { ...nodeFileSystem, open: () => Promise.reject(denied) }
    await expect(openArticle(fs, path, { chosen: null, remembered: null })).rejects.toMatchObject({
      code: 'noPermission',
      details: { name: 'article.md', reason: 'EACCES' },
    })
  })

  it('a file of more than 64 MB', async () => {
    const path = await fileWith('')
    await truncate(path, 100 * 1024 * 1024)
    await expect(open(path)).rejects.toMatchObject({
      code: 'tooLarge',
      details: { bytes: 104_857_600, limit: 67_108_864 },
    })
  })

  it.each([
    ['an image', Buffer.from('89504e470d0a1a0a0000000d49484452000000100000001008', 'hex')],
    ['zeros', Buffer.alloc(100)],
    ['NULs in every place', Buffer.from([1, 0, 0, 2, 0, 0, 0, 3])],
  ])('%s', async (_, content) => {
    await expect(open(await fileWith(content))).rejects.toMatchObject({ code: 'binaryFile' })
  })

  it('a path that is not absolute', async () => {
    await expect(open('article.md')).rejects.toMatchObject({ code: 'badName' })
  })

  it('a name that is too long', async () => {
    await expect(open('/tmp/' + 'x'.repeat(300))).rejects.toMatchObject({ code: 'badName' })
  })
})

describe('what cannot be saved as it is opens read-only', () => {
  it('with the place of the first damage', async () => {
    const content = Buffer.concat([Buffer.from('很好的文章，'), Buffer.from([0xff]), Buffer.from('后面')])
    expect(await open(await fileWith(content))).toMatchObject({
      text: '很好的文章，\uFFFD后面',
      encoding: 'utf-8',
      readOnly: { code: 'damagedEncoding', details: { byte: 18, encoding: 'utf-8', name: 'article.md' } },
    })
  })

  it('when half a character stands in UTF-16', async () => {
    const path = join(await tempFolder(), 'half.txt')
    await writeFile(path, Buffer.from('\uFEFF好的\uD801 文字', 'utf16le'))
    const { readOnly } = await open(path)
    expect(readOnly).toMatchObject({ code: 'damagedEncoding', details: { encoding: 'utf-16le', byte: 6 } })
  })

  it('when it was cut off in the middle of a character', async () => {
    const content = Buffer.from('很好的文章').subarray(0, 14)
    expect((await open(await fileWith(content))).readOnly).toMatchObject({
      code: 'damagedEncoding',
      details: { byte: 12 },
    })
  })

  it('when the encoding asked for does not fit it', async () => {
    const path = await fileWith('caf\u00e9 und 漢字')
    expect((await reopen(path, 'shift_jis')).readOnly).toMatchObject({ code: 'damagedEncoding' })
  })

  it('when this writer may not write it', async () => {
    const path = await fileWith('text')
    const fs: FileSystem = {
      ...nodeFileSystem,
      open: (name, how, mode) =>
        how === 'update'
          ? Promise.reject(Object.assign(new Error('EROFS'), { code: 'EROFS' }))
          : nodeFileSystem.open(name, how, mode),
    }
    const article = await openArticle(fs, path, { chosen: null, remembered: null })
    expect(article.readOnly).toMatchObject({ code: 'readOnly', details: { name: 'article.md' } })
  })
})

describe('the encoding of a file', () => {
  it('is the one asked for', async () => {
    const path = await fileWith(Buffer.from([0xc4, 0xe3, 0xba, 0xc3]))
    expect(await reopen(path, 'gbk')).toMatchObject({ text: '你好', encoding: 'gbk', readOnly: null })
    expect(await reopen(path, 'windows-1251')).toMatchObject({ text: 'ДгєГ', encoding: 'windows-1251' })
  })

  it('is UTF-8 also with the odd control character that came with a paste', async () => {
    for (const text of [
      'short\u0002ened line',
      '一段\u0001文字',
      'x'.repeat(300) + '\0',
      '第一行\n'.repeat(99) + '\0\0',
    ]) {
      expect(await open(await fileWith(text))).toMatchObject({ text, encoding: 'utf-8', readOnly: null })
    }
  })

  it('is not the one remembered where the file has become something else', async () => {
    const image = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    await expect(reopen(await fileWith(image), null, 'windows-1256')).rejects.toMatchObject({
      code: 'binaryFile',
    })
    const wide = await fileWith(Buffer.from('\uFEFF文字', 'utf16le'))
    expect((await reopen(wide, null, 'windows-1252')).encoding).toBe('utf-16le')
  })

  it('is the one remembered, where the bytes could be either', async () => {
    // These two bytes are a word in GBK and a letter in UTF-8.
    const path = await fileWith(Buffer.from([0xcd, 0xa8]))
    expect((await reopen(path, null)).encoding).toBe('utf-8')
    expect((await reopen(path, null, 'gbk')).text).toBe('通')
  })

  it('is not the one remembered after the file was converted to UTF-8', async () => {
    const path = await fileWith('这个文件后来改成了另一种编码')
    expect((await reopen(path, null, 'gbk')).encoding).toBe('utf-8')
  })

  it('is not the one remembered when the file now begins with a mark', async () => {
    const path = await fileWith(Buffer.from('\uFEFFab'))
    expect(await reopen(path, null, 'windows-1252')).toMatchObject({ encoding: 'utf-8-bom', text: 'ab' })
  })

  it('is the one a page names for itself', async () => {
    const content = Buffer.from('<html><head><meta charset="windows-1257"></head>\xe0', 'latin1')
    expect(await open(await fileWith(content, 'page.html'))).toMatchObject({ encoding: 'windows-1257' })
  })
})

describe('folders as part of a path', () => {
  it('may hold spaces, Chinese and emoji', async () => {
    const folder = join(await tempFolder(), '我的 文章 📁')
    await mkdir(folder)
    await writeFile(join(folder, '第一篇.txt'), 'x')
    expect((await open(join(folder, '第一篇.txt'))).text).toBe('x')
  })
})
