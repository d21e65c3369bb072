import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ImageFolder } from '../../../core/settings.ts'
import { createKeptImages } from '../../../electron/services/kept-images.ts'
import { tempFolder } from './temp-folder.ts'

const png = (mark: string): Buffer =>
  Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.from(mark)])

/** A folder with these files (folders end in `/`), and its kept images. */
async function site(files: Readonly<Record<string, string>>, chosen: ImageFolder = 'auto') {
  const top = await tempFolder()
  const at = (path: string): string => join(top, path)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(at(path.endsWith('/') ? path : join(path, '..')), { recursive: true })
    if (!path.endsWith('/')) writeFileSync(at(path), text)
  }
  const { handlers: images, saving } = createKeptImages(null, () => Promise.resolve(chosen))
  let uploads = 0
  const keep = async (article: string, name: string, mark: string) => {
    const base64 = png(mark).toString('base64')
    const id = `upload-${(uploads += 1)}`
    const cut = Math.ceil(base64.length / 2)
    await images['asset.part'](id, 0, base64.slice(0, cut))
    await images['asset.part'](id, cut, base64.slice(cut))
    return images['asset.keep'](at(article), name, id, base64.length)
  }
  return { at, images, keep, saving }
}

const places: readonly [
  name: string,
  files: Record<string, string>,
  article: string,
  file: string,
  reference: string,
][] = [
  ['a plain folder', { 'a.md': '' }, 'a.md', 'a-1.png', 'a-1.png'],
  ['a folder with assets', { 'a.md': '', 'assets/': '' }, 'a.md', 'assets/a-1.png', 'assets/a-1.png'],
  [
    'a folder of the article',
    { 'a b.md': '', 'a b.assets/': '' },
    'a b.md',
    'a b.assets/a-b-1.png',
    'a%20b.assets/a-b-1.png',
  ],
  [
    'Hexo with post folders',
    { '_config.yml': 'post_asset_folder: true\n', 'source/_posts/a.md': '' },
    'source/_posts/a.md',
    'source/_posts/a/a-1.png',
    'a-1.png',
  ],
  [
    'Jekyll',
    { '_config.yml': '', '_posts/2024-01-01-a.md': '' },
    '_posts/2024-01-01-a.md',
    'assets/images/2024-01-01-a-1.png',
    '/assets/images/2024-01-01-a-1.png',
  ],
  [
    'Hugo',
    { 'hugo.toml': '', 'content/p/a.md': '' },
    'content/p/a.md',
    'static/images/a-1.png',
    '/images/a-1.png',
  ],
  [
    'a pattern from the root of a site',
    { 'hugo.toml': '', 'galley.json': '{"x-images":"/img/{article}/{n}"}', 'content/a.md': '' },
    'content/a.md',
    'static/img/a/1.png',
    '/img/a/1.png',
  ],
  [
    'a pattern beside the article',
    { 'galley.json': '{"x-images":"pics/{name}-{article}.{ext}"}', 'a.md': '' },
    'a.md',
    'pics/Low-tide-a.png',
    'pics/Low-tide-a.png',
  ],
]

test.each(places)(
  'in %s an image goes where the folder says',
  async (_name, files, article, file, reference) => {
    const { at, keep } = await site(files)
    expect(await keep(article, 'Low tide.png', 'one')).toEqual({ reference, path: at(file), created: true })
    expect(readFileSync(at(file)).equals(png('one'))).toBe(true)
  },
)

const chosenPlaces: readonly [chosen: ImageFolder, path: string, reference: string][] = [
  ['beside', '1-1.png', '1-1.png'],
  ['article', '#1.assets/1-1.png', '%231.assets/1-1.png'],
  ['images', 'images/1-1.png', 'images/1-1.png'],
  ['assets', 'assets/1-1.png', 'assets/1-1.png'],
]

test.each(chosenPlaces)(
  'outside a site the writer chooses the folder of images: %s',
  async (chosen, path, reference) => {
    const { at, keep } = await site({ '#1.md': '', 'pictures/': '' }, chosen)
    const kept = await keep('#1.md', 'x.png', 'one')
    expect(kept).toMatchObject({ path: at(path), created: true })
    expect(kept.reference).toBe(reference)
  },
)

