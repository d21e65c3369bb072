import type { TextEdit } from '../../article/text-edit.ts'
import { columnOf, lineStop } from './lines.ts'
import type { YamlPlace, YamlSource } from './place.ts'

/**
 * Puts `written` in the place of a value: after the colon when nothing stands there, and on the key's own line when
 * a block collection stands below it. Comments and spaces after the old value stay.
 */
export function inline(
  { text, habits }: YamlSource,
  place: YamlPlace,
  written: string,
  untagged: boolean,
): TextEdit {
  const { entry, parent } = place
  const { value: node } = entry
  const from = untagged ? node.outerFrom : node.from
  if (entry.key && entry.colon < 0) {
    const column = ' '.repeat(columnOf(text, entry.from))
    const gap = entry.key.to > entry.key.from ? '' : ' '
    const before = parent.style === 'flow' ? `${gap}: ` : `${habits.lineEnd}${column}: `
    return { from: node.to, to: node.to, insert: before + written }
  }
  const owner = entry.colon >= 0 ? entry.colon + 1 : entry.key ? from : entry.from + 1
  const below = node.style === 'block' && /[\r\n]/.test(text.slice(owner, from)) && parent.style === 'block'
  if (written === '') return { from: trimmedEnd(text, owner, from), to: node.to, insert: '' }
  if (!below) return { from, to: node.to, insert: gapBefore(text, from) + written }
  const stop = Math.min(lineStop(text, owner), from)
  const [, props = '', comment = ''] =
    /^((?:\s*[&!]\S*)*)\s*(.*)$/.exec(text.slice(owner, stop).trimEnd()) ?? []
  const before = untagged ? '' : props.trimStart()
  return {
    from: owner,
    to: node.to,
    insert: ['', before, written, comment].filter((part, at) => at === 0 || part !== '').join(' '),
  }
}

/** The offset before the spaces that separate a colon from its value, as far back as `owner`. */
export function trimmedEnd(text: string, owner: number, from: number): number {
  return owner + text.slice(owner, from).trimEnd().length
}

/** A space, unless `at` follows one or an opening bracket. */
export function gapBefore(text: string, at: number): string {
  return at === 0 || /[\s[{,]/.test(text.charAt(at - 1)) ? '' : ' '
}
