import type TurndownService from 'turndown'
import { isElement } from './writing.ts'

const CLASS = /(?:^|\s)(?:language|lang|highlight-source|highlight-text|sourceCode)[- ]([\w+#.-]+)/i
const BRUSH = /(?:^|\s)brush:\s*([\w+#-]+)/i
/** Classes of highlighters and their boxes that are no names of languages. */
const NO_LANGUAGE =
  /^(?:hljs|highlight|highlighter-rouge|sourcecode|prettyprint|linenums|numberlines|line-numbers|code\S*|plain|plaintext|text|none|auto|nohighlight|prism\S*|shiki\S*|theme\S*|wp-block-\S+|enlighter\S*|syntaxhighlighter)$/i

/** The language of a code block, by the habits of highlighters; empty when none is said. */
export function codeLanguage(pre: Element): string {
  const code = pre.querySelector('code')
  const around = [code, pre, pre.parentElement, pre.closest('figure, .highlight, [class*="language-"]')]
  for (const element of around) {
    if (element === null) continue
    const said = ['data-lang', 'data-language', 'data-lark-language']
      .map((name) => element.getAttribute(name))
      .find((one) => one !== null)
    const names = element.getAttribute('class') ?? ''
    const found = said ?? (CLASS.exec(names) ?? BRUSH.exec(names))?.[1] ?? bareName(names)
    if (found !== undefined && /^[\w+#.-]{1,30}$/.test(found) && !NO_LANGUAGE.test(found))
      return found.toLowerCase()
  }
  return ''
}

/** `hljs javascript` and Hexo's `highlight js` name the language alone. */
function bareName(names: string): string | undefined {
  if (!/(?:^|\s)(?:hljs|highlight|sourceCode)(?:\s|$)/.test(names)) return undefined
  return names.split(/\s+/).find((name) => name !== '' && !NO_LANGUAGE.test(name))
}

/** The text of a code block: lines that are elements or end in `<br>` are lines. */
export function codeText(root: Node): string {
  let text = ''
  const walk = (node: Node): void => {
    if (node.nodeType === 3) text += node.nodeValue ?? ''
    else if (isElement(node, 'br')) text += '\n'
    else if (isElement(node, 'button', 'style', 'script')) return
    else {
      const line = node !== root && isElement(node, 'div', 'p', 'li', 'tr')
      if (line && text !== '' && !text.endsWith('\n')) text += '\n'
      const before = text
      node.childNodes.forEach(walk)
      if (line && (!text.endsWith('\n') || text === before)) text += '\n'
    }
  }
  walk(root)
  return text
}

/** A code block in a fence longer than any in it (CommonMark 4.5). */
export function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...(code.match(/`{3,}/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${code.replace(/\n$/, '')}\n${fence}`
}

/** Code in a line, between backticks that it does not hold itself (CommonMark 6.1). */
function inlineCode(code: string): string {
  const text = code.replace(/\s*\n\s*/g, ' ')
  const runs = new Set((text.match(/`+/g) ?? []).map((run) => run.length))
  let length = 1
  while (runs.has(length)) length += 1
  const marks = '`'.repeat(length)
  const pad = /^`|`$|^ .*[^ ].* $/.test(text) ? ' ' : ''
  return marks + pad + text + pad + marks
}

export function codeRules(): Record<string, TurndownService.Rule> {
  return {
    codeBlock: {
      filter: 'pre',
      replacement: (_, node) => `\n\n${fenced(codeText(node), codeLanguage(node))}\n\n`,
    },
    inlineCode: {
      filter: (node) => isElement(node, 'code', 'samp', 'tt') && node.closest('pre') === null,
      replacement: (content, node) => (content === '' ? '' : inlineCode(node.textContent)),
    },
  }
}
