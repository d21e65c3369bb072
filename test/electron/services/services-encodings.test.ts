import { describe, expect, it } from 'vitest'
import { running, start, withArticle } from './start-services.ts'

describe('an article', () => {
  it('reopened in another encoding is remembered so, until it is saved in an evident one', async () => {
    const bytes = Buffer.from('---\ntitle: \xd0\xc5\n---\n', 'latin1')
    const { folder, call, path } = await withArticle(bytes)
    const chosen = await call['article.open'](path, 'gbk')
    expect(chosen.text).toContain('信')
    await running.pop()!.dispose()
    const next = await start({ folder })
    const article = await next.call['article.open'](path)
    expect(article).toMatchObject({ encoding: 'gbk', readOnly: null })
    await next.call['article.save']({
      ...article,
      encoding: 'utf-8',
      base: article.version,
      overwrite: false,
    })
    await running.pop()!.dispose()
    const last = await start({ folder })
    expect((await last.call['settings.read']()).encodings).toEqual({})
    expect((await last.call['article.open'](path)).encoding).toBe('utf-8')
  })

  it('reopened in another encoding has a history in that one, each version once', async () => {
    // As GBK this reads 信, which is what a guess would make of so short a text.
    const { call, path } = await withArticle(Buffer.from('one \xd0\xc5', 'latin1'))
    let article = await call['article.open'](path, 'windows-1251')
    for (const text of ['two РЕ', 'three РЕ']) {
      const { version } = await call['article.save']({
        ...article,
        text,
        base: article.version,
        overwrite: false,
      })
      article = { ...article, version }
    }
    await call['export.html'](path, '<p>', true)
    const versions = await call['history.list'](path)
    const texts = await Promise.all(versions.map((it) => call['history.read'](path, it.id)))
    expect(texts).toEqual(['three РЕ', 'two РЕ', 'one РЕ'])
  })

  it('saved with what no guess would take for text is opened again as it was saved', async () => {
    const { call, path, article } = await withArticle()
    const asked = { ...article, base: null, overwrite: true }
    for (const [encoding, text] of [
      ['utf-16le-no-bom', '正文没有一个字母'],
      ['utf-16be-no-bom', 'עברית׹שלום'],
      ['gbk', '正文\u0001'],
      ['utf-8', '\0'],
    ] as const) {
      await call['article.save']({ ...asked, encoding, text })
      await call['history.list'](path) // What is done behind a save is done before this is answered.
      expect(await call['article.open'](path)).toMatchObject({ text, encoding, readOnly: null })
    }
  })
})
