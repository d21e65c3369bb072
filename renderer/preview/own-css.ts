import { mayFetch, takesControl } from './style-filter.ts'

const EMBEDDED = /^url\((["']?)data:image\/(?:png|jpe?g|gif|webp|avif)[;,][^"'()]*\1\)$/i

/** A layer's name that is written as it is read. */
const LAYER = /^[\w.-]*$/

/**
 * The writer's own style sheet without what could load something (`@import`, `url()` of anything but embedded
 * pictures) or leave its place, and without what it says of the paper (`@page`), which is chosen as one exports. Made of
 * what the browser parsed, so that escapes and comments hide nothing.
 */
export function filteredSheet(text: string, view: Window & typeof globalThis): string {
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync(text)
  // Written out, as in an export, it would end its element even in the middle of a text.
  return rulesText(sheet.cssRules, view).replace(/<\/(?=style)/gi, '<\\/')
}

function rulesText(rules: CSSRuleList, view: typeof globalThis): string {
  return [...rules]
    .map((rule) => ruleText(rule, view))
    .filter(Boolean)
    .join('\n')
}

function ruleText(rule: CSSRule, view: typeof globalThis): string {
  const inside = (head: string, { cssRules }: Pick<CSSGroupingRule, 'cssRules'>, own = ''): string =>
    `${head} { ${own} ${rulesText(cssRules, view)} }`
  if (rule instanceof view.CSSStyleRule) return inside(rule.selectorText, rule, declarations(rule.style))
  // What stands behind or in the rules that a rule holds.
  if (rule instanceof view.CSSNestedDeclarations) return declarations(rule.style)
  if (rule instanceof view.CSSMediaRule) return inside(`@media ${rule.conditionText}`, rule)
  if (rule instanceof view.CSSSupportsRule) return inside(`@supports ${rule.conditionText}`, rule)
  if (rule instanceof view.CSSContainerRule) return inside(`@container ${rule.conditionText}`, rule)
  if (rule instanceof view.CSSLayerBlockRule && LAYER.test(rule.name))
    return inside(`@layer ${rule.name}`, rule)
  if (rule instanceof view.CSSLayerStatementRule && rule.nameList.every((name) => LAYER.test(name)))
    return `@layer ${rule.nameList.join(', ')};`
  return ''
}

function declarations(style: CSSStyleDeclaration): string {
  const kept: string[] = []
  for (const property of style) {
    const value = style.getPropertyValue(property)
    if (value === '' || !isHarmless(property, value)) continue
    kept.push(`${property}: ${value}${style.getPropertyPriority(property) === '' ? '' : ' !important'};`)
  }
  return kept.join(' ')
}

function isHarmless(property: string, value: string): boolean {
  if (takesControl(property, value)) return false
  // An attribute is the article's: it may be shown, and nothing else.
  if (/attr\(/i.test(value) && property !== 'content') return false
  // Where a variable is used or set, the browser keeps the text as written, escapes included.
  if (/(?:var|if|inherit|--[\w-]+)\(/i.test(value) || property.startsWith('--'))
    return !/\\|url|image|src\(|attr\(/i.test(value)
  return !mayFetch(value) || EMBEDDED.test(value)
}
