import type { TextEdit } from '../article/text-edit.ts'
import type { Finding } from './finding.ts'
import type { ScannedAttribute, ScannedElement } from './scan-page.ts'

/** Where scripts that load images late keep the address, the usual ones first. */
const LATE = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-actualsrc',
  'data-original-src',
  'data-lazyload',
  'data-echo',
]
/** Data attributes that say something about code. */
const MEANT = /^data-(?:lang|language|line|footnote[\w-]*)$/
const PLACE_HOLDER =
  /^\s*$|^data:image\/(?:gif|svg|png)|(?:blank|placeholder|loading|lazy|spacer|grey|transparent|1x1)[\w-]*\.(?:gif|png|svg|jpe?g)(?:[?#]|$)/i
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|yclid|msclkid|twclid|igshid|mc_[ce]id|_hs(?:enc|mi)|mkt_tok|vero_id|wickedid|oly_(?:anon|enc)_id|spm|scm|share_token|share_source|share_medium|shareuid|share_from|vd_source|from_source|bd_vid|hmsr|hmpl|hmcu|hmkw|hmci|sharer_share(?:time|id)|chksm|ref_src|ref_url|weibo_id|tt_from|wxshare_count|_ga|s_cid|trk(?:Info|Campaign)?)$/i

/** What is wrong with one element's attributes. */
export function attributeFindings(element: ScannedElement): readonly Finding[] {
  if (element.inside === 'picture') return []
  const late = lateImage(element)
  const found = late ? [late.finding] : []
  const data = element.attributes.filter(
    (one) => one.name.startsWith('data-') && !MEANT.test(one.name) && one !== late?.attribute,
  )
  const events = element.attributes.filter(({ name }) => /^on[a-z]/.test(name))
  if (data.length > 0) found.push(removal('dataAttribute', element, data))
  if (events.length > 0) found.push(removal('eventAttribute', element, events))
  for (const attribute of element.attributes) {
    if (attribute.name === 'href' || attribute.name === 'src') {
      const edit = withoutTracking(attribute)
      if (edit) found.push({ code: 'trackingParameter', span: edit, edits: [edit], about: attribute.value })
    } else if (attribute.name === 'style') found.push(...fixedPosition(attribute))
  }
  return found
}

function removal(
  code: 'dataAttribute' | 'eventAttribute',
  element: ScannedElement,
  attributes: readonly ScannedAttribute[],
): Finding {
  return {
    code,
    span: element.open,
    edits: attributes.map(({ span }) => ({ ...span, insert: '' })),
    about: attributes.map(({ name }) => name).join(' '),
  }
}

/** An image whose address waits in another attribute for a script. */
function lateImage(element: ScannedElement): { finding: Finding; attribute: ScannedAttribute } | null {
  if (element.name !== 'img') return null
  const src = element.attributes.find(({ name }) => name === 'src')
  if (src && !PLACE_HOLDER.test(src.value)) return null
  const attribute = LATE.map((late) => element.attributes.find(({ name }) => name === late)).find(
    (one) => one !== undefined && one.value.trim() !== '',
  )
  if (!attribute) return null
  const rename: TextEdit = { ...attribute.nameSpan, insert: 'src' }
  const edits = src ? [{ ...src.span, insert: '' }, rename] : [rename]
  return { finding: { code: 'lazyImage', span: element.open, edits, about: attribute.value }, attribute }
}

/** The address without what only says where the reader came from; null when there is none of that. */
function withoutTracking({ value, valueSpan }: ScannedAttribute): TextEdit | null {
  const start = value.indexOf('?')
  if (start < 0 || !valueSpan) return null
  const hash = value.indexOf('#', start)
  const end = hash < 0 ? value.length : hash
  const parts = [...value.slice(start + 1, end).matchAll(/([^&]*?)(&(?:amp;)?|$)/g)]
  const kept = parts.filter(([all, part = '']) => all !== '' && !TRACKING.test(part.split('=')[0] ?? ''))
  const query = kept
    .map(([all]) => all)
    .join('')
    .replace(/&(?:amp;)?$/, '')
  const insert = query === '' ? '' : `?${query}`
  if (parts.filter(([all]) => all !== '').length === kept.length) return null
  return { from: valueSpan.from + start, to: valueSpan.from + end, insert }
}

/** A style that takes the element out of the page and keeps it on the screen. */
function fixedPosition({ value, valueSpan, span }: ScannedAttribute): readonly Finding[] {
  const found = /(?:^|;)\s*(position\s*:\s*(?:fixed|sticky)\s*(?:!important\s*)?(?:;\s*|$))/i.exec(value)
  const declaration = found?.[1]
  if (!found || declaration === undefined || !valueSpan) return []
  const at = valueSpan.from + found.index + found[0].length - declaration.length
  const alone = value.replace(declaration, '').trim() === ''
  const edit: TextEdit = alone
    ? { ...span, insert: '' }
    : { from: at, to: at + declaration.length, insert: '' }
  return [
    {
      code: 'fixedPosition',
      span: { from: at, to: at + declaration.length },
      edits: [edit],
      about: declaration.trim(),
    },
  ]
}
