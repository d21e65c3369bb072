/** Presentation attributes that carry a picture's looks, with the value that need not be written. */
const LOOKS: readonly (readonly [name: string, usual: string])[] = [
  ['fill', ''],
  ['fill-opacity', '1'],
  ['stroke', 'none'],
  ['stroke-width', '1px'],
  ['stroke-opacity', '1'],
  ['stroke-dasharray', 'none'],
  ['stroke-linecap', 'butt'],
  ['stroke-linejoin', 'miter'],
  ['opacity', '1'],
  ['font-family', ''],
  ['font-size', ''],
  ['font-weight', '400'],
  ['font-style', 'normal'],
  ['text-anchor', 'start'],
  ['dominant-baseline', 'auto'],
  ['visibility', 'visible'],
  ['display', 'inline'],
]
const TEXTS = new Set(['text', 'tspan', 'textPath'])
const REFERENCE = /url\(["']?#([^"')]+)["']?\)/
const REFERRING = [
  'fill',
  'stroke',
  'marker-start',
  'marker-mid',
  'marker-end',
  'clip-path',
  'mask',
  'filter',
]
/** The prefix the preview's sanitiser gives every id. */
const ID_PREFIX = 'user-content-'

/**
 * A picture's SVG with its looks written on its elements, so that it needs no style sheet. Ids that something
 * refers to become `name` with a number, and references are made to fit what sanitising makes of ids.
 */
export function flatSvg(svg: SVGSVGElement, name: string): string {
  const elements = [...svg.querySelectorAll<SVGElement>('*')]
  const looks = elements.map(looksOf)
  const ids = new Map<string, string>()
  const refer = (value: string): string =>
    value.replace(REFERENCE, (_, id: string) => {
      const next = ids.get(id) ?? `${name}-${String(ids.size)}`
      ids.set(id, next)
      return `url(#${ID_PREFIX}${next})`
    })
  for (const [i, element] of elements.entries()) {
    for (const [attribute, value] of looks[i] ?? []) element.setAttribute(attribute, value)
    for (const attribute of REFERRING) {
      const value = element.getAttribute(attribute)
      if (value?.includes('url(')) element.setAttribute(attribute, refer(value))
    }
  }
  for (const element of elements) {
    const id = ids.get(element.id)
    for (const attribute of ['id', 'class', 'style']) element.removeAttribute(attribute)
    if (id !== undefined) element.id = id
    if (element.localName === 'style' || element.localName === 'script') element.remove()
  }
  const { width, height } = svg.viewBox.baseVal
  for (const attribute of [
    'style',
    'class',
    'id',
    'aria-roledescription',
    'aria-labelledby',
    'aria-describedby',
  ])
    svg.removeAttribute(attribute)
  svg.setAttribute('width', String(Math.ceil(width)))
  svg.setAttribute('height', String(Math.ceil(height)))
  svg.setAttribute('role', 'img')
  return svg.outerHTML
}

function looksOf(element: SVGElement): readonly (readonly [string, string])[] {
  const style = getComputedStyle(element)
  const around = element.parentElement && getComputedStyle(element.parentElement)
  const isText = TEXTS.has(element.localName)
  const list = LOOKS.flatMap(([name, usual]): (readonly [string, string])[] => {
    if (!isText && /^(?:font|text|dominant)/.test(name)) return []
    const value = style.getPropertyValue(name)
    const plain = value === usual && !element.hasAttribute(name) && around?.getPropertyValue(name) === usual
    return value === '' || plain ? [] : [[name, value]]
  })
  for (const name of ['marker-start', 'marker-mid', 'marker-end']) {
    const value = style.getPropertyValue(name)
    if (value.includes('url(')) list.push([name, value])
  }
  return list
}
