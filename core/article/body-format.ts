export type BodyFormat = 'markdown' | 'html'

/** Why a format was found; the interface translates `bodyFormat.reason.<reason>`. */
export type BodyFormatReason =
  /** The file name ends in `.html` or `.htm`. */
  | 'htmlExtension'
  /** The file name ends in a Markdown extension. */
  | 'markdownExtension'
  /** The body consists of HTML blocks. */
  | 'htmlBlocks'
  /** The body has Markdown's marks, or is plain text. */
  | 'markdownText'
  | 'empty'

export interface DetectedBodyFormat {
  readonly format: BodyFormat
  readonly reason: BodyFormatReason
}

/** How much of a body is looked at, in UTF-16 units. */
const SAMPLE = 64 * 1024

const BLOCK =
  'address|article|aside|blockquote|body|center|dd|details|div|dl|dt|figure|figcaption|footer|form|h[1-6]|head|header|hr|html|iframe|li|link|main|meta|nav|ol|p|pre|script|section|style|svg|table|tbody|td|tfoot|th|thead|title|tr|ul|video'
const OPENS_BLOCK = new RegExp(`^<!doctype|^</?(?:${BLOCK})(?=[\\s/>]|$)`, 'i')
const STARTS_WITH_BLOCK = new RegExp(`^(?:<!--[^]*?-->\\s*)*(?:<!doctype|<(?:${BLOCK})[\\s/>])`, 'i')
const TAG_LINE = /^<(?:\/?[a-z][^<>]*\/?>|!--)/i
const MARKDOWN_LINE =
  /^(?:#{1,6}\s|>\s?\S|[-*+]\s+\S|\d{1,9}[.)]\s+\S|```|~~~|\||\[[^\]]+\]:\s|!\[|(?:[-*_]\s*){3,}$)|\[[^\]]+\]\([^)]*\)|\*\*[^*\s][^*]*\*\*|(?:^|[^`])`[^`\s][^`]*`/
const HIDDEN = /<(pre|script|style|textarea|svg)\b[^]*?(?:<\/\1\s*>|$)|<!--[^]*?(?:-->|$)/gi

/** Whether the sample is written as HTML: its lines are elements, and what is outside them has no Markdown marks. */
function isHtml(sample: string): boolean {
  if (!STARTS_WITH_BLOCK.test(sample)) return false
  const visible = sample.replace(HIDDEN, '<pre></pre>')
  let html = 0
  let markdown = 0
  let inTag = false
  for (const line of visible.split(/\r\n?|\n/)) {
    const text = line.trim()
    if (text === '') continue
    if (inTag) html += 1
    else if (OPENS_BLOCK.test(text)) html += 2
    else if (TAG_LINE.test(text)) html += 1
    else if (MARKDOWN_LINE.test(text)) markdown += 2
    const open = text.lastIndexOf('<')
    inTag = open > text.lastIndexOf('>') ? true : inTag && !text.includes('>')
  }
  return html > markdown
}

/**
 * The format of a body, by its file name and, where that leaves it open, by its text. HTML never passes
 * through a Markdown parser, which would take indented elements for code. A `.md` file counts as HTML only
 * when its whole sample is elements. Looks at the first 64 Ki units of the body at most.
 */
export function detectBodyFormat(body: string, fileName: string): DetectedBodyFormat {
  if (/\.html?$/i.test(fileName)) return { format: 'html', reason: 'htmlExtension' }
  const named = /\.(?:md|markdown|mdown|mkdn?|mdx)$/i.test(fileName)
  const sample = body.slice(0, SAMPLE).trim()
  if (sample === '') return { format: 'markdown', reason: named ? 'markdownExtension' : 'empty' }
  if (named ? isOnlyHtml(sample) : isHtml(sample)) return { format: 'html', reason: 'htmlBlocks' }
  return { format: 'markdown', reason: named ? 'markdownExtension' : 'markdownText' }
}

/** Whether nothing but elements stands at the top of the sample: no text outside of them, no Markdown inside. */
function isOnlyHtml(sample: string): boolean {
  if (!isHtml(sample)) return false
  const visible = sample.replace(HIDDEN, '<pre></pre>')
  return visible
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .every(
      (line) => line === '' || (!MARKDOWN_LINE.test(line.replace(/<[^>]*>/g, ' ').trim()) && !isBare(line)),
    )
}

/** A line that holds no tag at all, nor ends one that began on an earlier line. */
function isBare(line: string): boolean {
  return !/[<>]/.test(line)
}
