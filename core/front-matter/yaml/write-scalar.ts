import { hasUnprintable, isSafePlain, type Meant } from './plain.ts'

/** How a scalar is to be written: where it stands and what the writer is used to. */
export interface ScalarWish {
  readonly style: 'plain' | 'single' | 'double'
  /** The quotes to take when a plain scalar needs some. */
  readonly quote: 'single' | 'double'
  readonly inFlow: boolean
  /** The YAML 1.1 meaning that is wanted, if any. */
  readonly meant: Meant
}

/** A value that is no text, as both YAML versions read it. Null is written out. */
export function writeAtom(value: number | boolean | null): string {
  if (typeof value !== 'number') return String(value)
  if (Number.isNaN(value)) return '.nan'
  if (!Number.isFinite(value)) return value < 0 ? '-.inf' : '.inf'
  if (Object.is(value, -0)) return '-0.0'
  return String(value).replace(/^(-?\d+)e/, '$1.0e')
}

/** Text on one line, in the wished style or the lightest that holds it; heavier ones follow. */
export function writeText(text: string, wish: ScalarWish): readonly string[] {
  const ways: string[] = []
  if (wish.style === 'plain' && isSafePlain(text, wish.inFlow, wish.meant)) ways.push(text)
  const quote = wish.style === 'plain' ? wish.quote : wish.style
  if (quote === 'single' && !hasUnprintable(text)) ways.push(singleQuoted(text))
  ways.push(doubleQuoted(text))
  return ways
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

const escapes: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
}
const escaped =
  /["\\\x00-\x1F\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

function doubleQuoted(text: string): string {
  const inside = text.replace(escaped, (char) => {
    return escapes[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
  return `"${inside}"`
}
