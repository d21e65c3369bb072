import type TurndownService from 'turndown'

/** MathML that says which TeX it was made from is written as a formula again. */
export function formulaRules(): Record<string, TurndownService.Rule> {
  return {
    formula: {
      filter: (node) => texOf(node) !== null,
      replacement(_, node) {
        const tex = texOf(node) ?? ''
        if (node.getAttribute('display') !== 'block') return `$${tex}$`
        return tex.includes('\n') || node.parentElement?.localName === 'div'
          ? `\n\n$$\n${tex}\n$$\n\n`
          : `$$${tex}$$`
      },
    },
  }
}

/** The TeX in a formula's annotation; null when it has none that can stand between dollar signs. */
function texOf(node: Element): string | null {
  if (node.localName !== 'math') return null
  const tex = node.querySelector('annotation[encoding="application/x-tex"]')?.textContent.trim() ?? ''
  return tex === '' || /\n[ \t]*\n/.test(tex) ? null : tex
}
