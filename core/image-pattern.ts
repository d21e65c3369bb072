/** Bytes; a larger image is not taken in. */
export const MOST_IMAGE_BYTES = 32 * 1024 * 1024

/** What the blanks of a pattern for image files stand for. */
export interface ImagePatternValues {
  /** The article's file name without its extension. */
  readonly article: string
  /** The image's own name without its extension. */
  readonly name: string
  /** Without the dot. */
  readonly ext: string
  /** From 1. */
  readonly n: number
  readonly date: Date
}

/**
 * The pattern for images that a folder's `galley.json` sets as `x-images`, such as `/img/{year}/{article}-{n}.{ext}`;
 * null without one. A slash at the beginning means the root of the site's static files, anything else is beside the
 * article.
 */
export function imagePattern(configText: string): string | null {
  try {
    const config: unknown = JSON.parse(configText)
    if (typeof config !== 'object' || config === null || !('x-images' in config)) return null
    const pattern = config['x-images']
    return typeof pattern === 'string' && pattern.trim() !== '' ? pattern.trim() : null
  } catch {
    return null // What is wrong with the file is said where it is read as a schema.
  }
}

const pad = (number: number, length = 2): string => String(number).padStart(length, '0')

/**
 * A pattern's path for one image. Blanks are `{article}`, `{name}`, `{n}`, `{ext}`, `{year}`, `{month}`, `{day}`; a
 * pattern without `{n}` gets the number from 2 on before its extension, one without `{ext}` gets the extension.
 */
export function imagePath(pattern: string, values: ImagePatternValues): string {
  const { article, name, ext, n, date } = values
  const whole = pattern.includes('{ext}') ? pattern : `${pattern}.{ext}`
  const counted = whole.includes('{n}') || n === 1 ? whole : whole.replace(/(?:\.\{ext\})?$/, `-{n}$&`)
  const blanks: Readonly<Record<string, string>> = {
    article,
    name,
    ext,
    n: String(n),
    year: pad(date.getFullYear(), 4),
    month: pad(date.getMonth() + 1),
    day: pad(date.getDate()),
  }
  return counted.replace(/\{(\w+)\}/g, (blank, key: string) => blanks[key] ?? blank)
}
