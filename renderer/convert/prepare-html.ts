import { takeFootnotes } from './footnotes.ts'

/** Stands before a character that Markdown would read as a sign; becomes a backslash. */
const ESCAPE = '\uf8f0'
const TAG_OPEN = '\uf8f1'
const TAG_CLOSE = '\uf8f2'
const RENAMED: Readonly<Record<string, string>> = { b: 'strong', i: 'em', s: 'del', strike: 'del' }
const TEMPLATE_TAG = /\{%[^\n]*?%\}|\{\{[<%][^\n]*?[>%]\}\}/g

/** A footnote taken out of the text: its label, and its content. */
export interface TakenNote {
  readonly label: string
  readonly note: Element
}

/** Marks whose Markdown makes another element of the same meaning take that element's name. */
export function renameMarks(root: Element): void {
  for (const mark of [...root.querySelectorAll(Object.keys(RENAMED).join())].reverse()) {
    if (mark.attributes.length > 0) continue
    const twin = mark.ownerDocument.createElement(RENAMED[mark.localName] ?? mark.localName)
    twin.append(...mark.childNodes)
    mark.replaceWith(twin)
  }
}

/** Template tags of generators, to be kept from every escape. */
export interface TemplateTags {
  readonly hide: (root: Node) => void
  readonly show: (markdown: string) => string
}

/** Puts signs no rule knows in place of template tags, and puts the tags back into what was made of them. */
export function templateTags(): TemplateTags {
  const tags: string[] = []
  return {
    hide(root) {
      eachText(root, (text) => {
        text.data = text.data.replace(TEMPLATE_TAG, (tag) => `${TAG_OPEN}${tags.push(tag) - 1}${TAG_CLOSE}`)
      })
    },
    show: (markdown) =>
      markdown.replace(
        new RegExp(`${TAG_OPEN}(\\d+)${TAG_CLOSE}`, 'g'),
        (all, i: string) => tags[Number(i)] ?? all,
      ),
  }
}

/** Marks what GFM would link and what names emoji, so that both stay text. */
export function guardText(root: Node): void {
  eachText(root, (text) => {
    if (text.parentElement?.closest('a, code, pre')) return
    text.data = text.data
      .replace(/\b(https?|ftp):(?=\/\/)/gi, `$1:${ESCAPE}`)
      .replace(/\bwww(?=\.)/gi, `$&${ESCAPE}`)
      .replace(/@(?=[\w.-]+\.\w)/g, `${ESCAPE}@`)
      .replace(/:(?=[a-z0-9_+-]+:)/g, `${ESCAPE}:`)
  })
}

/** The marks of `guardText` as backslashes. */
export function unguard(markdown: string): string {
  return markdown.replaceAll(ESCAPE, '\\')
}

/**
 * Takes the footnotes out; references become Markdown's, kept from every escape by `tags`. Labels are those of the
 * notes' ids where these were made from labels, numbers otherwise.
 */
export function takeNotes(root: Element): readonly TakenNote[] {
  const used = new Set<string>()
  let number = 0
  return takeFootnotes(root).map(({ refs, note }) => {
    const own = /^(?:user-content-)?fn-([^\]\s]+)$/.exec(note.id)?.[1]?.toLowerCase()
    let label = own !== undefined && !used.has(own) ? own : ''
    while (label === '' || used.has(label)) label = String(++number)
    used.add(label)
    for (const ref of refs) {
      const mark = root.ownerDocument.createElement('span')
      mark.setAttribute('data-footnote-ref', label)
      mark.textContent = label
      ref.replaceWith(mark)
    }
    return { label, note }
  })
}

function eachText(root: Node, visit: (text: Text) => void): void {
  const { ownerDocument } = root
  if (ownerDocument === null) return
  const walker = ownerDocument.createTreeWalker(root, 4)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) visit(node as Text)
}
