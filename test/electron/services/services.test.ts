import { mkdir, readFile, readdir, rm, stat, symlink, writeFile, rename } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../core/settings.ts'
import type { Dialogs } from '../../../electron/services/ports.ts'
import { newFile } from './saving.ts'
import { entry, running, start, withArticle } from './start-services.ts'

describe('an article', () => {
  it('is opened, saved without a change, and is the same to the byte', async () => {
    const content = '\uFEFF\r\n---\ntitle:  x \r---\n \n正文\u2028  '
    const { call, path, article } = await withArticle(content)
    const before = await readFile(path)
    await call['article.save']({ ...article, base: article.version, overwrite: false })
    expect(await readFile(path)).toEqual(before)
  })

  it('has a history of what it was before and what it is, also after it was deleted', async () => {
    const { call, path, article } = await withArticle('first')
    await call['article.save']({ ...article, text: 'second', base: article.version, overwrite: false })
    await rm(path)
    const versions = await call['history.list'](path)
    const texts = await Promise.all(versions.map((it) => call['history.read'](path, it.id)))
    expect(texts).toEqual(['second', 'first'])
  })

  it('that an export takes the place of stays in its history', async () => {
    const { call, path } = await withArticle('the article')
    await call['export.html'](path, '<p>exported</p>', true)
    expect(await readFile(path, 'utf8')).toBe('<p>exported</p>')
    const [version] = await call['history.list'](path)
    expect(await call['history.read'](path, version!.id)).toBe('the article')
  })

  it('that another one is saved over under its name stays in its history', async () => {
    const { call, path, article } = await withArticle('the article that was there')
    const over = join(dirname(path), '另一篇文章，名字很长'.repeat(7) + '.md')
    await writeFile(over, '先前的文章')
    await call['article.save']({ ...article, path: over, base: null, overwrite: true })
    const versions = await call['history.list'](over)
    const texts = await Promise.all(versions.map((it) => call['history.read'](over, it.id)))
    expect(texts).toEqual(['the article that was there', '先前的文章'])
  })

  it('is watched, and its own saves are not told', async () => {
    const { call, path, article, told } = await withArticle()
    await call['article.watch']([path])
    await call['article.save']({ ...article, text: 'two', base: article.version, overwrite: false })
    // At one go: a file that is written in place may be seen empty first, and is told twice.
    await writeFile(`${path}.theirs`, 'theirs')
    await rename(`${path}.theirs`, path)
    await vi.waitFor(
      () =>
        expect(told.filter((it) => it.event === 'article.changedOnDisk')).toEqual([
          { event: 'article.changedOnDisk', payload: { path, kind: 'changed' } },
        ]),
      { timeout: 10_000 },
    )
  })

  it('that a crash left half written in place is whole again before it is read', async () => {
    const { folder, call } = await start()
    await call['recovery.list']() // The services have started.
    await running.pop()!.dispose()
    const path = join(folder, 'linked.md')
    const base = join(folder, 'data/in-place/0123456789abcdef.feedfeedfeedfeed')
    await writeFile(`${base}.old`, 'old old text')
    await writeFile(`${base}.new`, 'new text')
    await writeFile(path, 'new texttext')
    await writeFile(`${base}.json`, JSON.stringify({ path }))
    const next = await start({ folder })
    expect((await next.call['article.open'](path)).text).toBe('old old text')
    expect(await readdir(join(folder, 'data/in-place'))).toEqual([])
  })

  it('has what a killed save has left beside it swept away', async () => {
    const { call, path } = await withArticle()
    const [mine] = await readdir(dirname(path))
    expect(mine).toBe('article.md')
    const folder = join(dirname(path), 'other')
    await mkdir(folder)
    const { temporaryName } = await import('../../../electron/services/files/temporary.ts')
    const running = temporaryName()
    const dead = running.replace(`-${process.pid}-`, '-4194305-')
    const foreign = dead.replace(/^\.galley-[0-9a-f]{8}/, '.galley-00000000')
    for (const name of [running, dead, foreign, 'a.md']) await writeFile(join(folder, name), 'x')
    await call['article.open'](join(folder, 'a.md'))
    await call['history.list'](path) // Waits for the housekeeping.
    expect((await readdir(folder)).sort()).toEqual([foreign, running, 'a.md'].sort())
  })
})

