import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '../../../core/errors.ts'
import { addAsset, MAX_ADDED_BYTES, safeName } from '../../../electron/services/assets-add.ts'
import { tempFolder } from './temp-folder.ts'

const png = (mark: string): Buffer =>
  Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.from(mark)])
const base64 = (mark: string): string => png(mark).toString('base64')

/** A folder with these files (folders end in `/`). */
async function site(files: Readonly<Record<string, string>>): Promise<(path: string) => string> {
  const top = await tempFolder()
  const at = (path: string): string => join(top, path)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(at(path.endsWith('/') ? path : join(path, '..')), { recursive: true })
    if (!path.endsWith('/')) writeFileSync(at(path), text)
  }
  return at
}

const places: readonly [
  name: string,
  files: Record<string, string>,
  article: string,
  file: string,
  reference: string,
][] = [
  [
    'Hexo',
    { '_config.yml': 'title: x\n', 'source/_posts/a.md': '' },
    'source/_posts/a.md',
    'source/images/p.png',
    '/images/p.png',
  ],
  [
    'Hexo with post folders',
    { '_config.yml': 'title: x\npost_asset_folder: true\n', 'source/_posts/a.md': '' },
    'source/_posts/a.md',
    'source/_posts/a/p.png',
    'p.png',
  ],
  [
    'Jekyll',
    { '_config.yml': '', '_posts/2024-01-01-a.md': '' },
    '_posts/2024-01-01-a.md',
    'assets/images/p.png',
    '/assets/images/p.png',
  ],
  [
    'Hugo',
    { 'hugo.toml': '', 'content/posts/a.md': '' },
    'content/posts/a.md',
    'static/images/p.png',
    '/images/p.png',
  ],
  [
    'a Hugo page bundle',
    { 'hugo.toml': '', 'content/posts/a/index.zh.md': '' },
    'content/posts/a/index.zh.md',
    'content/posts/a/p.png',
    'p.png',
  ],
  [
    'Astro',
    { 'astro.config.mjs': '', 'src/content/blog/a.md': '' },
    'src/content/blog/a.md',
    'public/images/p.png',
    '/images/p.png',
  ],
  ['a folder with images', { 'a.txt': '', 'images/': '' }, 'a.txt', 'images/p.png', 'images/p.png'],
  ['a plain folder', { 'a.txt': '' }, 'a.txt', 'p.png', 'p.png'],
]

test.each(places)('in %s an image goes where images go', async (_name, files, article, file, reference) => {
  const at = await site(files)
  expect(await addAsset(at(article), 'p.png', base64('one'), 'auto')).toEqual({ reference })
  expect(readFileSync(at(file)).equals(png('one'))).toBe(true)
})

test('nothing is overwritten: the same image is used again, another one gets a number', async () => {
  const at = await site({ 'a.md': '' })
  const add = (mark: string) => addAsset(at('a.md'), 'p.png', base64(mark), 'auto').then((it) => it.reference)
  expect([
    await add('one'),
    await add('two'),
    await add('one'),
    await add('two'),
    await add('three'),
  ]).toEqual(['p.png', 'p-2.png', 'p.png', 'p-2.png', 'p-3.png'])
  expect(readdirSync(at('.')).sort()).toEqual(['a.md', 'p-2.png', 'p-3.png', 'p.png'])
  expect(readFileSync(at('p.png')).equals(png('one'))).toBe(true)
})

test('only images are taken, and none that is too large', async () => {
  const at = await site({ 'a.md': '' })
  const refusal = (name: string, bytes: Buffer) =>
    addAsset(at('a.md'), name, bytes.toString('base64'), 'auto').then(
      () => null,
      (error: unknown) => (error instanceof AppError ? error.code : 'no AppError'),
    )
  expect(await refusal('a.html', Buffer.from('<p>'))).toBe('notAnImage')
  expect(await refusal('a.png', Buffer.from('<script>'))).toBe('notAnImage')
  expect(await refusal('a.mp4', Buffer.from('\0\0\0\x20ftypisom'))).toBe('notAnImage')
  expect(await refusal('noextension', png('x'))).toBe('notAnImage')
  expect(await refusal('a.png', Buffer.concat([png('x'), Buffer.alloc(MAX_ADDED_BYTES)]))).toBe(
    'imageTooLarge',
  )
  expect(readdirSync(at('.'))).toEqual(['a.md'])
})

test('a folder that is gone is said', async () => {
  const at = await site({ 'a.md': '' })
  await expect(addAsset(at('gone/a.md'), 'p.png', base64('x'), 'auto')).rejects.toMatchObject({
    code: 'folderMissing',
  })
})

test.each([
  ['My picture (1).PNG', 'My-picture-1.png'],
  ['../../etc/x.png', 'x.png'],
  ['C:\\dir\\照片 一.jpg', '照片-一.jpg'],
  ['.hidden.png', 'hidden.png'],
  ['con.png', 'image-con.png'],
  ['###.gif', 'image.gif'],
  [`${'长'.repeat(300)}.webp`, `${'长'.repeat(80)}.webp`],
])('the name %j is made safe', (name, safe) => {
  expect(safeName(name)).toBe(safe)
})
