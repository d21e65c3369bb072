import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { tags as t } from '@lezer/highlight'

const heading = { fontWeight: '700', color: 'var(--code-heading, inherit)' }

/** Colours come from custom properties, so that a change of theme needs no new style. */
const style = HighlightStyle.define([
  { tag: t.heading1, ...heading, fontSize: '1.35em' },
  { tag: t.heading2, ...heading, fontSize: '1.22em' },
  { tag: t.heading3, ...heading, fontSize: '1.12em' },
  { tag: [t.heading4, t.heading5, t.heading6, t.heading], ...heading },
  { tag: t.strong, fontWeight: '700' },
  { tag: t.emphasis, fontStyle: 'italic' },
  { tag: t.strikethrough, textDecoration: 'line-through' },
  { tag: t.link, color: 'var(--code-link, #255a7e)' },
  { tag: t.url, color: 'var(--text-muted, #645e54)' },
  {
    tag: t.monospace,
    fontFamily: 'var(--font-mono, ui-monospace, monospace)',
    backgroundColor: 'var(--code-bg, #f2f0ea)',
    borderRadius: '3px',
  },
  { tag: [t.processingInstruction, t.contentSeparator, t.angleBracket], color: 'var(--code-mark, #6f685d)' },
  { tag: t.tagName, color: 'var(--code-tag, #255a7e)' },
  { tag: [t.attributeName, t.propertyName], color: 'var(--code-attribute, #7d4d00)' },
  { tag: [t.string, t.attributeValue, t.special(t.string)], color: 'var(--code-string, #2a6339)' },
  { tag: [t.keyword, t.modifier, t.operatorKeyword, t.atom, t.bool], color: 'var(--code-keyword, #7a3168)' },
  { tag: [t.number, t.literal, t.escape, t.character], color: 'var(--code-number, #84480f)' },
  { tag: [t.comment, t.meta, t.documentMeta], color: 'var(--code-comment, #6a645a)' },
  { tag: [t.typeName, t.className, t.namespace], color: 'var(--code-tag, #255a7e)' },
  { tag: t.invalid, color: 'var(--code-error, #a12d1e)' },
])

/** How Markdown, HTML, code and front matter look in the source. */
export const highlighting: Extension = syntaxHighlighting(style)
