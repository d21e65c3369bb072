import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { entry, start, withArticle } from './start-services.ts'
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

  it('is made anew when it is deleted while Galley runs', async () => {
    const { folder, call, path, article } = await withArticle('one')
    await call['recovery.write'](entry('before'))
    await rm(join(folder, 'data'), { recursive: true })
    await call['recovery.write'](entry('after'))
    expect(await call['recovery.list']()).toMatchObject([{ id: 'after', text: 'typed' }])
    await call['settings.write']({ theme: 'dark' })
    expect((await call['settings.read']()).theme).toBe('dark')
    await call['article.save']({ ...article, text: 'two', base: article.version, overwrite: false })
    expect(await call['history.list'](path)).toHaveLength(2)
  })

  it('that becomes a file while Galley runs is told of once, and keeps nothing from being saved', async () => {
    const { folder, call, path, article, told } = await withArticle('one')
    const data = join(folder, 'data')
    await rename(data, `${data}.away`)
    await writeFile(data, 'a file')
    await call['app.notices']()
    let base = article.version
    for (const text of ['two', 'three']) {
      base = (await call['article.save']({ ...article, text, base, overwrite: false })).version
      expect(await readFile(path, 'utf8')).toBe(text)
      await expect(call['history.list'](path)).rejects.toMatchObject({ code: 'dataFolder' })
    }
    const notices = told.filter((it) => it.event === 'app.notice').map((it) => it.payload)
    expect(notices).toMatchObject([{ code: 'dataFolder', details: { path: data } }])
    await rm(data)
    await rename(`${data}.away`, data)
    await call['article.save']({ ...article, text: 'four', base, overwrite: false })
    const versions = await call['history.list'](path)
    const texts = await Promise.all(versions.map((it) => call['history.read'](path, it.id)))
    expect(texts).toEqual(['four', 'three'])
  })

  it('without a place for the history remembers the encoding of an article all the same', async () => {
    const { folder, call, path, article } = await withArticle('one')
    await writeFile(join(folder, 'data/history'), 'a file')
    const text = '正文没有一个字母'
    const asked = {
      ...article,
      text,
      encoding: 'utf-16le-no-bom',
      base: article.version,
      overwrite: false,
    } as const
    await call['article.save'](asked)
    await call['history.usage']().catch(() => null) // What is done behind a save is done before this is answered.
    expect(await call['article.open'](path)).toMatchObject({ text, readOnly: null })
  })
})
