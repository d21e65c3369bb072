import { cleanOptionsFor } from '../../convert/clean-options.ts'
import { cleanHtmlNow, joined } from '../../convert/rendering-of.ts'
import { splitField } from '../../editor/article-fields.ts'
import { sanitizeClipboard } from '../../paste/sanitize.ts'
import { imageAddress } from '../../preview/image-address.ts'
import type { ArticleSession } from '../article-session.ts'
import type { Runtime } from '../runtime.ts'

/** Bytes; a larger local image is not copied along. */
const MOST_IMAGE = 4_000_000

/** What programs that drop classes (WeChat, Word, mail) need to be told per element. */
const LOOK: Readonly<Record<string, string>> = {
  pre: 'white-space: pre-wrap; font-family: Consolas, Menlo, monospace; font-size: 14px; line-height: 1.5; padding: 12px; background: #f6f8fa; border-radius: 4px;',
  blockquote: 'margin: 1em 0; padding: 0 1em; border-left: 4px solid #d0d7de; color: #57606a;',
  table: 'border-collapse: collapse;',
  th: 'border: 1px solid #d0d7de; padding: 4px 10px;',
  td: 'border: 1px solid #d0d7de; padding: 4px 10px;',
  img: 'max-width: 100%;',
}

/** Code outside blocks of code. */
const INLINE_CODE =
  'font-family: Consolas, Menlo, monospace; background: #f6f8fa; padding: 1px 4px; border-radius: 3px;'

/**
 * Copies the selection, or the whole body, as rich text (`text/html`) with its source beside it as plain text: for
 * WeChat's editor, Word and mail. Local images go along as data.
 */
export async function copyRich(session: ArticleSession, runtime: Runtime): Promise<void> {
  const { state } = session.view
  const { main } = state.selection
  const { body } = state.field(splitField)
  const from = main.empty ? body.from : Math.max(main.from, body.from)
  const source = state.sliceDoc(from, main.empty ? body.to : Math.max(main.to, from))
  const { bodyFormat, context, name } = session.tab
  const html =
    bodyFormat === 'html'
      ? source
      : joined(
          cleanHtmlNow(
            source,
            await cleanOptionsFor([source], runtime.store.get().settings.markdownExtensions),
          ),
        )
  const root = sanitizeClipboard(html)
  for (const image of root.querySelectorAll('img')) {
    const address = imageAddress(image.getAttribute('src') ?? '', context, name)
    if (address.kind === 'local')
      image.setAttribute('src', (await firstImage(address.urls)) ?? image.getAttribute('src') ?? '')
  }
  dress(root)
  const copied = copy(root.innerHTML, source)
  runtime.notify(copied ? 'info' : 'error', runtime.t(copied ? 'paste.copied' : 'paste.notCopied'))
}

function dress(root: Element): void {
  for (const [name, style] of Object.entries(LOOK))
    for (const element of root.querySelectorAll(name))
      if (!element.hasAttribute('style')) element.setAttribute('style', style)
  for (const code of root.querySelectorAll('code')) {
    if (code.closest('pre') === null && !code.hasAttribute('style')) code.setAttribute('style', INLINE_CODE)
    // WeChat joins spaces and lines of code unless each is spelt out.
    if (code.closest('pre') === null) continue
    const lines = code.textContent.replace(/\n$/, '').split('\n')
    code.replaceChildren(
      ...lines.flatMap((line, i) => {
        const text = line.replace(/^[ \t]+/, (indent) =>
          indent.replaceAll('\t', '    ').replaceAll(' ', '\u00a0'),
        )
        return i === 0 ? [text] : [root.ownerDocument.createElement('br'), text]
      }),
    )
  }
}

/** The first of these addresses (of this origin) that holds an image, as a `data:` address. */
async function firstImage(urls: readonly string[]): Promise<string | null> {
  for (const url of urls) {
    const response = await fetch(url).catch(() => null) // No such image: the next place counts.
    if (response?.ok !== true) continue
    const blob = await response.blob()
    if (blob.size > MOST_IMAGE || !blob.type.startsWith('image/')) return null
    return new Promise((resolve) => {
      const reader = new FileReader()
      reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : null))
      reader.addEventListener('error', () => resolve(null))
      reader.readAsDataURL(blob)
    })
  }
  return null
}

/** Answers a copy event with both forms: that asks for no permission, and leaves the HTML as it is. */
function copy(html: string, plain: string): boolean {
  const answer = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/html', html)
    event.clipboardData?.setData('text/plain', plain)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  document.addEventListener('copy', answer, { capture: true })
  try {
    // oxlint-disable-next-line typescript/no-deprecated -- the only way that asks for no permission
    return document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', answer, { capture: true })
  }
}
