import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createAssets } from '../../../electron/services/assets.ts'
import { readContext } from '../../../electron/services/folder/context.ts'
import { readNeighbours } from '../../../electron/services/folder/neighbours.ts'
import { tempFolder } from './temp-folder.ts'

const PNG = Buffer.from('89504e470d0a1a0a0000000d', 'hex')

/** Writes files by path relative to a fresh folder; a path that ends in `/` is a folder. */
async function tree(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const root = await tempFolder()
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name)
    await mkdir(name.endsWith('/') ? path : dirname(path), { recursive: true })
    if (!name.endsWith('/')) await writeFile(path, content)
  }
  return root
}

const contextOf = (path: string) => readContext(path, createAssets())

describe('the generator of a site is known by its marker files', () => {
  it.each([
    ['hexo', { '_config.yml': '', 'source/_posts/a.md': '' }, 'source/_posts/a.md'],
    [
      'hexo',
      { '_config.yml': '', 'package.json': '{"dependencies":{"hexo": "^7"}}', 'drafts/a.md': '' },
      'drafts/a.md',
    ],
    ['jekyll', { '_config.yml': '', '_posts/a.md': '' }, '_posts/a.md'],
    ['jekyll', { '_config.yml': '', Gemfile: '', 'news/a.md': '' }, 'news/a.md'],
    ['hugo', { 'hugo.toml': '', 'content/posts/a.md': '' }, 'content/posts/a.md'],
    ['hugo', { 'config.toml': '', 'content/a.md': '' }, 'content/a.md'],
    ['hugo', { 'config/_default/hugo.toml': '', 'content/a.md': '' }, 'content/a.md'],
    ['astro', { 'astro.config.mjs': '', 'src/content/blog/a.md': '' }, 'src/content/blog/a.md'],
  ] as const)('%s: %j', async (generator, files, article) => {
    const root = await tree(files)
    expect(await contextOf(join(root, article))).toMatchObject({ generator, siteRoot: root })
  })

  it.each([
    ['a folder of texts', { 'a.md': '' }],
    ['a configuration of something else', { 'config.toml': '', 'a.md': '' }],
    ['a _config.yml alone', { '_config.yml': '', 'a.md': '' }],
  ])('none: %s', async (_, files) => {
    const root = await tree(files)
    expect(await contextOf(join(root, 'a.md'))).toMatchObject({
      generator: null,
      siteRoot: null,
      siteAssetBase: null,
    })
  })

  it('and the nearest one counts', async () => {
    const root = await tree({ 'hugo.toml': '', 'docs/_config.yml': '', 'docs/_posts/a.md': '' })
    expect(await contextOf(join(root, 'docs/_posts/a.md'))).toMatchObject({ generator: 'jekyll' })
  })
})

describe('galley.json', () => {
  it('beside the article comes before the one of the site', async () => {
    const root = await tree({
      'hugo.toml': '',
      'galley.json': '{"site": true}',
      'content/galley.json': '{"own": true}',
      'content/a.md': '',
      'content/deep/b.md': '',
    })
    expect((await contextOf(join(root, 'content/a.md'))).config).toEqual({
      path: join(root, 'content/galley.json'),
      text: '{"own": true}',
    })
    expect((await contextOf(join(root, 'content/deep/b.md'))).config?.text).toBe('{"site": true}')
  })

  it('is null where there is none', async () => {
    expect((await contextOf(join(await tree({ 'a.md': '' }), 'a.md'))).config).toBeNull()
  })
})

