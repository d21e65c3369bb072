import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { entry, start } from './start-services.ts'
import { tempFolder } from './temp-folder.ts'

describe('a user data folder that cannot be used', () => {
  it('fails what needs it with a reason, while articles open and save', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'a.md')
    await writeFile(path, 'text')
    await writeFile(join(folder, 'data'), 'a file where the folder should be')
    const { call } = await start({ folder })
    const article = await call['article.open'](path)
    await call['article.save']({ ...article, text: 'new', base: article.version, overwrite: false })
    expect(await readFile(path, 'utf8')).toBe('new')
    const itself = { code: 'dataFolder', details: { path: join(folder, 'data') } }
    await expect(call['settings.write']({ theme: 'dark' })).rejects.toMatchObject(itself)
    await expect(call['recovery.list']()).rejects.toMatchObject(itself)
  })

  it('is named when it keeps an article of several names from being saved', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'a.md')
    await writeFile(path, 'text')
    await link(path, join(folder, 'b.md'))
    await writeFile(join(folder, 'data'), 'a file where the folder should be')
    const { call } = await start({ folder })
    const article = await call['article.open'](path)
    const saving = call['article.save']({ ...article, text: 'new', base: article.version, overwrite: false })
    await expect(saving).rejects.toMatchObject({ code: 'noBackup', details: { name: 'a.md' } })
    expect(await readFile(path, 'utf8')).toBe('text')
  })

  it('is used as soon as it can be', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'data'), 'a file where the folder should be')
    const { call } = await start({ folder })
    await expect(call['recovery.list']()).rejects.toMatchObject({ code: 'dataFolder' })
    await rm(join(folder, 'data'))
    await call['recovery.write'](entry('one'))
    expect(await call['recovery.list']()).toMatchObject([{ id: 'one', text: 'typed' }])
  })
})
