import type TurndownService from 'turndown'
import { takeFootnotes } from '../footnotes.ts'
import type { MarkdownWriting } from './writing.ts'

const REF = 'data-footnote-ref'
const NOTE = 'data-footnote-note'

/** Puts marks that the rules know in place of footnotes, and their notes at the end. */
export function arrangeFootnotes(root: Element, writing: MarkdownWriting): void {
  let number = 0
  for (const { refs, note } of takeFootnotes(root)) {
    do number += 1
    while (writing.takenFootnotes.has(String(number)))
    for (const ref of refs) {
      const mark = root.ownerDocument.createElement('span')
      mark.setAttribute(REF, String(number))
      mark.textContent = String(number)
      ref.replaceWith(mark)
    }
    const box = root.ownerDocument.createElement('div')
    box.setAttribute(NOTE, String(number))
    box.append(...note.childNodes)
    root.append(box)
  }
}

/** References `[^1]`, and notes whose further lines are indented by four columns. */
export function footnoteRules(): Record<string, TurndownService.Rule> {
  return {
    footnoteRef: {
      filter: (node) => node.hasAttribute(REF),
      replacement: (_, node) => `[^${node.getAttribute(REF) ?? ''}]`,
    },
    footnoteNote: {
      filter: (node) => node.hasAttribute(NOTE),
      replacement: (content, node) =>
        `\n\n[^${node.getAttribute(NOTE) ?? ''}]: ${content.trim().replace(/\n(?=[^\n])/g, '\n    ')}\n\n`,
    },
  }
}
