/** A formula ends before another begins, so that openings without an end cost no more than their length. */
const FORMULA =
  /\$\$([^$]{1,4000}?)\$\$|\\\[((?:[^\\]|\\[^[\]]){1,4000}?)\\\]|\\\(((?:[^\\]|\\[^()]){1,2000}?)\\\)/g
const NOT_IN = 'pre, code, kbd, samp, svg, math, .galley-maths'

/**
 * Marks formulas in an HTML body's texts as MathJax and KaTeX's auto-render find them: `$$…$$`, `\[…\]` and `\(…\)`
 * within one text node; a single dollar is money.
 */
export function markFormulas(root: HTMLElement): void {
  const { ownerDocument: document } = root
  const texts: Text[] = []
  const walker = document.createTreeWalker(root, 4 /* NodeFilter.SHOW_TEXT */)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node as Text
    if (/\$\$|\\[[(]/.test(text.data) && !text.parentElement?.closest(NOT_IN)) texts.push(text)
  }
  for (const text of texts) {
    const parts: (string | HTMLElement)[] = []
    let at = 0
    for (const match of text.data.matchAll(FORMULA)) {
      const tex = (match[1] ?? match[2] ?? match[3] ?? '').trim()
      if (tex === '') continue
      const formula = document.createElement('span')
      formula.className = `galley-maths${match[3] === undefined ? ' galley-maths-display' : ''}`
      formula.textContent = tex
      parts.push(text.data.slice(at, match.index), formula)
      at = match.index + match[0].length
    }
    if (at > 0) text.replaceWith(...parts, text.data.slice(at))
  }
}