test.each(['beside', 'article', 'images', 'assets'] as const)(
  'a site and galley.json go before the writer’s %s',
  async (chosen) => {
    const hugo = await site({ 'hugo.toml': '', 'content/p/a.md': '' }, chosen)
    expect((await hugo.keep('content/p/a.md', 'x.png', 'one')).reference).toBe('/images/a-1.png')
    const own = await site({ 'galley.json': '{"x-images":"pics/{n}"}', 'a.md': '' }, chosen)
    expect((await own.keep('a.md', 'x.png', 'one')).reference).toBe('pics/1.png')
  },
)

test('images are counted; the same image is used again and nothing is overwritten', async () => {
  const { keep, at } = await site({ 'a.md': '', 'a-2.png': 'mine' })
  expect((await keep('a.md', 'image.png', 'one')).reference).toBe('a-1.png')
  expect((await keep('a.md', 'image.png', 'two')).reference).toBe('a-3.png')
  expect(await keep('a.md', 'image.png', 'one')).toMatchObject({ reference: 'a-1.png', created: false })
  expect(readFileSync(at('a-2.png'), 'utf8')).toBe('mine')
})

test('a pattern without a number gets one from the second image on', async () => {
  const { keep } = await site({ 'galley.json': '{"x-images":"{article}.{ext}"}', 'a.md': '' })
  expect((await keep('a.md', 'x.png', 'one')).reference).toBe('a.png')
  expect((await keep('a.md', 'x.png', 'two')).reference).toBe('a-2.png')
})

test.each(['../{n}.{ext}', '/../../{n}.{ext}', '.git/{n}.{ext}', 'a/../../{n}.{ext}'])(
  'a pattern that leaves the folder or hides its files is refused: %s',
  async (pattern) => {
    const { keep } = await site({ 'galley.json': JSON.stringify({ 'x-images': pattern }), 'a.md': '' })
    await expect(keep('a.md', 'x.png', 'one')).rejects.toMatchObject({ code: 'badName' })
  },
)

test('only what it has added, and nobody has changed, is taken away again', async () => {
  const { keep, images, at } = await site({ 'a.md': '', 'mine.png': 'mine' })
  const one = await keep('a.md', 'x.png', 'one')
  const two = await keep('a.md', 'x.png', 'two')
  writeFileSync(two.path, 'edited since')
  expect(await images['asset.discard']([one.path, two.path, at('mine.png'), at('a.md')])).toEqual([one.path])
  expect([one.path, two.path, at('mine.png'), at('a.md')].map((path) => existsSync(path))).toEqual([
    false,
    true,
    true,
    true,
  ])
})

test('what any saved text has named is never taken away: history and other articles may show it', async () => {
  const { keep, images, saving } = await site({ 'a b.md': '' })
  const one = await keep('a b.md', 'x.png', 'one')
  const two = await keep('a b.md', 'x.png', 'two')
  saving(`![](${one.reference})`)
  saving('nothing of it any more')
  expect(await images['asset.discard']([one.path, two.path])).toEqual([two.path])
  expect(existsSync(one.path)).toBe(true)
})

test('with a trash, the file goes there', async () => {
  const top = await tempFolder()
  writeFileSync(join(top, 'a.md'), '')
  const trashed: string[] = []
  const { handlers: images } = createKeptImages(
    (path) => Promise.resolve(void trashed.push(path)),
    () => Promise.resolve('auto'),
  )
  const base64 = png('one').toString('base64')
  await images['asset.part']('u', 0, base64)
  const { path } = await images['asset.keep'](join(top, 'a.md'), 'x.png', 'u', base64.length)
  await images['asset.discard']([path])
  expect(trashed).toEqual([path])
})

test('pieces that do not fit together, documents named as images and cancelled uploads keep nothing', async () => {
  const { images, at } = await site({ 'a.md': '' })
  await images['asset.part']('u', 0, 'AAAA')
  await expect(images['asset.part']('u', 8, 'AAAA')).rejects.toMatchObject({ code: 'badRequest' })
  const page = Buffer.from('<script>').toString('base64')
  await images['asset.part']('v', 0, page)
  await expect(images['asset.keep'](at('a.md'), 'x.png', 'v', page.length)).rejects.toMatchObject({
    code: 'notAnImage',
  })
  await images['asset.part']('w', 0, page)
  await images['asset.cancel']('w')
  await expect(images['asset.keep'](at('a.md'), 'x.png', 'w', page.length)).rejects.toMatchObject({
    code: 'badRequest',
  })
})
