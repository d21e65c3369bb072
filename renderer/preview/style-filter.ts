const HARMLESS_URL = /^url\((["']?)data:image\/(?:png|jpe?g|gif|webp|avif)[;,][^"'()]*\1\)$/i
const FETCHING = /url\(|image\(|image-set\(|cross-fade\(|element\(|paint\(|src\(|expression/i
/** What stands for a text that is known only where it is used (CSS Values 5, "arbitrary substitution functions"). */
const STANDING_FOR = /(?:var|env|attr|if|inherit|--[\w-]+)\(/i
/** Properties that take the reader's control: over the page's parts, over what can be typed into, over the window. */
const CONTROLLING = /^(?:behavior|content-visibility|interactivity|(?:-webkit-)?(?:user-modify|app-region))$/

/** True for a value that names something to load. */
export function mayFetch(value: string): boolean {
  return FETCHING.test(value)
}

/** True for a declaration by which an element could leave its place or take control. */
export function takesControl(property: string, value: string): boolean {
  return CONTROLLING.test(property) || (property === 'position' && /fixed|sticky|\(/i.test(value))
}

/**
 * An element's style without what could load something or leave the element's place: addresses, what stands for
 * another text (variables, attributes), `position: fixed` and `sticky`. Made of what the browser parsed, so that escapes and comments hide nothing.
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
  if (property.startsWith('--') || takesControl(property, value) || STANDING_FOR.test(value)) return false
  return !mayFetch(value) || HARMLESS_URL.test(value)
}
