import type { Tokens } from 'marked'
import { escapeHtml } from './escape-html.ts'

/** A tag of a generator's template language: Hexo and Jekyll's `{% … %}`, Hugo's `{{< … >}}` and `{{% … %}}`. */
export interface TagToken extends Tokens.Generic {
  readonly type: 'tag'
  /** The tag's name, `end…` or `/…` for closing ones. */
  readonly name: string
  readonly rest: string
  /** What stands between a verbatim tag and its end; null for all others. */
  readonly content: string | null
  readonly inline: boolean
  /** True: a verbatim tag whose end was not found. */
  readonly unclosed: boolean
}

/** How far a verbatim tag looks for its end, in UTF-16 units. */
export const TAG_REACH = 20_000

/** Tags whose content the generator does not read as Markdown. */
const VERBATIM = new Set(['raw', 'codeblock', 'code', 'highlight', 'comment'])
const LINE = /^ {0,3}(?:\{%-?[ \t]*([^\n]*?)-?%\}|\{\{([<%])[ \t]*([^\n]*?)[>%]\}\})[ \t]*(?:\n|$)/
const INLINE = /^(?:\{%-?[ \t]*([^\n]*?)-?%\}|\{\{([<%])[ \t]*([^\n]*?)[>%]\}\})/

/** A line that is one tag; a verbatim one takes everything up to its end. */
export function tagBlock(src: string): TagToken | undefined {
  const found = LINE.exec(src)
  if (!found) return undefined
  const { name, rest } = nameOf(found)
  if (!found[0].trimStart().startsWith('{%') || !VERBATIM.has(name)) return tag(found[0], name, rest, false)
  const end = new RegExp(`^[ \\t]*\\{%-?[ \\t]*end${name}[ \\t]*-?%\\}[ \\t]*(?:\\n|$)`, 'm')
  const ending = end.exec(src.slice(found[0].length, TAG_REACH))
  if (!ending) return { ...tag(found[0], name, rest, false), unclosed: true }
  const content = src.slice(found[0].length, found[0].length + ending.index)
  return {
    ...tag(src.slice(0, found[0].length + ending.index + ending[0].length), name, rest, false),
    content,
  }
}

/** A tag inside a line of text. */
export function tagInline(src: string): TagToken | undefined {
  const found = INLINE.exec(src)
  if (!found) return undefined
  const { name, rest } = nameOf(found)
  return tag(found[0], name, rest, true)
}

function nameOf(found: RegExpExecArray): { name: string; rest: string } {
  const [, name = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec((found[1] ?? found[3] ?? '').trim()) ?? []
  return { name, rest: rest.trim() }
}

function tag(raw: string, name: string, rest: string, inline: boolean): TagToken {
  return { type: 'tag', raw, name, rest, inline, content: null, unclosed: false }
}

/** A labelled box; images of Hexo's asset folder (`asset_img`) are shown as images. */
export function tagHtml(token: TagToken): string {
  if (token.name === '$$') return `<p>${escapeHtml(token.raw.trim())}</p>\n`
  if (token.name === 'asset_img') return assetImage(token)
  if (token.content !== null && token.name !== 'comment') {
    return `<pre class="galley-verbatim"><code>${escapeHtml(token.content)}</code></pre>\n`
  }
  const element = token.inline ? 'span' : 'div'
  const closing = /^(?:end|\/)/.test(token.name) ? ' galley-tag-end' : ''
  const rest = token.rest === '' ? '' : ` <span class="galley-tag-rest">${escapeHtml(token.rest)}</span>`
  return `<${element} class="galley-tag${closing}"><b>${escapeHtml(token.name)}</b>${rest}</${element}>`
}

function assetImage(token: TagToken): string {
  const words =
    token.rest.match(/"[^"]*"|'[^']*'|\S+/g)?.map((word) => word.replace(/^["']|["']$/g, '')) ?? []
  const at = words.findIndex((word) => /\.\w{2,5}$/.test(word))
  const alt = words.slice(at + 1).filter((word) => !/^\d+(?:px|%)?$/.test(word))
  const image = `<img src="${escapeHtml(words[at] ?? words[0] ?? '')}" alt="${escapeHtml(alt.join(' '))}">`
  return token.inline ? image : `<p>${image}</p>\n`
}
