/** Words of a key: `coverImage`, `cover_image` and `cover-image` are `cover`, `image`. */
function words(key: string): readonly string[] {
  return key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
}

const DATE_WORDS = new Set([
  ...['date', 'datetime', 'updated', 'created', 'modified', 'lastmod', 'published', 'pubdate', 'timestamp'],
  ...['日期', '时间', '更新', '创建'],
])
const IMAGE_WORDS = new Set([
  ...[
    'image',
    'img',
    'cover',
    'banner',
    'thumbnail',
    'thumb',
    'headimg',
    'photo',
    'picture',
    'pic',
    'poster',
  ],
  ...['avatar', 'logo', 'icon', 'favicon', 'hero', 'background', 'bg', 'coverimg', 'headimage', 'teaser'],
  ...['封面', '头图', '图片', '缩略图'],
])
const LONG_TEXT_WORDS = new Set([
  ...['description', 'summary', 'excerpt', 'abstract', 'intro', 'introduction', 'bio', 'lead'],
  ...['摘要', '简介', '描述', '介绍'],
])
const LIST_WORDS = new Set(['tags', 'categories', 'keywords', 'authors', 'aliases', '标签', '分类', '关键词'])

/** True for a key that holds a date by its name: `date`, `updated_at`, `pubDate`, `日期`. */
export function isDateKey(key: string): boolean {
  const all = words(key)
  const last = all.at(-1) === 'at' || all.at(-1) === 'on' || all.at(-1) === 'time' ? all.at(-2) : all.at(-1)
  return last !== undefined && DATE_WORDS.has(last)
}

/** True for a key that holds an image address by its name: `cover`, `heroImage`, `og_image_url`. */
export function isImageKey(key: string): boolean {
  const all = words(key)
  const last = all.at(-1) === 'url' || all.at(-1) === 'src' ? all.at(-2) : all.at(-1)
  return last !== undefined && IMAGE_WORDS.has(last)
}

/** True for a key that holds a sentence or more by its name. */
export function isLongTextKey(key: string): boolean {
  const last = words(key).at(-1)
  return last !== undefined && LONG_TEXT_WORDS.has(last)
}

/** True for a key that holds a list of words by its name. */
export function isListKey(key: string): boolean {
  const last = words(key).at(-1)
  return last !== undefined && LIST_WORDS.has(last)
}
