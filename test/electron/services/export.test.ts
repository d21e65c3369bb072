import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeExport } from '../../../electron/services/export.ts'
import { tempFolder } from './temp-folder.ts'

describe('an exported file', () => {
  it('is written whole, as others may read it, with nothing left beside it', async () => {
    const folder = await tempFolder()
    await writeExport(join(folder, 'a.html'), '<p>文章</p>', false)
    expect(await readFile(join(folder, 'a.html'), 'utf8')).toBe('<p>文章</p>')
    expect(await readdir(folder)).toEqual(['a.html'])
    expect((await stat(join(folder, 'a.html'))).mode & 0o400).toBe(0o400)
  })

  it('does not take the place of another without leave', async () => {
    const path = join(await tempFolder(), 'a.html')
    await writeFile(path, 'before')
    await expect(writeExport(path, 'after', false)).rejects.toMatchObject({ code: 'alreadyExists' })
    expect(await readFile(path, 'utf8')).toBe('before')
    await writeExport(path, 'after', true)
    expect(await readFile(path, 'utf8')).toBe('after')
  })

  it('says what is wrong with its place', async () => {
    const folder = await tempFolder()
    await expect(writeExport(join(folder, 'no', 'a.html'), 'x', true)).rejects.toMatchObject({
      code: 'folderMissing',
    })
    expect(await readdir(folder)).toEqual([])
  })
})
