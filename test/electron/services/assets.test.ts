import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  assetAddress,
  assetHeaders,
  createAssets,
  MAX_ASSET_BYTES,
} from '../../../electron/services/assets.ts'
import { tempFolder } from './temp-folder.ts'

const HEADS = {
  png: Buffer.from('89504e470d0a1a0a', 'hex'),
  jpg: Buffer.from('ffd8ffe0', 'hex'),
  gif: Buffer.from('GIF89a'),
  webp: Buffer.from('RIFF0000WEBPVP8 '),
  avif: Buffer.from('\0\0\0\x20ftypavif'),
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  mp3: Buffer.from('ID3\x03'),
  mp4: Buffer.from('\0\0\0\x20ftypisom'),
} as const

async function granted() {
  const folder = await tempFolder()
  const root = join(folder, 'root')
  await mkdir(join(root, 'img'), { recursive: true })
  await writeFile(join(folder, 'outside.png'), HEADS.png)
  await writeFile(join(root, 'img/x.png'), HEADS.png)
  const assets = createAssets()
  const key = await assets.grant(root)
  return { folder, root, assets, key }
}

describe('a grant', () => {
  it('has one key nobody can guess', async () => {
    const { root, assets, key } = await granted()
    expect(key).toMatch(/^[0-9a-f]{32}$/)
    expect(await assets.grant(`${root}/img/..`)).toBe(key)
    expect(await createAssets().grant(root)).not.toBe(key)
  })

  it('lets the media files of its folder be found', async () => {
    const { root, assets, key } = await granted()
    const found = { file: join(root, 'img/x.png'), contentType: 'image/png', size: 8 }
    expect(await assets.resolve(key, 'img/x.png')).toEqual(found)
    expect(await assets.find(`${assetAddress(key, 'img')}x.png`)).toEqual(found)
  })

  it('lets names with spaces, Chinese and percent signs be found', async () => {
    const { root, assets, key } = await granted()
    await writeFile(join(root, '图 100%.png'), HEADS.png)
    expect(await assets.find(`/assets/${key}/${encodeURIComponent('图 100%.png')}`)).toMatchObject({
      size: 8,
    })
  })
})

describe('nothing is found', () => {
  it.each([
    '../outside.png',
    'img/../../outside.png',
    '/etc/passwd.png',
    '..\\outside.png',
    'img/x.png\0.png',
    './img/x.png',
    'img//x.png',
    'link-out.png',
    'folder-out/outside.png',
    '.hidden.png',
    '.git/x.png',
    'hidden-link.png',
    'notes.txt',
    'fake.png',
    'page.svg',
    'img',
    'missing.png',
    'huge.png',
    'folder.png',
    '',
  ])('by %j', async (path) => {
    const { folder, root, assets, key } = await granted()
    await symlink(join(folder, 'outside.png'), join(root, 'link-out.png'))
    await symlink(folder, join(root, 'folder-out'))
    await mkdir(join(root, '.git'))
    await mkdir(join(root, 'folder.png'))
    for (const name of ['.hidden.png', '.git/x.png']) await writeFile(join(root, name), HEADS.png)
    await symlink('.git/x.png', join(root, 'hidden-link.png'))
    await writeFile(join(root, 'notes.txt'), 'private')
    await writeFile(join(root, 'fake.png'), 'private')
    await writeFile(join(root, 'page.svg'), '<html><script>alert(1)</script>')
    await writeFile(join(root, 'huge.png'), HEADS.png)
    await truncate(join(root, 'huge.png'), MAX_ASSET_BYTES + 1)
    expect(await assets.resolve(key, path)).toBeNull()
  })

  it.each(['/assets/', '/assets/x', '/assets/0123/img/x.png', '/other/x.png', '/assets//img/x.png'])(
    'at the address %s',
    async (address) => {
      const { assets } = await granted()
      expect(await assets.find(address)).toBeNull()
    },
  )

  it('at encoded ways out of the folder', async () => {
    const { assets, key } = await granted()
    for (const way of [
      '%2e%2e/outside.png',
      '..%2foutside.png',
      '%252e%252e/outside.png',
      '..%5coutside.png',
      '%',
    ]) {
      expect(await assets.find(`/assets/${key}/${way}`)).toBeNull()
    }
  })
})

describe('the type of a file', () => {
  it.each([
    ['a.PNG', HEADS.png, 'image/png'],
    ['a.jpg', HEADS.jpg, 'image/jpeg'],
    ['a.gif', HEADS.gif, 'image/gif'],
    ['a.webp', HEADS.webp, 'image/webp'],
    ['a.avif', HEADS.avif, 'image/avif'],
    ['a.svg', HEADS.svg, 'image/svg+xml'],
    ['a.mp3', HEADS.mp3, 'audio/mpeg'],
    ['a.mp4', HEADS.mp4, 'video/mp4'],
    ['really-webp.jpg', HEADS.webp, 'image/webp'],
  ])('%s', async (name, content, contentType) => {
    const { root, assets, key } = await granted()
    await writeFile(join(root, name), content)
    expect(await assets.resolve(key, name)).toMatchObject({ contentType })
  })

  it('is said with a policy under which an SVG can do nothing', () => {
    const headers = assetHeaders({ file: '/a.svg', contentType: 'image/svg+xml', size: 9 })
    expect(headers).toMatchObject({
      'Content-Type': 'image/svg+xml',
      'Content-Length': '9',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    })
  })
})
