const HARMLESS_URL = /^url\((["']?)data:image\/(?:png|jpe?g|gif|webp|avif)[;,][^"'()]*\1\)$/i
const FETCHING = /url\(|image\(|image-set\(|cross-fade\(|element\(|paint\(|src\(|var\(|env\(|expression/i

/**
 * Takes out of an element's style what could load something or leave the element's place: addresses, variables,
 * `position: fixed` and `sticky`. Works on what the browser parsed, so that escapes and comments hide nothing.
 */
export function filterStyle(style: CSSStyleDeclaration): void {
  for (const property of [...style]) {
    const value = style.getPropertyValue(property)
    if (!isHarmless(property, value)) style.removeProperty(property)
  }
}

function isHarmless(property: string, value: string): boolean {
  if (property.startsWith('--')) return false
  if (property === 'position' && /fixed|sticky/i.test(value)) return false
  if (property === 'content-visibility' || property === 'behavior') return false
  return !FETCHING.test(value) || HARMLESS_URL.test(value)
}