describe('the rest of the contract', () => {
  it('says what runs', async () => {
    const { call } = await start()
    expect(await call['app.info']()).toEqual({
      version: '1.2.3',
      shell: 'browser',
      platform: 'linux',
      locale: 'zh-CN',
      homeFolder: homedir(),
      openAtStart: ['/a.md'],
    })
  })

  it('lists a folder: visible folders, then files, in reading order', async () => {
    const { folder, call } = await start()
    const root = join(folder, 'list')
    await mkdir(join(root, 'z folder'), { recursive: true })
    for (const name of ['10.md', '9.md', '.hidden.md', '中.txt']) await writeFile(join(root, name), 'abc')
    await symlink('gone.md', join(root, 'dangling.md'))
    await symlink('9.md', join(root, 'link.md'))
    const listing = await call['folder.list'](root)
    expect(listing.entries.map((it) => [it.kind, it.name, it.size])).toEqual([
      ['folder', 'z folder', 0],
      ['file', '9.md', 3],
      ['file', '10.md', 3],
      ['file', 'link.md', 3],
      ['file', '中.txt', 3],
    ])
    expect(listing).toMatchObject({ path: root, parent: folder, writable: true })
    expect(listing.entries[1]!.modified).toBeCloseTo((await stat(join(root, '9.md'))).mtimeMs, 0)
    await expect(call['folder.list'](join(root, 'gone'))).rejects.toMatchObject({ code: 'notFound' })
    await expect(call['folder.list']('relative')).rejects.toMatchObject({ code: 'badName' })
    expect((await call['folder.list']('')).path).toBe(homedir())
    expect((await call['folder.list']('/')).parent).toBeNull()
  })

  it('remembers the articles opened last', async () => {
    const { call } = await start()
    for (let n = 0; n < 35; n++) await call['recent.add'](`/${n}.md`, `Title ${n}`)
    const list = await call['recent.add']('/20.md', 'New title')
    expect(list).toHaveLength(30)
    expect(list[0]).toEqual({ path: '/20.md', title: 'New title', openedAt: expect.any(Number) as number })
    expect(await call['recent.remove']('/20.md')).toHaveLength(29)
    expect(await call['recent.list']()).toHaveLength(29)
    expect(await call['recent.clear']()).toEqual([])
  })

  it('puts articles that went off the list back where they were, and keeps what came since', async () => {
    const { call } = await start()
    const former = [
      { path: '/b.md', title: 'B', openedAt: 2 },
      { path: '/a.md', title: 'A', openedAt: 1 },
    ]
    const [since] = await call['recent.add']('/a.md', 'A again')
    expect(await call['recent.restore'](former)).toEqual([since, former[0]])
    expect(await call['recent.list']()).toEqual([since, former[0]])
  })

  it('starts with an empty list of recent articles when the file is damaged', async () => {
    const { folder, call } = await start()
    await mkdir(join(folder, 'data'), { recursive: true })
    await writeFile(join(folder, 'data/recent.json'), '[{"path": "/a.md"')
    expect(await call['recent.list']()).toEqual([])
    await writeFile(
      join(folder, 'data/recent.json'),
      '[{"path": 1}, {"path":"/a.md","title":"A","openedAt":1}]',
    )
    expect(await call['recent.list']()).toEqual([{ path: '/a.md', title: 'A', openedAt: 1 }])
  })

  it('tells of changed settings, and of a settings file with a mistake', async () => {
    const { folder, call, told } = await start()
    await call['settings.write']({ theme: 'dark' })
    await writeFile(join(folder, 'data/settings.json'), '{"theme": 1}')
    expect(await call['settings.read']()).toEqual(DEFAULT_SETTINGS)
    expect(told).toEqual([
      { event: 'settings.changed', payload: { ...DEFAULT_SETTINGS, theme: 'dark' } },
      {
        event: 'app.notice',
        payload: {
          code: 'settingsInvalid',
          message: 'settings.json holds invalid fields; the file is kept as settings.invalid-1.json.',
          details: { fields: 'theme', kept: 'settings.invalid-1.json' },
        },
      },
    ])
  })

  it('keeps what it told before a page listened for the first page that asks', async () => {
    const { folder, call } = await start()
    await mkdir(join(folder, 'data'), { recursive: true })
    await writeFile(join(folder, 'data/settings.json'), 'no settings')
    await call['settings.read']()
    expect((await call['app.notices']()).map(({ code }) => code)).toEqual(['settingsInvalid'])
    expect(await call['app.notices']()).toEqual([])
  })

  it('exports settings without what belongs to this machine, and reads such a file', async () => {
    const { folder, call } = await start()
    await call['settings.write']({ theme: 'dark', encodings: { '/private/a.md': 'gbk' } })
    const path = join(folder, 'my settings.json')
    await call['settings.export'](path)
    const text = await call['settings.readFile'](path)
    expect(JSON.parse(text)).toMatchObject({ theme: 'dark', fontSize: DEFAULT_SETTINGS.fontSize })
    expect(text).not.toContain('private')
    await expect(call['settings.readFile'](join(folder, 'none.json'))).rejects.toMatchObject({
      code: 'notFound',
    })
    await writeFile(path, Buffer.alloc(2_000_000, 32))
    await expect(call['settings.readFile'](path)).rejects.toMatchObject({ code: 'tooLarge' })
  })

  it('says where the user data folder is', async () => {
    const { folder, call } = await start()
    expect(await call['data.folder']()).toBe(join(folder, 'data'))
    await expect(call['data.show']()).rejects.toMatchObject({ code: 'unsupported' })
  })

  it('keeps the journal of one Galley from another on the same folder', async () => {
    const first = await start()
    await first.call['recovery.write'](entry('tab-1'))
    const second = await start({ folder: first.folder })
    expect(await second.call['recovery.list']()).toEqual([])
    await first.services.dispose()
    expect(await second.call['recovery.list']()).toMatchObject([{ id: 'tab-1', text: 'typed' }])
    await second.call['recovery.remove']('tab-1')
    expect(await second.call['recovery.list']()).toEqual([])
  })

  it('opens web and mail addresses only', async () => {
    const { call, opened } = await start()
    for (const url of ['https://example.org/a?b#c', 'http://例子.测试/', 'mailto:a@example.org']) {
      await call['link.open'](url)
    }
    expect(opened).toEqual([
      'https://example.org/a?b#c',
      'http://xn--fsqu00a.xn--0zwm56d/',
      'mailto:a@example.org',
    ])
    for (const url of [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'JAVASCRIPT:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'smb://host/x',
      'ms-settings:',
      '/etc/passwd',
      '',
      'example.org',
    ]) {
      await expect(call['link.open'](url)).rejects.toMatchObject({ code: 'notAllowed' })
    }
    expect(opened).toHaveLength(3)
  })

  it('passes on to the native dialogs, where there are any', async () => {
    const { call } = await start()
    await expect(call['dialog.open']()).rejects.toMatchObject({ code: 'unsupported' })
    const dialogs: Dialogs = {
      open: () => Promise.resolve(['/chosen.md']),
      openFolder: () => Promise.resolve('/posts'),
      save: (suggested) => Promise.resolve(`${suggested}.txt`),
    }
    const desktop = await start({ dialogs })
    expect(await desktop.call['dialog.open']()).toEqual(['/chosen.md'])
    expect(await desktop.call['dialog.openFolder']()).toBe('/posts')
    expect(await desktop.call['dialog.save']('/x')).toBe('/x.txt')
  })

  it('ends without losing a save that is under way', async () => {
    const { folder, services, call } = await start()
    const path = join(folder, 'new.md')
    const saving = call['article.save'](newFile(path, 'text'))
    await new Promise<void>((resolve) => setImmediate(resolve))
    await services.dispose()
    expect(await readFile(path, 'utf8')).toBe('text')
    await expect(saving).resolves.toMatchObject({ path })
    running.pop()
  })
})
