import { describe, expect, test } from 'vitest'
import type { FolderContext } from '../../../core/contract.ts'
import { imageAddress } from '../../../renderer/preview/image-address.ts'

const CONTEXT: FolderContext = {
  generator: 'hexo',
  siteRoot: '/site',
  config: null,
  suggestions: {},
  usualFormat: null,
  assetBase: '/assets/key/source/_posts/',
  siteAssetBase: '/assets/key/',
}

function find(src: string, context: FolderContext | null = CONTEXT) {
  return imageAddress(src, context, 'harbour.md')
}

describe('an image of an article', () => {
  test('is looked for beside the article, then in the folder named like it', () => {
    expect(find('quay.png')).toEqual({
      kind: 'local',
      urls: ['/assets/key/source/_posts/quay.png', '/assets/key/source/_posts/harbour/quay.png'],
      path: 'quay.png',
    })
  })

  test('that is not found is told of by its path as the writer reads it', () => {
    expect(find('%E5%9B%BE%E7%89%87/%E7%A0%81%20%E5%A4%B4.png')).toMatchObject({ path: '图片/码 头.png' })
    expect(find('%E5%9B%BE%E7%89%87/a.png', null)).toMatchObject({ kind: 'broken', path: '图片/a.png' })
  })

  test('with a root-relative path is looked for under the site and the folders it is published from', () => {
    const address = find('/img/quay.png')
    expect(address.kind === 'local' && address.urls.slice(0, 2)).toEqual([
      '/assets/key/img/quay.png',
      '/assets/key/source/img/quay.png',
    ])
  })

  test.each([
    ['码 头.png', '%E7%A0%81%20%E5%A4%B4.png'],
    ['a%20b.png', 'a%20b.png'],
    ['100%.png', '100%25.png'],
    ['./a.png', 'a.png'],
    ['../img/a.png', '..%2Fimg/a.png'],
    ['../../a.png', '..%2F..%2Fa.png'],
    ['a.png?x=1#y', 'a.png'],
    ['img\\a.png', 'img/a.png'],
  ])('%s is asked for as %s', (src, path) => {
    const address = find(src)
    expect(address.kind === 'local' && address.urls[0]).toBe(`/assets/key/source/_posts/${path}`)
  })

  test.each([
    'https://a.example/b.png',
    'HTTP://a.example/b.png',
    '//a.example/b.png',
    ' https://a.example/b.png',
  ])('%s is remote', (src) => {
    expect(find(src)).toMatchObject({ kind: 'remote', host: 'a.example' })
  })

  test.each(['data:image/png;base64,AAAA', 'data:image/svg+xml,<svg/>'])('%s needs no request', (src) => {
    expect(find(src)).toEqual({ kind: 'data', url: src })
  })

  test.each([
    'javascript:x',
    'java\tscript:x',
    'data:text/html,x',
    'file:///a.png',
    'C:\\a.png',
    '\\\\host\\share\\a.png',
    '/\\host/a.png',
    'blob:x',
  ])('%s is not shown', (src) => {
    expect(find(src)).toMatchObject({ kind: 'broken', reason: 'scheme' })
  })

  test('without an address has none yet', () => {
    for (const src of ['', ' \n']) expect(find(src)).toEqual({ kind: 'broken', path: '', reason: 'empty' })
  })

  test('of an article without a folder, or a path without a site, is not there and says so', () => {
    expect(find('a.png', null)).toMatchObject({ kind: 'broken', reason: 'noFolder' })
    expect(find('/a.png', { ...CONTEXT, siteAssetBase: null })).toMatchObject({
      kind: 'broken',
      reason: 'noSite',
    })
  })
})
