import { extname } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.apng': 'image/apng',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.jfif': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.bmp': 'image/bmp',
  '.ico': 'image/x-icon',
  '.svg': 'image/svg+xml',
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.webm': 'video/webm',
  '.ogv': 'video/ogg',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
}

/** The media type for a file name, or null when files of that kind are not served. */
export function assetType(name: string): string | null {
  return TYPES[extname(name).toLowerCase()] ?? null
}

const starts = (head: Buffer, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => head[at] === byte)
const holds = (head: Buffer, text: string, at: number): boolean =>
  head.subarray(at, at + text.length).toString('latin1') === text

const PNG = (head: Buffer): boolean => starts(head, 0x89, 0x50, 0x4e, 0x47)
const MP4 = (head: Buffer): boolean => holds(head, 'ftyp', 4)
const OGG = (head: Buffer): boolean => holds(head, 'OggS', 0)

const SNIFF: Readonly<Record<string, (head: Buffer) => boolean>> = {
  'image/png': PNG,
  'image/apng': PNG,
  'image/jpeg': (head) => starts(head, 0xff, 0xd8, 0xff),
  'image/gif': (head) => holds(head, 'GIF8', 0),
  'image/webp': (head) => holds(head, 'RIFF', 0) && holds(head, 'WEBP', 8),
  'image/avif': MP4,
  'image/bmp': (head) => holds(head, 'BM', 0),
  'image/x-icon': (head) => starts(head, 0, 0, 1, 0) || PNG(head),
  'video/mp4': MP4,
  'video/webm': (head) => starts(head, 0x1a, 0x45, 0xdf, 0xa3),
  'video/ogg': OGG,
  'audio/mpeg': (head) => holds(head, 'ID3', 0) || (head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0),
  'audio/mp4': MP4,
  'audio/ogg': OGG,
  'audio/wav': (head) => holds(head, 'RIFF', 0) && holds(head, 'WAVE', 8),
}

/** True when the first bytes are those of this kind: a document renamed to `.png` is not served. */
export function looksLike(contentType: string, head: Buffer): boolean {
  if (contentType === 'image/svg+xml') {
    return /^\uFEFF?\s*<(?:\?xml|!doctype\s+svg|!--|svg[\s>])/i.test(head.toString('utf8'))
  }
  return SNIFF[contentType]?.(head) ?? false
}
