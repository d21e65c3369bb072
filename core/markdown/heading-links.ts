import type { CleanPiece } from './clean-html.ts'
import { createSlugger } from './slug.ts'
import { TOC_MARK } from './small-inlines.ts'

export interface HeadedPiece extends CleanPiece {
  /** True: the piece is one heading of the article. */
  readonly heading: boolean
}

interface Heading {
  readonly level: number
  readonly slug: string
  readonly html: string
}

const HEADING = /^<h([1-6])>([^]*)<\/h\1>/
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/**
 * Headings that something in the article links to get their id, as GitHub makes them, and the table of contents is
 * filled in. The others stay as they are.
 */
export function linkHeadings(pieces: readonly HeadedPiece[]): readonly CleanPiece[] {
  const slug = createSlugger()
  const headings = pieces.map((piece): Heading | null => {
    const found = piece.heading ? HEADING.exec(piece.html) : null
    if (!found) return null
    const html = found[2] ?? ''
    return { level: Number(found[1]), slug: slug(plainText(html)), html }
  })
  const hasContents = pieces.some(({ html }) => html.includes(TOC_MARK))
  const targets = new Set(pieces.flatMap(({ html }) => [...html.matchAll(/ href="#([^"]+)"/g)].map(target)))
  const contents = hasContents ? contentsHtml(headings.filter((heading) => heading !== null)) : ''
  return pieces.map(({ html, span }, i) => {
    const heading = headings[i]
    const linked = heading && heading.slug !== '' && (hasContents || targets.has(heading.slug))
    const named = linked ? html.replace(/^<h([1-6])>/, `<h$1 id="${heading.slug}">`) : html
    return { html: named.replaceAll(TOC_MARK, () => contents), span }
  })
}

function target(found: RegExpExecArray): string {
  const address = plainText(found[1] ?? '')
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (all, name: string) => ENTITIES[name] ?? all)
}

/** The headings as lists in lists. */
function contentsHtml(headings: readonly Heading[]): string {
  const open: number[] = []
  let html = ''
  for (const { level, slug, html: title } of headings) {
    while (open.length > 1 && level <= (open.at(-2) ?? 0)) {
      open.pop()
      html += '</li>\n</ul>\n'
    }
    if (open.length > 0 && level <= (open.at(-1) ?? 0)) html += '</li>\n'
    else {
      html += '<ul>\n'
      open.push(level)
    }
    html += `<li><a href="#${slug}">${title.replace(/<\/?a\b[^>]*>/g, '')}</a>`
  }
  return `<nav class="toc">\n${html}${'</li>\n</ul>\n'.repeat(open.length)}</nav>\n`
}
