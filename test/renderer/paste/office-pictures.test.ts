import { describe, expect, test } from 'vitest'
import { takeOfficePictures } from '../../../renderer/paste/office-pictures.ts'
import { rtfPictures } from '../../../renderer/paste/rtf-pictures.ts'

const bytes = (mark: string): Buffer => Buffer.from(`${mark} ${'.'.repeat(40)}`)
const hex = (mark: string): string => bytes(mark).toString('hex')
const address = (mark: string, type = 'png'): string =>
  `data:image/${type};base64,${bytes(mark).toString('base64')}`

/** A picture as Word writes it: the size it is shown at in CSS pixels, twice for readers of two ages. */
const word = (mark: string, width = 100, height = 50, blip = 'pngblip'): string =>
  String.raw`{\*\shppict{\pict{\*\picprop\shplid1025{\sp{\sn shapeType}{\sv 75}}}\picscalex50\picscaley50\piccropl0` +
  String.raw`\picw2646\pich1323\picwgoal${width * 30}\pichgoal${height * 30}` +
  String.raw`${`\\${blip}`}\bliptag-1{\*\blipuid 0011aabb}` +
  `\n${hex(mark).replace(/(.{20})/g, '$1\n')}}}` +
  String.raw`{\nonshppict{\pict\picw2646\wmetafile8 ${hex('old')}}}`
const rtf = (...parts: readonly string[]): string =>
  String.raw`{\rtf1\ansi{\fonttbl{\f0 Aptos;}}{\*\listpicture{\pict\pngblip ${hex('bullet')}}}` +
  String.raw`{\header\pard {\pict\pngblip ${hex('head')}}}\pard a \{b\} \'e9 \u233? ` +
  `${parts.join(String.raw`\par text `)}}`

describe('the pictures of an RTF text', () => {
  test('come in their order with the size they are shown at; bullets, headers and second versions do not', () => {
    const found = rtfPictures(rtf(word('one'), word('two', 20, 10, 'jpegblip')))
    expect(found).toEqual([
      { address: address('one'), width: 100, height: 50 },
      { address: address('two', 'jpeg'), width: 20, height: 10 },
    ])
  })

  test('one that no page shows keeps its place', () => {
    const drawing = String.raw`{\pict\emfblip\picwgoal300\pichgoal150 ${hex('lines')}}`
    expect(rtfPictures(rtf(drawing, word('one'))).map((one) => one.address)).toEqual([null, address('one')])
  })

  test('binary data and broken groups are passed over', () => {
    expect(rtfPictures(String.raw`{\rtf1{\pict\pngblip\bin5 }{}}\}}} {\pict`)).toHaveLength(1)
    expect(rtfPictures('}}}{{\\')).toEqual([])
  })
})

describe('images of an office program’s HTML', () => {
  const images = (html: string, text: string): readonly (string | null)[] => {
    const root = document.createElement('div')
    root.innerHTML = html
    takeOfficePictures(root, text)
    return [...root.querySelectorAll('img')].map((image) => image.getAttribute('src'))
  }
  const local = (width: number, height: number): string =>
    `<p><img width=${width} height=${height} src="file:///C:/x/clip_image001.png"></p>`

  test('take the pictures of the RTF one by one; those with an address of their own are none of them', () => {
    const html = `${local(1, 1)}<img src="https://example.org/a.png">${local(2, 2)}`
    expect(images(html, rtf(word('one'), word('two')))).toEqual([
      address('one'),
      'https://example.org/a.png',
      address('two'),
    ])
  })

  test('where the numbers differ, only sizes that fit are paired', () => {
    const html = local(100, 50) + local(30, 30) + local(40, 20)
    expect(images(html, rtf(word('one', 100, 51), word('two', 40, 20)))).toEqual([
      address('one'),
      'file:///C:/x/clip_image001.png',
      address('two'),
    ])
  })

  test('without pictures in the RTF they stay as they are', () => {
    expect(images(local(1, 1), rtf())).toEqual(['file:///C:/x/clip_image001.png'])
  })
})
