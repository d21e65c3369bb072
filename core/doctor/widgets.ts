import type { Finding } from './finding.ts'
import { spanOf, type ScannedElement, type ScannedPage } from './scan-page.ts'

const BOXES = new Set(
  'div section aside footer nav ul ol p span button a form figure center table dl'.split(' '),
)
/** Words in a class or id by which pages ask for money, sharing or a following. */
const NAMES =
  /(?:^|[\s_-])(?:shares?|sharing|share-?(?:bar|box|buttons?|links?|icons?)|social-?(?:share|links?|buttons?|icons?|bar)?|addthis|addtoany|a2a|sharethis|jiathis|bdshare\w*|bshare|socialize|rewards?|reward-?\w*|donat\w+|donate-?\w*|tip-?jar|support-?author|admire|dashang|da-?shang|zanshang|shang|appreciat\w+|buy-?me-?a-?coffee|patreon|qr-?codes?-?\w*|post-?copyright|follow-?us|subscribe-?\w*|newsletter-?\w*|like-?(?:box|button)s?|praise)(?=$|[\s_-])/i
/** What such boxes say; short texts only. */
const SAYINGS =
  /打赏|赞赏(?:支持|作者|一下|码|$)|赞助作者|给作者|请(?:我|作者)喝(?:杯)?咖啡|分享(?:到|至|给|本文|这篇)|(?:微信|微博|朋友圈|QQ空间)(?:分享|扫一扫)|扫(?:码|一扫|描).{0,12}(?:关注|打赏|赞赏|分享|加群)|长按.{0,8}(?:识别|二维码)|关注(?:我们|公众号|微信公众号)|点个?(?:赞|在看)|一键三连|share (?:this|on|via|with)\b|tweet this|donate\b|buy me a coffee|support (?:the author|us|me)\b|follow us\b|subscribe to (?:our|my)\b/i
const MOST_NAMED = 300
const MOST_SAID = 60
/** How much of an element's source is read at most, when its name tells and when only its text may. */
const MOST_SOURCE = 20_000
const MOST_SAYING = 3000

/** A box that asks for money, for sharing or for a following. */
export function widget(page: ScannedPage, element: ScannedElement): Finding | null {
  if (!BOXES.has(element.name) || !element.close || element.inside !== null) return null
  const span = spanOf(element)
  const named = element.attributes.some(
    ({ name, value }) => (name === 'class' || name === 'id') && NAMES.test(value),
  )
  if (span.to - span.from > (named ? MOST_SOURCE : MOST_SAYING)) return null
  const most = named ? MOST_NAMED : MOST_SAID
  const text = shownText(page.text, element, most)
  if (text === null || (!named && (text === '' || !SAYINGS.test(text)))) return null
  // A word in the middle of a paragraph is the article's own.
  if (
    !named &&
    (element.name === 'span' || element.name === 'a') &&
    element.parent?.shows === true &&
    !isAlone(page.text, element)
  )
    return null
  return {
    code: 'widget',
    span,
    edits: [{ ...span, insert: '' }],
    about: text.slice(0, 80) || `<${element.name}>`,
  }
}

/** The text inside, without white space around; null when it is longer than `most`. */
function shownText(source: string, { open, close }: ScannedElement, most: number): string | null {
  const inner = source
    .slice(open.to, close?.from ?? open.to)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;|\s+/g, ' ')
    .trim()
  return inner.length > most ? null : inner
}

/** Whether nothing else stands in the element's parent. */
function isAlone(source: string, element: ScannedElement): boolean {
  const { parent, open, close } = element
  if (!parent?.close || !close) return false
  const around = source.slice(parent.open.to, open.from) + source.slice(close.to, parent.close.from)
  return around.length < MOST_SAYING && around.replace(/<[^>]*>|&nbsp;|\s+/g, '') === ''
}
