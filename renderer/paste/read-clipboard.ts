import type { BodyFormat } from '../../core/article/body-format.ts'
import { escapeHtml } from '../../core/markdown/escape-html.ts'
import { htmlToMarkdown } from '../convert/html-to-markdown.ts'
import { fenced } from '../convert/markdown/code.ts'
import { arrangeFootnotes } from '../convert/markdown/footnotes.ts'
import { isBlockElement, isElement } from '../convert/markdown/writing.ts'
import { cleanClipboard } from './clean/clean.ts'
import { isOffice, monospacedClasses } from './clean/office-code.ts'
import { writeFootnotes } from './footnote-html.ts'
import { htmlText } from './html-text.ts'
import { takeOfficePictures } from './office-pictures.ts'
import type { ClipboardText, PastedText } from './pasted-text.ts'
import { sanitizeClipboard } from './sanitize.ts'

/** Longer HTML, in UTF-16 units, is pasted as plain text: reading it would take seconds. */
const MOST_HTML = 4_000_000
/** Elements that are no more than lines of text. */
const PLAIN = new Set(['p', 'br'])
const MARKDOWN_SIGN = /^(?:#{1,6} \S|[-*+] \S|\d+\. \S|> |```|\|.*\||\[\^?\w+\]: )|\]\(\S+\)|\*\*\S/m

/** Reads the clipboard's HTML as Markdown or clean HTML; when it says no more than its plain text, that text. */
export function readClipboard(
  { html, plain, rtf = '', language = '' }: ClipboardText,
  format: BodyFormat,
  takenFootnotes: ReadonlySet<string>,
): PastedText {
  const asPlain: PastedText = { kind: 'plain', text: plain, dataImages: [], unreachable: 0 }
  if (language !== '') return { ...asPlain, kind: 'blocks', text: codeBlock(plain, language, format) }
  if (html.trim() === '' || html.length > MOST_HTML || isCode(html)) return asPlain
  const root = sanitizeClipboard(html)
  takeOfficePictures(root, rtf)
  const { unreachable } = cleanClipboard(
    root,
    (one) => arrangeFootnotes(one, { exact: false, takenFootnotes }),
    isOffice(html) ? { monospaced: monospacedClasses(html) } : null,
  )
  // Without a plain text beside it the text of the HTML is escaped like any other.
  if (plain.trim() !== '' && saysNoMore(root, plain)) return { ...asPlain, unreachable }
  const kind = [...root.children].some((one) => isBlockElement(one) || isElement(one, 'hr', 'details'))
    ? 'blocks'
    : 'line'
  const dataImages = takeData(root)
  const [only] = root.children
  const oneLine = kind === 'blocks' && root.childNodes.length === 1 && isElement(only ?? null, 'p')
  if (oneLine) only?.replaceWith(...only.childNodes)
  const text =
    format === 'markdown' ? htmlToMarkdown(root, { fidelity: 'clean', takenFootnotes }) : written(root)
  return { kind: oneLine ? 'line' : kind, text, dataImages, unreachable }
}

/** Code as it was copied, as a block of it. */
function codeBlock(code: string, language: string, format: BodyFormat): string {
  const text = code.replace(/^(?:[ \t]*\n)+|\s+$/g, '')
  return format === 'markdown'
    ? fenced(text, language)
    : `<pre><code class="language-${language}">${escapeHtml(text)}\n</code></pre>`
}

/** Puts a token in the place of each image's data, so that no step has to carry it. */
function takeData(root: Element): PastedText['dataImages'] {
  const tokens = new Map<string, string>()
  const paste = crypto.randomUUID()
  for (const image of root.querySelectorAll('img')) {
    const address = image.getAttribute('src') ?? ''
    if (!address.startsWith('data:')) continue
    const token = tokens.get(address) ?? `image-${paste}-${tokens.size}`
    tokens.set(address, token)
    image.setAttribute('src', token)
  }
  return [...tokens].map(([address, token]) => ({ token, address }))
}

function written(root: Element): string {
  for (const formula of [...root.querySelectorAll('[data-tex]')]) {
    const display = formula.getAttribute('data-tex') === 'display'
    formula.replaceWith(display ? `\\[${formula.textContent}\\]` : `\\(${formula.textContent}\\)`)
  }
  writeFootnotes(root)
  return htmlText(root)
}

/**
 * HTML that code editors (VS Code, JetBrains') put beside the code that was copied: it colours the text and says
 * nothing else. A page's code block copied by a browser has the styles of the page, which they have not.
 */
function isCode(html: string): boolean {
  const head = html
    .slice(0, 4000)
    .replace(/<!--[\s\S]*?-->|<head>[\s\S]*?<\/head>|<\/?(?:html|body|meta)[^>]*>/gi, '')
    .trim()
  const [, name, style = ''] = /^<(div|pre)\b[^>]*style="([^"]*)"/i.exec(head) ?? []
  if (!/font-family:[^;]*(?:mono|consolas|menlo|courier)/i.test(style.replaceAll('&quot;', ''))) return false
  if (/orphans|text-indent|-webkit-text/i.test(style)) return false
  return name?.toLowerCase() === 'pre' || /white-space:\s*pre/i.test(style)
}

/** Whether nothing is left but lines of text, or one cell: then the plain text is what was copied. */
function saysNoMore(root: Element, plain: string): boolean {
  const elements = [...root.querySelectorAll('*')]
  if (elements.length === 0) return true
  if (!elements.every((one) => PLAIN.has(one.localName))) return false
  const paragraphs = elements.filter((one) => one.localName === 'p').length
  return paragraphs <= 1 || MARKDOWN_SIGN.test(plain)
}
