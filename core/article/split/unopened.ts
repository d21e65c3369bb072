import { isYamlMapping } from '../../front-matter/yaml/is-mapping.ts'
import { afterLineEnd, type Found } from './found.ts'

/** Front matter longer than this (UTF-16 units) is looked for only behind an opening fence. */
const longest = 65_536

const key = /(?:([\p{L}_][\p{L}\p{N}_.-]*)|"[^"\r\n]+"|'[^'\r\n]+')[ \t]*:(?=[ \t\r\n]|$)/uy
const closeYaml = /-{3,}[ \t]*(?=[\r\n]|$)/y
/** Lines that can stand between the entries of a block mapping: blank, comment, indented, list item. */
const between = /[ \t\r\n#]|-(?=[ \t\r\n])/y
const jsonKey = /"(?:[^"\\\r\n]|\\.)*"[ \t]*:/y
const closeJson = /(?:\r\n|\n|\r)(;{3,})[ \t]*(?=[\r\n]|$)/g
const lineEnd = /[^\r\n]*/y

/** Keys that make a mapping above a `---` front matter beyond doubt; a setext heading has none of them. */
const knownKeys = new Set(
  (
    'title date updated modified layout tags tag keywords categories category author authors permalink slug url ' +
    'description excerpt summary subtitle comments published publish draft cover thumbnail image lang'
  ).split(' '),
)

/**
 * Hexo's form without an opening fence: entries from the first line on, then `---` (YAML) or `;;;` (JSON).
 * Every line is looked at: one that no block mapping can hold ends the search, so a paragraph or setext heading
 * costs nothing. `Note: text` above `---` is a heading to Markdown: without a key every generator knows, all keys
 * have to be lower-case words with no blank line between them.
 */
export function findUnopened(text: string, head: number): Found | null {
  return unopenedJson(text, head) ?? unopenedYaml(text, head)
}

function unopenedYaml(text: string, head: number): Found | null {
  const keys: string[] = []
  let blank = false
  for (let at = head; at < text.length && at - head < longest; at = nextLine(text, at)) {
    closeYaml.lastIndex = at
    const close = closeYaml.exec(text)
    if (close && keys.length > 0) {
      const content = text.slice(head, at)
      if (!isFrontMatter(content, keys, blank)) return null
      return block('yaml', text, head, at, at + close[0].trimEnd().length, closeYaml.lastIndex)
    }
    key.lastIndex = at
    const match = key.exec(text)
    between.lastIndex = at
    if (match) keys.push(match[1] ?? '')
    else if (keys.length === 0 || !between.test(text)) return null
    else blank ||= /[\r\n]/.test(text.charAt(at))
  }
  return null
}

function isFrontMatter(content: string, keys: readonly string[], blank: boolean): boolean {
  const known = keys.some((name) => knownKeys.has(name.toLowerCase()))
  const plausible = known || (!blank && keys.every((name) => /^[a-z_]/.test(name)))
  if (!plausible) return false
  return isYamlMapping(content) || (known && keys.length > 1)
}

function unopenedJson(text: string, head: number): Found | null {
  jsonKey.lastIndex = head
  if (!jsonKey.test(text)) return null
  closeJson.lastIndex = 0
  const match = closeJson.exec(text.slice(head, head + longest))
  if (!match) return null
  const at = afterLineEnd(text, head + match.index)
  return block('json', text, head, at, at + (match[1]?.length ?? 0), head + closeJson.lastIndex)
}

function block(
  format: 'yaml' | 'json',
  text: string,
  from: number,
  closeFrom: number,
  closeTo: number,
  closeLineTo: number,
): Found {
  return {
    block: {
      format,
      form: 'unopened',
      span: { from, to: afterLineEnd(text, closeLineTo) },
      content: { from, to: closeFrom },
      openFence: null,
      closeFence: { from: closeFrom, to: closeTo },
    },
    problems: [],
  }
}

function nextLine(text: string, at: number): number {
  lineEnd.lastIndex = at
  lineEnd.test(text)
  return afterLineEnd(text, lineEnd.lastIndex)
}
