import { mayFetch, takesControl } from './style-filter.ts'

const EMBEDDED = /^url\((["']?)data:image\/(?:png|jpe?g|gif|webp|avif)[;,][^"'()]*\1\)$/i

/**
 * The writer's own style sheet without what could load something (`@import`, `url()` of anything but embedded
 * pictures) or leave its place. Made of what the browser parsed, so that escapes and comments hide nothing.
 */
export function filteredSheet(text: string, view: Window & typeof globalThis): string {
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync(text)
  // Written out, as in an export, it would end its element even in the middle of a text.
  return rulesText(sheet.cssRules).replace(/<\/(?=style)/gi, '<\\/')
}

function rulesText(rules: CSSRuleList): string {
  return [...rules].map(ruleText).filter(Boolean).join('\n')
}

function ruleText(rule: CSSRule): string {
  if ('selectorText' in rule) {
    const { selectorText, style, cssRules } = rule as CSSStyleRule
    return `${selectorText} { ${declarations(style)} ${rulesText(cssRules)} }`
  }
  if ('cssRules' in rule && 'conditionText' in rule) {
    const { conditionText, cssRules } = rule as CSSConditionRule
    const name = /^@[\w-]+/.exec(rule.cssText)?.[0] ?? ''
    return /^@(?:media|supports|container)$/.test(name)
      ? `${name} ${conditionText} { ${rulesText(cssRules)} }`
      : ''
  }
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