describe('images', () => {
  const resolve = async (address: string, assets: ReturnType<typeof createAssets>) =>
    (await assets.find(new URL(address, 'http://127.0.0.1').pathname))?.file ?? null

  it('of a site are found by relative and by root-relative paths, and nothing outside it is', async () => {
    const outer = await tree({
      'secret.png': PNG,
      'my site/_config.yml': '',
      'my site/source/_posts/文章.md': '',
      'my site/source/_posts/文章/beside.png': PNG,
      'my site/source/img/x.png': PNG,
    })
    const root = join(outer, 'my site')
    const assets = createAssets()
    const context = await readContext(join(root, 'source/_posts/文章.md'), assets)
    const at = (path: string) => resolve(new URL(path, `http://127.0.0.1${context.assetBase}`).href, assets)
    expect(await at('文章/beside.png')).toBe(join(root, 'source/_posts/文章/beside.png'))
    expect(await at('../img/x.png')).toBe(join(root, 'source/img/x.png'))
    expect(await at('../../../secret.png')).toBeNull()
    expect(await at('..%2f..%2f..%2fsecret.png')).toBeNull()
    expect(await resolve(`${context.siteAssetBase!}img/x.png`, assets)).toBe(join(root, 'source/img/x.png'))
  })

  it('outside a site are those in the article’s folder', async () => {
    const root = await tree({ 'posts/a.md': '', 'posts/x.png': PNG, 'other/y.png': PNG })
    const assets = createAssets()
    const { assetBase } = await readContext(join(root, 'posts/a.md'), assets)
    expect(await resolve(`${assetBase}x.png`, assets)).toBe(join(root, 'posts/x.png'))
    expect(await resolve(`${assetBase}../other/y.png`, assets)).toBeNull()
  })

  it('of an article in a folder that is gone cannot be granted', async () => {
    await expect(contextOf(join(await tempFolder(), 'gone/a.md'))).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})

describe('suggestions', () => {
  it('are what other articles of the folder use, most used first', async () => {
    const root = await tree({
      'a.md': '---\ntags: [慢, 茶]\ncategories:\n  - [生活, 厨房]\nauthor: 林\ntitle: no\n---\n',
      'b.txt': '\n---\ntags:\n - 茶\n - 书\nauthor: 林\n---\n',
      'c.html': '---\ntags: 茶\n---\n<p>x</p>',
      'self.md': '---\ntags: [own]\n---\n',
      'image.png': PNG,
      '.hidden.md': '---\ntags: [hidden]\n---\n',
      'broken.md': '---\ntags: [\n',
    })
    expect((await readNeighbours(root, join(root, 'self.md'))).suggestions).toEqual({
      tags: ['茶', '书', '慢'],
      categories: ['厨房', '生活'],
      author: ['林'],
    })
  })

  it('are read in the encoding of each article', async () => {
    const gbk = Buffer.concat([
      Buffer.from('---\ntags: ['),
      Buffer.from('b2cba3acb6b9b8afd3c3bbf0', 'hex'),
      Buffer.from(']\n---\n'),
    ])
    const root = await tree({ 'a.md': gbk })
    expect((await readNeighbours(root, join(root, 'self.md'))).suggestions.tags).toEqual(['菜，豆腐用火'])
  })

  it('stop when their time is over', async () => {
    const root = await tree({ 'a.md': '---\ntags: [a]\n---\n', 'b.md': '---\ntags: [b]\n---\n' })
    let time = 0
    const bounds = { articles: 500, time: 15, now: () => (time += 10) }
    expect((await readNeighbours(root, join(root, 'self.md'), bounds)).suggestions).toEqual({ tags: ['b'] })
  })

  it('are none in a folder that cannot be read', async () => {
    expect(await readNeighbours('/nowhere', '/nowhere/a.md')).toEqual({ suggestions: {}, usualFormat: null })
  })
})

describe('the usual format of a folder', () => {
  it.each([
    [{ 'a.md': '+++\nx = 1\n+++\n', 'b.md': '+++\nx = 1\n+++\n', 'c.md': '---\nx: 1\n---\n' }, 'toml'],
    [{ 'a.md': '---\nx: 1\n---\n', 'b.md': '+++\nx = 1\n+++\n', 'c.md': 'x: 1\n---\n' }, 'yaml'],
    [{ 'a.md': '{"x": 1}\n\nBody\n', 'b.md': '# No front matter\n' }, 'json'],
    [{ '2023-a.md': '---\nx: 1\n---\n', '2024-b.md': '+++\nx = 1\n+++\n' }, 'toml'],
    [{ 'a.md': '"x": 1\n;;;\n\nBody\n' }, null],
    [{ 'b.md': '# No front matter\n' }, null],
    [{}, null],
  ])('of %j is %s', async (files, format) => {
    const root = await tree({ ...files, 'self.md': '{"own": "does not count"}\n' })
    expect((await contextOf(join(root, 'self.md'))).usualFormat).toBe(format)
  })
})
