import type { Field, FieldValue } from '../../core/front-matter/model.ts'

/** On an element of the head: which part of it that is. */
export const HEAD_PART = 'data-head-part'

/** What a generator shows above an article's body. */
export interface ArticleHead {
  readonly cover: string | null
  readonly title: string | null
  readonly author: string | null
  readonly date: string | null
  readonly categories: readonly string[]
  readonly tags: readonly string[]
}

/** The keys each part is read from: the first that has a value, of covers the first that names an image. */
const KEYS = {
  cover: ['headimg', 'thumbnail', 'cover', 'banner', 'image', 'featured_image', 'cover_image', 'heroImage'],
  title: ['title'],
  author: ['author', 'authors'],
  date: ['date', 'pubDate', 'published'],
  categories: ['categories', 'category'],
  tags: ['tags', 'tag', 'keywords'],
} as const satisfies Record<keyof ArticleHead, readonly string[]>

/** The field a part of the head is read from; null when the article has none. */
export function headField(fields: readonly Field[], part: keyof ArticleHead): Field | null {
  for (const key of KEYS[part]) {
    const field = fields.findLast((one) => one.key.toLowerCase() === key.toLowerCase())
    if (field && (part === 'cover' ? imageOf(field.value) : field.value) !== null) return field
  }
  return null
}

/** Reads the head from an article's fields; keys are matched without regard to case. */
export function articleHead(fields: readonly Field[]): ArticleHead {
  const get = (part: keyof ArticleHead): FieldValue | undefined => headField(fields, part)?.value
  return {
    cover: imageOf(get('cover')),
    title: textOf(get('title')),
    author: listOf(get('author')).join(', ') || null,
    date: shownDate(textOf(get('date'))),
    categories: listOf(get('categories')),
    tags: listOf(get('tags')),
  }
}

function textOf(value: FieldValue | undefined): string | null {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  return text === '' ? null : text
}

function imageOf(value: FieldValue | undefined): string | null {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const map = value as Readonly<Record<string, FieldValue>>
    return textOf(map.src ?? map.image ?? map.url)
  }
  return Array.isArray(value) ? imageOf((value as readonly FieldValue[])[0]) : textOf(value)
}

/** A list of texts from a list, nested lists (Hexo's categories) or one text. */
function listOf(value: FieldValue | undefined): readonly string[] {
  if (Array.isArray(value)) return (value as readonly FieldValue[]).flatMap(listOf)
  if (typeof value === 'object' && value !== null) {
    const name = textOf((value as Readonly<Record<string, FieldValue>>).name)
    return name === null ? [] : [name]
  }
  const text = textOf(value)
  return text === null ? [] : [text]
}

/** The day as written where that is plain to see; an RFC 1123 date without its clock. */
function shownDate(written: string | null): string | null {
  if (written === null) return null
  const iso = /^(\d{4}-\d{1,2}-\d{1,2})(?:[T ](\d{1,2}:\d{2}))?/.exec(written)
  if (iso) return [iso[1], iso[2] === '00:00' ? undefined : iso[2]].filter(Boolean).join(' ')
  const rfc = /^(?:[A-Za-z]{3},\s*)?(\d{1,2}\s+[A-Za-z]{3}\s+\d{4})/.exec(written)
  return rfc?.[1] ?? written
}

/** The part of the head that an element is of, as marked by `headElement`; null when it is of none. */
export function headPartOf(element: Element): keyof ArticleHead | null {
  const part = element.closest(`.galley-head [${HEAD_PART}]`)?.getAttribute(HEAD_PART) ?? ''
  return part in KEYS ? (part as keyof ArticleHead) : null
}

/** The head as elements; texts only, so nothing of it needs sanitising. Null when there is nothing to show. */
export function headElement(
  document: Document,
  head: ArticleHead,
  image: (src: string) => HTMLElement,
): HTMLElement | null {
  const header = document.createElement('header')
  header.className = 'galley-head'
  header.setAttribute('dir', 'auto')
  const add = (parent: HTMLElement, tag: string, name: string, text: string): HTMLElement => {
    const element = document.createElement(tag)
    element.className = name
    element.textContent = text
    parent.append(element)
    return element
  }
  const line = (name: string): HTMLElement => {
    const element = document.createElement('div')
    element.className = name
    return element
  }
  const mark = (element: HTMLElement, part: keyof ArticleHead): void => {
    element.setAttribute(HEAD_PART, part)
  }
  if (head.cover !== null) {
    const cover = line('galley-cover')
    mark(cover, 'cover')
    cover.append(image(head.cover))
    header.append(cover)
  }
  const categories = line('galley-categories')
  mark(categories, 'categories')
  for (const name of head.categories) add(categories, 'span', 'galley-category', name)
  const byline = line('galley-byline')
  if (head.author !== null) mark(add(byline, 'span', 'galley-author', head.author), 'author')
  if (head.date !== null) mark(add(byline, 'time', 'galley-date', head.date), 'date')
  const tags = line('galley-tags')
  mark(tags, 'tags')
  for (const name of head.tags) add(tags, 'span', 'galley-tag-name', name)
  if (categories.firstChild) header.append(categories)
  if (head.title !== null) mark(add(header, 'h1', 'galley-title', head.title), 'title')
  if (byline.firstChild) header.append(byline)
  if (tags.firstChild) header.append(tags)
  return header.firstChild ? header : null
}
