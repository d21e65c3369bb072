const HARMLESS_URL = /^url\((["']?)data:image\/(?:png|jpe?g|gif|webp|avif)[;,][^"'()]*\1\)$/i
const FETCHING = /url\(|image\(|image-set\(|cross-fade\(|element\(|paint\(|src\(|var\(|env\(|expression/i

/**
 * An element's style without what could load something or leave the element's place: addresses, variables,
 * `position: fixed` and `sticky`. Made of what the browser parsed, so that escapes and comments hide nothing.
 */
export function filteredStyle(style: CSSStyleDeclaration): string {
  const kept: string[] = []
  let whole = true
  for (const property of style) {
    const value = style.getPropertyValue(property)
    const priority = style.getPropertyPriority(property) === '' ? '' : ' !important'
    // Parts of a shorthand that holds a variable have no value of their own.
    if (value !== '' && isHarmless(property, value)) kept.push(`${property}: ${value}${priority}`)
    else whole = false
  }
  return whole ? style.cssText : kept.join('; ')
}

function isHarmless(property: string, value: string): boolean {
  if (property.startsWith('--')) return false
  if (property === 'position' && /fixed|sticky/i.test(value)) return false
  if (property === 'content-visibility' || property === 'behavior') return false
  return !FETCHING.test(value) || HARMLESS_URL.test(value)
}
