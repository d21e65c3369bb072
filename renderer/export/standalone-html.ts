import { HEAD_PART } from '../preview/article-head.ts'
import { LATER } from '../preview/later-blocks.ts'

/** What a page that stands alone says of itself. */
export interface PageFacts {
  readonly title: string
  readonly language: string
  /** Whether remote pictures that Galley holds back are in the page: a site's visitor would see them. */
  readonly heldBack: boolean
}

/** Attributes that only mean something inside Galley. */
const OURS = [
  'data-from',
  'data-to',
  'data-caret',
  'data-written',
  'data-set',
  'data-tex',
  'data-slug',
  'data-remote-src',
  'data-refused',
  'data-wide',
  LATER,
  HEAD_PART,
  'loading',
  'decoding',
]

/** Bytes; larger pictures keep their address. */
const MOST_INLINE = 20 * 1024 * 1024

/** The shown article as one HTML file: the published look's style sheet and the pictures beside the article are in it. */
export async function standaloneHtml(shown: Document, facts: PageFacts): Promise<string> {
  const page = shown.implementation.createHTMLDocument(facts.title)
  page.documentElement.lang = facts.language
  const { look = 'plain' } = shown.documentElement.dataset
  Object.assign(page.documentElement.dataset, { look, width: 'full', theme: 'light' })
  const charset = page.createElement('meta')
  charset.setAttribute('charset', 'utf-8')
  const viewport = page.createElement('meta')
  viewport.name = 'viewport'
  viewport.content = 'width=device-width, initial-scale=1'
  page.head.prepend(charset, viewport)
  for (const style of shown.querySelectorAll('head > style')) {
    const copy = page.createElement('style')
    copy.textContent = await withUsedFonts(style.textContent, shown.fonts)
    page.head.append(copy)
  }
  const ending = page.createElement('style')
  // In a window of any width nothing is cut off.
  ending.textContent =
    '.galley-article { padding-bottom: 4rem } .galley-chunk { display: flow-root; content-visibility: visible }'
  page.head.append(ending)
  page.body.append(...[...shown.body.children].map((child) => page.importNode(child, true)))
  if (facts.heldBack)
    for (const held of page.querySelectorAll<HTMLElement>('[data-remote-src]')) showRemote(held)
  for (const chunk of page.querySelectorAll('.galley-chunk')) chunk.removeAttribute('style')
  await Promise.all([...page.querySelectorAll('img')].map(embed))
  for (const link of page.querySelectorAll('[data-refused]'))
    for (const name of ['role', 'tabindex']) link.removeAttribute(name)
  for (const element of page.body.querySelectorAll('*'))
    for (const name of OURS) element.removeAttribute(name)
  return `<!doctype html>\n${page.documentElement.outerHTML}\n`
}

/** A remote picture that was held back in Galley stands in the file as in the article. */
function showRemote(held: HTMLElement): void {
  const image = held.ownerDocument.createElement('img')
  image.src = held.dataset.remoteSrc ?? ''
  image.alt = held.querySelector('b')?.textContent ?? ''
  image.referrerPolicy = 'no-referrer'
  held.replaceWith(image)
}

/** Puts a picture that Galley serves into the file itself. */
async function embed(image: HTMLImageElement): Promise<void> {
  const address = image.getAttribute('src') ?? ''
  if (!address.startsWith('/assets/') && !new URL(address, location.href).pathname.startsWith('/assets/'))
    return
  if (new URL(address, location.href).origin !== location.origin) return
  const response = await fetch(address)
  const picture = await response.blob()
  if (!response.ok || picture.size > MOST_INLINE) image.src = image.dataset.written ?? ''
  else image.src = await dataAddress(picture)
}

/** A style sheet with the fonts that were used in it, and without those that were not. */
async function withUsedFonts(css: string, fonts: FontFaceSet): Promise<string> {
  const used = new Set([...fonts].filter((font) => font.status === 'loaded').map(fontKey))
  const parts = css.split(/(@font-face\s*\{[^}]*\})/)
  const kept = await Promise.all(
    parts.map(async (part) => {
      if (!part.startsWith('@font-face')) return part
      const says = (name: string): string => new RegExp(`${name}:\\s*([^;}]+)`).exec(part)?.[1] ?? ''
      const face = { family: says('font-family'), style: says('font-style'), weight: says('font-weight') }
      const address = /url\(["']?([^"')]+)["']?\)/.exec(part)?.[1]
      if (address === undefined || !used.has(fontKey(face))) return ''
      const response = await fetch(address)
      return response.ok ? part.replace(address, await dataAddress(await response.blob())) : ''
    }),
  )
  return kept.join('')
}

function fontKey({ family, style, weight }: Pick<FontFace, 'family' | 'style' | 'weight'>): string {
  const plain = weight === 'normal' ? '400' : weight === 'bold' ? '700' : weight
  return `${family.replace(/["']/g, '')} ${style} ${plain}`
}

function dataAddress(picture: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '')
    reader.onerror = () => reject(reader.error ?? new Error('A picture cannot be read.'))
    reader.readAsDataURL(picture)
  })
}
