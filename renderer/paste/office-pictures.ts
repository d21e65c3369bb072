import { rtfPictures, type RtfPicture } from './rtf-pictures.ts'

/** Longer RTF, in UTF-16 units, is not read: its pictures would be larger than what is taken in. */
const MOST_RTF = 200_000_000
/** How far two sizes may be apart that mean the same, as a part of the larger. */
const NEAR = 0.03

const sizeOf = (image: Element, name: 'width' | 'height'): number =>
  Number.parseFloat(image.getAttribute(name) ?? '') || 0

/**
 * Gives images that name a file of the office program they come from the picture that the RTF beside the HTML holds
 * for them. Both have them in the same order; where their number is not the same, only sizes that fit are paired, so
 * that no image shows another's picture.
 */
export function takeOfficePictures(root: Element, rtf: string): void {
  const images = [...root.querySelectorAll('img')].filter(
    (image) => !/^(?:https?:|data:|\/\/)/i.test((image.getAttribute('src') ?? '').trim()),
  )
  if (images.length === 0 || rtf.length > MOST_RTF || !rtf.includes('\\pict')) return
  const pictures = rtfPictures(rtf)
  if (pictures.length === images.length) {
    for (const [i, image] of images.entries()) show(image, pictures[i])
    return
  }
  let next = 0
  for (const image of images) {
    const found = pictures.findIndex((picture, i) => i >= next && fits(image, picture))
    if (found < 0) continue
    show(image, pictures[found])
    next = found + 1
  }
}

function show(image: Element, picture: RtfPicture | undefined): void {
  const address = picture?.address ?? null
  if (address !== null) image.setAttribute('src', address)
}

function fits(image: Element, picture: RtfPicture): boolean {
  const near = (a: number, b: number): boolean => a > 0 && Math.abs(a - b) <= Math.max(a, b) * NEAR + 1
  return near(sizeOf(image, 'width'), picture.width) && near(sizeOf(image, 'height'), picture.height)
}
