import type { KnownField, Schema, SchemaKind, SchemaName } from './schema.ts'

const field = (key: string, kind: SchemaKind, message = key): KnownField => ({
  key,
  kind,
  required: false,
  choices: [],
  messageKey: `field.${message}`,
  title: null,
  description: null,
  fields: [],
})
const required = (known: KnownField): KnownField => ({ ...known, required: true })
const choice = (key: string, ...choices: readonly string[]): KnownField => ({
  ...field(key, 'choice'),
  choices,
})

const title = required(field('title', 'text'))
const date = field('date', 'date')
const updated = field('updated', 'date')
const tags = field('tags', 'tags')
const categories = field('categories', 'tags')
const description = field('description', 'longText')

/** hexo.io/docs/front-matter, and the keys its common themes read. */
const hexo: readonly KnownField[] = [
  title,
  date,
  updated,
  categories,
  tags,
  field('author', 'text'),
  field('excerpt', 'longText'),
  description,
  field('keywords', 'any'),
  field('cover', 'image'),
  field('thumbnail', 'image'),
  field('headimg', 'image'),
  field('banner', 'image'),
  field('layout', 'text'),
  field('comments', 'toggle'),
  field('published', 'toggle'),
  field('toc', 'toggle'),
  field('mathjax', 'toggle', 'math'),
  field('top', 'any'),
  field('sticky', 'any', 'top'),
  field('permalink', 'text'),
  field('lang', 'text'),
  field('disableNunjucks', 'toggle'),
]

/** jekyllrb.com/docs/front-matter and the jekyll-seo-tag, jekyll-feed and jekyll-redirect-from plugins. */
const jekyll: readonly KnownField[] = [
  title,
  date,
  field('last_modified_at', 'date', 'updated'),
  categories,
  field('category', 'text'),
  tags,
  field('author', 'any'),
  description,
  field('excerpt', 'longText'),
  field('image', 'image'),
  field('layout', 'text'),
  field('permalink', 'text'),
  field('published', 'toggle'),
  field('comments', 'toggle'),
  field('toc', 'toggle'),
  field('pin', 'toggle', 'top'),
  field('excerpt_separator', 'text'),
  field('redirect_from', 'tags', 'aliases'),
  field('lang', 'text'),
]

/** gohugo.io/content-management/front-matter. */
const hugo: readonly KnownField[] = [
  title,
  field('linkTitle', 'text'),
  date,
  field('lastmod', 'date', 'updated'),
  field('publishDate', 'date'),
  field('expiryDate', 'date'),
  field('draft', 'toggle'),
  tags,
  categories,
  field('author', 'text'),
  field('authors', 'tags'),
  description,
  field('summary', 'longText', 'excerpt'),
  field('keywords', 'tags'),
  field('images', 'tags'),
  field('weight', 'number'),
  field('slug', 'text'),
  field('url', 'text', 'permalink'),
  field('aliases', 'tags'),
  field('type', 'text'),
  field('layout', 'text'),
  field('toc', 'toggle'),
  field('isCJKLanguage', 'toggle'),
  choice('markup', 'markdown', 'html', 'asciidoc', 'org', 'pandoc', 'rst'),
  field('params', 'object'),
]

/** The schema of Astro's blog template (withastro/astro, examples/blog) and its usual additions. */
const astro: readonly KnownField[] = [
  title,
  required(description),
  required(field('pubDate', 'date', 'date')),
  field('updatedDate', 'date', 'updated'),
  field('heroImage', 'image', 'cover'),
  field('author', 'text'),
  tags,
  field('draft', 'toggle'),
  field('slug', 'text'),
  field('layout', 'text'),
  field('canonicalURL', 'text'),
]

/** What most tools agree on. */
const general: readonly KnownField[] = [
  title,
  date,
  updated,
  field('author', 'any'),
  categories,
  tags,
  description,
  field('cover', 'image'),
  field('draft', 'toggle'),
  field('slug', 'text'),
  field('lang', 'text'),
]

/** The schemas Galley brings. */
export const BUILT_IN_SCHEMAS: Readonly<Record<SchemaName, Schema>> = {
  hexo: { name: 'hexo', fields: hexo },
  jekyll: { name: 'jekyll', fields: jekyll },
  hugo: { name: 'hugo', fields: hugo },
  astro: { name: 'astro', fields: astro },
  general: { name: 'general', fields: general },
}
