/** A picture of an RTF text (Rich Text Format 1.9.1, "Pictures"). */
export interface RtfPicture {
  /** A `data:` address; null for kinds that no page shows (Windows metafiles and the like). */
  readonly address: string | null
  /** The size it is shown at in CSS pixels; 0: not said. */
  readonly width: number
  readonly height: number
}

/** What the control words of one picture have said so far. */
interface Reading {
  type: 'png' | 'jpeg' | null
  goal: [number, number]
  scale: [number, number]
  readonly data: string[]
}

/** Groups whose pictures are no part of the text: second versions for old readers, bullets, backgrounds. */
const ASIDE = /^(?:nonshppict|listpicture|header[lrf]?|footer[lrf]?|background|shprslt|themedata|datastore)$/
const CONTROL = /\\(?:([a-z]+)(-?\d+)? ?|'[\da-f]{2}|[^])/giy
/** A picture is at least this large in hex digits: what is smaller is a mark for other programs. */
const LEAST = 64
const TWIPS_PER_PIXEL = 15

/** The pictures of an RTF text in their order, as office programs put one beside HTML that names files of theirs. */
export function rtfPictures(rtf: string): readonly RtfPicture[] {
  const pictures: RtfPicture[] = []
  let picture: Reading | null = null
  // How deep the groups are in which a picture stands, and one that is not looked at; 0: none.
  let depth = 0
  let pictureDepth = 0
  let asideDepth = 0
  const end = (): void => {
    if (picture) pictures.push(finished(picture))
    picture = null
  }
  let at = 0
  while (at < rtf.length) {
    const sign = rtf[at]
    if (sign === '{') {
      depth += 1
      at += 1
    } else if (sign === '}') {
      if (depth === pictureDepth) end()
      if (depth === asideDepth) asideDepth = 0
      depth -= 1
      at += 1
    } else if (sign === '\\') {
      CONTROL.lastIndex = at
      const [whole = sign, word, number] = CONTROL.exec(rtf) ?? []
      at += whole.length
      if (word === undefined) continue
      if (word === 'bin') at += Math.max(0, Number(number ?? 0))
      else if (asideDepth > 0) continue
      else if (ASIDE.test(word)) asideDepth = depth
      else if (word === 'pict') {
        end()
        picture = { type: null, goal: [0, 0], scale: [100, 100], data: [] }
        pictureDepth = depth
      } else if (picture !== null && depth === pictureDepth) note(picture, word, Number(number ?? 0))
    } else {
      const stop = nextSign(rtf, at)
      if (picture !== null && depth === pictureDepth) picture.data.push(rtf.slice(at, stop))
      at = stop
    }
  }
  return pictures
}

function nextSign(rtf: string, from: number): number {
  const signs = /[\\{}]/g
  signs.lastIndex = from
  return signs.exec(rtf)?.index ?? rtf.length
}

function note(picture: Reading, word: string, value: number): void {
  if (word === 'pngblip') picture.type = 'png'
  else if (word === 'jpegblip') picture.type = 'jpeg'
  else if (word === 'picwgoal') picture.goal[0] = value
  else if (word === 'pichgoal') picture.goal[1] = value
  else if (word === 'picscalex') picture.scale[0] = value
  else if (word === 'picscaley') picture.scale[1] = value
}

function finished({ type, goal, scale, data }: Reading): RtfPicture {
  const [width = 0, height = 0] = goal.map((twips, i) => (twips * (scale[i] ?? 100)) / 100 / TWIPS_PER_PIXEL)
  const hex = data.join('').replace(/[^\da-f]+/gi, '')
  const address = type === null || hex.length < LEAST ? null : `data:image/${type};base64,${base64Of(hex)}`
  return { address, width, height }
}

/** Bytes written as hex digits, as base64. */
function base64Of(hex: string): string {
  const bytes = new Uint8Array(hex.length >> 1)
  const digit = (at: number): number => {
    const code = hex.charCodeAt(at)
    return code < 58 ? code - 48 : (code | 32) - 87
  }
  for (let i = 0; i < bytes.length; i++) bytes[i] = digit(2 * i) * 16 + digit(2 * i + 1)
  const parts: string[] = []
  for (let i = 0; i < bytes.length; i += 8192) parts.push(String.fromCharCode(...bytes.subarray(i, i + 8192)))
  return btoa(parts.join(''))
}
