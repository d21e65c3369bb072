import { mkdir, open, readFile, realpath, rm } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { MOST_IMAGE_BYTES } from '../../core/image-pattern.ts'
import type { ImageFolder } from '../../core/settings.ts'
import { assetPlace } from './asset-place.ts'
import { mediaFamily, mediaType } from './asset-types.ts'
import { fileError, fileProblem } from './files/file-error.ts'
import { codeOf } from './files/file-system.ts'

/** Bytes; larger images are not taken in. */
export const MAX_ADDED_BYTES = MOST_IMAGE_BYTES

const MOST_NAMES = 1000
/** UTF-16 units of a name without its extension: at most 240 bytes, which every file system takes. */
const LONGEST_STEM = 80
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** A name without what an address, a shell or a file system could take for something else. */
export function safeName(name: string): string {
  const extension = extname(name).toLowerCase()
  const stem = basename(name.replaceAll('\\', '/'), extname(name))
    .normalize('NFC')
    .replace(/[\s\p{C}<>:"/\\|?*#%&'`^$!()[\]{};,=+@~]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, LONGEST_STEM)
    .replace(/[\uD800-\uDBFF]$/, '')
  return (stem === '' || RESERVED.test(stem) ? `image${stem === '' ? '' : `-${stem}`}` : stem) + extension
}

/** Writes a file that was not there, all of it or nothing; false when the name is taken. */
export async function create(path: string, bytes: Buffer): Promise<boolean> {
  let file: Awaited<ReturnType<typeof open>>
  try {
    file = await open(path, 'wx')
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
  try {
    await file.writeFile(bytes)
    await file.sync()
    await file.close()
  } catch (error) {
    await file.close().catch(() => undefined) // What went wrong first is what is told.
    await rm(path, { force: true })
    throw error
  }
  return true
}

/** Whether a file holds exactly these bytes. */
export async function holds(path: string, bytes: Buffer): Promise<boolean> {
  return readFile(path).then(
    (found) => found.equals(bytes),
    () => false, // A folder or an unreadable file of that name: another name is taken.
  )
}

/** The bytes of an image under a name to show; throws `notAnImage` and `imageTooLarge`. */
export function checkedImage(
  name: string,
  base64: string,
): { readonly shown: string; readonly bytes: Buffer } {
  const shown = basename(name.replaceAll('\\', '/')).slice(0, 200) || 'image'
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length > MAX_ADDED_BYTES) {
    throw fileProblem('imageTooLarge', shown, 'is too large', { bytes: bytes.length, limit: MAX_ADDED_BYTES })
  }
  const family = mediaFamily(shown)
  const drawn = family === 'raster' || family === 'svg'
  if (!drawn || mediaType(family, bytes.subarray(0, 512)) === null) {
    throw fileProblem('notAnImage', shown, 'is not an image that web pages show')
  }
  return { shown, bytes }
}

/**
 * Puts an image where the site of the article keeps its images, and gives the address the article is to name it by.
 * No file is ever overwritten: the same image under the same name is used again, another one gets a number. Fails
 * with `notAnImage`, `imageTooLarge` and the errors of saving.
 */
export async function addAsset(
  articlePath: string,
  name: string,
  base64: string,
  chosen: ImageFolder,
): Promise<{ reference: string }> {
  const { shown, bytes } = checkedImage(name, base64)
  try {
    const folder = await realpath(dirname(articlePath))
    const place = await assetPlace(join(folder, basename(articlePath)), chosen)
    await mkdir(place.folder, { recursive: true })
    const safe = safeName(shown)
    const extension = extname(safe)
    for (let number = 1; number <= MOST_NAMES; number++) {
      const candidate = number === 1 ? safe : `${basename(safe, extension)}-${number}${extension}`
      const path = join(place.folder, candidate)
      if ((await create(path, bytes)) || (await holds(path, bytes))) {
        return { reference: place.address + candidate }
      }
    }
  } catch (error) {
    throw fileError(error, join(dirname(articlePath), shown), 'saving')
  }
  throw fileProblem('alreadyExists', shown, 'already exists, and so do all its numbers')
}
