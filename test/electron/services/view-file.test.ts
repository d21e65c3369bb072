import { execFileSync } from 'node:child_process'
import { mkdir, open as openFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { encode } from '../../../electron/services/encodings/codec.ts'
import { nodeFileSystem } from '../../../electron/services/files/file-system.ts'
import { VIEW_BYTES, viewFile } from '../../../electron/services/files/view-file.ts'
import { open } from './saving.ts'
import { tempFolder } from './temp-folder.ts'

const view = (path: string) => viewFile(nodeFileSystem, path)

describe('looking at what cannot be edited', () => {
  it('shows the first whole lines of a file of 100 MB, and says how much of it', async () => {
    const path = join(await tempFolder(), 'large.md')
    const line = '一行文字 with some words\n'
    await writeFile(path, line.repeat(Math.ceil((VIEW_BYTES + 1000) / Buffer.byteLength(line))))
    await truncate(path, 100_000_000)
    await expect(open(path)).rejects.toMatchObject({ code: 'tooLarge' })
    const { text, encoding, readOnly } = await view(path)
    expect(encoding).toBe('utf-8')
    expect(text.replaceAll(line, '')).toBe('')
    expect(readOnly).toMatchObject({
      code: 'tooLarge',
      details: { shown: Buffer.byteLength(text), bytes: 100_000_000 },
    })
    expect(Buffer.byteLength(text)).toBeGreaterThan(VIEW_BYTES - 100)
  })

  it.each(['utf-16le', 'utf-16be', 'gbk'] as const)('cuts no character in %s', async (encoding) => {
    const path = join(await tempFolder(), 'large.md')
    const line = '一行文字，还有一些字。\n'
    const piece = encode(line, encoding === 'gbk' ? 'gbk' : `${encoding}-no-bom`)
    const times = Math.ceil((VIEW_BYTES + 1000) / piece.length)
    const mark = encode('', encoding)
    await writeFile(path, Buffer.concat([mark, ...Array.from({ length: times }, () => piece)]))
    const { text } = await view(path)
    expect(text.replaceAll(line, '')).toBe('')
    expect(text.length).toBeGreaterThan(1_000_000)
  })

  it('shows bytes of what is no text', async () => {
    const path = join(await tempFolder(), 'picture.md')
    await writeFile(path, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 255, 254, 0, 0, 7]))
    const { text, readOnly } = await view(path)
    expect(text).toContain('PNG')
    expect(readOnly).toMatchObject({ code: 'binaryFile', details: { shown: 16, bytes: 16 } })
  })

  it('refuses a folder and a pipe', async () => {
    const folder = await tempFolder()
    await mkdir(join(folder, 'folder.md'))
    await expect(view(join(folder, 'folder.md'))).rejects.toMatchObject({ code: 'isFolder' })
    await expect(view(join(folder, 'gone.md'))).rejects.toMatchObject({ code: 'notFound' })
    if (process.platform === 'win32') return
    execFileSync('mkfifo', [join(folder, 'pipe.md')])
    await expect(view(join(folder, 'pipe.md'))).rejects.toMatchObject({ code: 'notRegularFile' })
    await expect(open(join(folder, 'pipe.md'))).rejects.toMatchObject({ code: 'notRegularFile' })
  })

  it('shows what there is of a file that shrinks meanwhile', async () => {
    const path = join(await tempFolder(), 'shrinks.md')
    await writeFile(path, 'one\ntwo\n')
    const fs = {
      ...nodeFileSystem,
      open: async (...args: Parameters<typeof nodeFileSystem.open>) => {
        const file = await nodeFileSystem.open(...args)
        const info = await file.info()
        const handle = await openFile(path, 'r+')
        await handle.truncate(4)
        await handle.close()
        return { ...file, info: () => Promise.resolve(info) }
      },
    }
    expect((await viewFile(fs, path)).text).toBe('one\n')
  })
})
