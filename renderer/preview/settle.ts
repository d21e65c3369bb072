import { isShown, type Block } from '../../core/markdown/block.ts'
import { isHeavyMarkdown } from '../../core/markdown/limits.ts'
import { renderFootnote, renderPlain } from '../../core/markdown/render-markdown.ts'
import { createSlugger } from '../../core/markdown/slug.ts'
import { chunksInWindow } from './chunk-watch.ts'
import { listContents } from './contents.ts'
import { countFarImages } from './far-images.ts'
import type { ArticleView } from './article-view.ts'
import type { FramePage } from './frame-page.ts'
import { ID_PREFIX } from './id-prefix.ts'
import { nameReferences, nameReferencesIn, waysBack } from './note-references.ts'
import type { PreviewText } from './preview-text.ts'
import type { BlockStart } from './view-host.ts'
import { noteWidths } from './wide-chunks.ts'

/** The part of the frame's page that is brought up to date. */
type SettledPage = Pick<FramePage, 'document' | 'make' | 'showFootnotes' | 'window'>

/** So many headings are sanitised at a time. */
const HEADINGS = 8

/** How much of an HTML block is looked at to tell whether it begins with a heading, in UTF-16 units. */
const HEAD = 200

/**
 * What concerns the whole article and may lag behind typing: every block's offsets, heading ids, footnotes. Runs
 * in pieces: each call of `next` does about a millisecond's work.
 */
export function* settle(view: ArticleView, page: SettledPage, text: PreviewText): Generator<undefined> {
  yield* showFarHeadings(view)
  const slug = createSlugger()
  const headings: HTMLElement[] = []
  let from = 0
  let count = 0
  for (const block of [...view.index.blocks]) {
    if (isShown(block)) {
      const element = view.dom.view(block)
      if (element && !view.far?.has(block)) {
        view.stamp(element, from, block)
        if (view.source.format === 'html' || block.type === 'heading') nameHeadings(element, slug, headings)
      }
    }
    from += block.length
    if (++count % 200 === 0) yield
  }
  yield* countFarImages(view)
  listContents(view.dom.root, headings, text('preview.toc'))
  page.showFootnotes(yield* footnotes(view, page, text))
  yield
  noteWidths(chunksInWindow(view.dom.root, page.window.innerHeight))
}

/** Links and the table of contents go to headings that are far from the view as well. */
function* showFarHeadings(view: ArticleView): Generator<undefined> {
  let places: BlockStart[] = []
  let from = 0
  for (const [index, block] of view.far?.size ? [...view.index.blocks].entries() : []) {
    if (view.far?.has(block) && isShown(block) && isHeading(view, block, from)) places.push({ index, from })
    from += block.length
    if (places.length < HEADINGS) continue
    view.showBlocks(places)
    places = []
    yield
  }
  view.showBlocks(places)
}

function isHeading(view: ArticleView, block: Block, from: number): boolean {
  if (view.source.format === 'markdown') return block.type === 'heading'
  return /^\s*<h[1-6][\s>]/i.test(view.slice(from, from + Math.min(block.length, HEAD)))
}

function nameHeadings(
  element: HTMLElement,
  slug: (heading: string) => string,
  headings: HTMLElement[],
): void {
  const first = element.firstElementChild as HTMLElement | null
  if (!first || !/^h[1-6]$/.test(first.localName)) return
  headings.push(first)
  const id = ID_PREFIX + slug(first.textContent)
  const own = first.id !== '' && !first.hasAttribute('data-slug')
  if (own || first.id === id) return
  first.id = id
  first.setAttribute('data-slug', '')
}

/** The list of footnotes in the order of their numbers; null without any. */
function* footnotes(
  view: ArticleView,
  page: SettledPage,
  text: PreviewText,
): Generator<undefined, HTMLElement | null> {
  const numbers = view.index.labels.footnotes
  if (numbers.size === 0) return null
  const { document } = page
  const counts = yield* nameReferences(view)
  const items: { readonly label: string; readonly item: HTMLElement }[] = []
  const seen = new Set<string>()
  let from = 0
  let count = 0
  for (const block of [...view.index.blocks]) {
    if (++count % 200 === 0) yield
    const label = block.footnote
    const number = label === null || seen.has(label) ? undefined : numbers.get(label)
    if (label !== null && number !== undefined) {
      seen.add(label)
      const source = view.slice(from, from + block.length)
      const { html } = isHeavyMarkdown(source)
        ? renderPlain(source)
        : renderFootnote(source, view.environment())
      const [content] = page.make([html], view.source, true)
      const item = document.createElement('li')
      item.id = `${ID_PREFIX}fn-${label}`
      item.setAttribute('dir', 'auto')
      view.stamp(item, from, block)
      if (content) item.append(...content.childNodes)
      items[number - 1] = { label, item }
      yield
    }
    from += block.length
  }
  const section = document.createElement('section')
  section.className = 'galley-footnotes'
  section.setAttribute('aria-label', text('preview.footnotes'))
  const list = document.createElement('ol')
  const listed = items.filter(Boolean)
  for (const { item } of listed) nameReferencesIn(item, counts)
  for (const { label, item } of listed)
    item.append(...waysBack(document, label, counts.get(label) ?? 1, text))
  list.append(...listed.map(({ item }) => item))
  section.append(list)
  return section
}
