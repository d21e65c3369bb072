import { extname } from 'node:path'

type Family = 'raster' | 'svg' | 'film' | 'sound'

const FAMILIES: Readonly<Record<Family, string>> = {
  raster: '.png .apng .jpg .jpeg .jfif .gif .webp .avif .bmp .ico',
  svg: '.svg',
  film: '.mp4 .m4v .webm .ogv',
  sound: '.mp3 .m4a .ogg .oga .wav',
}

/** What kind of media a file name promises, or null when files of that kind are not served. */
export function mediaFamily(name: string): Family | null {
  const extension = extname(name).toLowerCase()
  for (const [family, extensions] of Object.entries(FAMILIES)) {
    if (extension !== '' && extensions.split(' ').includes(extension)) return family as Family
  }
  return null
}

interface Signature {
  readonly family: Family
  readonly type: string
  test(head: Buffer): boolean
}

const bytes = (head: Buffer, ...wanted: readonly number[]): boolean =>
  wanted.every((byte, at) => head[at] === byte)
const text = (head: Buffer, wanted: string, at = 0): boolean =>
  head.subarray(at, at + wanted.length).toString('latin1') === wanted

const SIGNATURES: readonly Signature[] = [
  { family: 'raster', type: 'image/png', test: (head) => bytes(head, 0x89, 0x50, 0x4e, 0x47) },
  { family: 'raster', type: 'image/jpeg', test: (head) => bytes(head, 0xff, 0xd8, 0xff) },
  { family: 'raster', type: 'image/gif', test: (head) => text(head, 'GIF8') },
  { family: 'raster', type: 'image/webp', test: (head) => text(head, 'RIFF') && text(head, 'WEBP', 8) },
  {
    family: 'raster',
    type: 'image/avif',
    test: (head) => text(head, 'ftypavif', 4) || text(head, 'ftypavis', 4),
  },
  { family: 'raster', type: 'image/bmp', test: (head) => text(head, 'BM') },
  { family: 'raster', type: 'image/x-icon', test: (head) => bytes(head, 0, 0, 1, 0) },
  {
    family: 'svg',
    type: 'image/svg+xml',
    test: (head) => /^\uFEFF?\s*<(?:\?xml|!doctype\s+svg|!--|svg[\s>])/i.test(head.toString('utf8')),
  },
  { family: 'film', type: 'video/mp4', test: (head) => text(head, 'ftyp', 4) },
  { family: 'film', type: 'video/webm', test: (head) => bytes(head, 0x1a, 0x45, 0xdf, 0xa3) },
  { family: 'film', type: 'video/ogg', test: (head) => text(head, 'OggS') },
  {
    family: 'sound',
    type: 'audio/mpeg',
    test: (head) => text(head, 'ID3') || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0),
  },
  { family: 'sound', type: 'audio/mp4', test: (head) => text(head, 'ftyp', 4) },
  { family: 'sound', type: 'audio/ogg', test: (head) => text(head, 'OggS') },
  { family: 'sound', type: 'audio/wav', test: (head) => text(head, 'RIFF') && text(head, 'WAVE', 8) },
]

/**
 * The media type by the first bytes, within the family the name promises: a WebP image named `.jpg` is served
 * as what it is, a document named `.png` is not served (null).
 */
export function mediaType(family: Family, head: Buffer): string | null {
  return SIGNATURES.find((it) => it.family === family && it.test(head))?.type ?? null
}
