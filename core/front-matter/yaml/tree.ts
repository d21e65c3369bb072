import {
  CHOMPING_MODE,
  COLLECTION_STYLE,
  EVENT_ID,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type AliasEvent,
  type Event,
  type MappingEvent,
  type ScalarEvent,
  YAMLException,
  type SequenceEvent,
} from 'js-yaml'
import type { FieldStyle } from '../model.ts'
import type { BlockText, YamlEntry, YamlNode } from './node.ts'
import { skipInFlow, skipSpace, skipToBracket } from './skip.ts'

/** Collections may nest this deep. */
const maxDepth = 100

export interface YamlTree {
  /** The first document's value; null when there is none. */
  readonly root: YamlNode | null
  /** True when another document follows, which front matter has no use for. */
  readonly more: boolean
}

/**
 * Parses YAML with js-yaml and gives every node its place; `offset` is added to all offsets. What js-yaml throws
 * when it does not parse is returned (its own offsets are relative to `source`).
 */
export function tryParse(source: string, offset: number): YamlTree | YAMLException {
  try {
    const events = parseEvents(source, { maxDepth })
    const builder = new TreeBuilder(source, offset, events)
    const root = events[0]?.type === EVENT_ID.DOCUMENT ? builder.node(0) : null
    return { root, more: builder.rest().some((event) => event.type === EVENT_ID.DOCUMENT) }
  } catch (error) {
    if (error instanceof YAMLException) return error
    throw error
  }
}

const styles: Record<ScalarEvent['style'], FieldStyle> = {
  [SCALAR_STYLE.PLAIN]: 'plain',
  [SCALAR_STYLE.SINGLE_QUOTED]: 'single',
  [SCALAR_STYLE.DOUBLE_QUOTED]: 'double',
  [SCALAR_STYLE.LITERAL_BLOCK]: 'literal',
  [SCALAR_STYLE.FOLDED_BLOCK]: 'folded',
}
const chompings: Record<ScalarEvent['chomping'], BlockText['chomping']> = {
  [CHOMPING_MODE.CLIP]: 'clip',
  [CHOMPING_MODE.STRIP]: 'strip',
  [CHOMPING_MODE.KEEP]: 'keep',
}

/** What holds no entries, shared by all that do not: front matter may hold thousands of scalars. */
const none: readonly YamlEntry[] = []

/** Walks the event stream once, keeping beside it the place in the source up to which all has been seen. */
class TreeBuilder {
  private index = 1
  private readonly source: string
  private readonly offset: number
  private readonly events: readonly Event[]

  constructor(source: string, offset: number, events: readonly Event[]) {
    this.source = source
    this.offset = offset
    this.events = events
  }

  rest(): readonly Event[] {
    return this.events.slice(this.index)
  }

  /** The next node; `at` is the place after its dash or colon, where an empty one stands. */
  node(at: number): YamlNode {
    const event = this.events[this.index++]
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return this.scalar(event, at)
      case EVENT_ID.ALIAS:
        return this.alias(event)
      case EVENT_ID.SEQUENCE:
        return this.list(event)
      case EVENT_ID.MAPPING:
        return this.map(event)
      default:
        throw new Error('js-yaml ended a collection where a node was due')
    }
  }

  private made(
    kind: YamlNode['kind'],
    style: FieldStyle,
    from: number,
    to: number,
    props: Exclude<Event, { type: 1 | 6 }> | null,
    text: string,
    entries: readonly YamlEntry[] = none,
    blockText: BlockText | null = null,
  ): YamlNode {
    let outerFrom = from
    let anchor: string | null = null
    let tag: string | null = null
    if (props && props.type !== EVENT_ID.ALIAS) {
      if (props.anchorStart >= 0) {
        anchor = this.source.slice(props.anchorStart, props.anchorEnd)
        outerFrom = props.anchorStart - 1
      }
      if (props.tagStart >= 0) {
        tag = this.source.slice(props.tagStart, props.tagEnd)
        outerFrom = Math.min(outerFrom, props.tagStart)
      }
    }
    return {
      kind,
      style,
      from: from + this.offset,
      to: to + this.offset,
      outerFrom: outerFrom + this.offset,
      anchor,
      tag,
      text,
      blockText,
      entries,
    }
  }

  private scalar(event: ScalarEvent, at: number): YamlNode {
    const style = styles[event.style]
    if (event.valueStart < 0) {
      const place = Math.max(at, event.anchorEnd, event.tagEnd)
      return this.made('scalar', 'plain', place, place, event, '')
    }
    const text = getScalarValue(this.source, event)
    if (style === 'literal' || style === 'folded') {
      const from = skipSpace(this.source, Math.max(at, event.anchorEnd, event.tagEnd))
      const to = Math.max(
        from + this.source.slice(from, event.valueStart).trimEnd().length,
        event.valueStart + this.source.slice(event.valueStart, event.valueEnd).trimEnd().length,
      )
      const blockText: BlockText = {
        indent: event.indent,
        chomping: chompings[event.chomping],
        textFrom: event.valueStart + this.offset,
        textTo: event.valueEnd + this.offset,
      }
      return this.made('scalar', style, from, to, event, text, none, blockText)
    }
    const quote = style === 'plain' ? 0 : 1
    return this.made('scalar', style, event.valueStart - quote, event.valueEnd + quote, event, text)
  }

  private alias(event: AliasEvent): YamlNode {
    const text = this.source.slice(event.anchorStart, event.anchorEnd)
    return this.made('alias', 'plain', event.anchorStart - 1, event.anchorEnd, event, text)
  }

  private list(event: SequenceEvent): YamlNode {
    const flow = event.style === COLLECTION_STYLE.FLOW
    const entries: YamlEntry[] = []
    let at = flow ? event.start + 1 : event.start
    while (this.events[this.index]?.type !== EVENT_ID.POP) {
      const from = flow ? skipInFlow(this.source, at) : skipSpace(this.source, at)
      const value = this.node(flow ? from : from + 1)
      at = this.after(value, flow ? from : from + 1)
      entries.push({ from: from + this.offset, key: null, colon: -1, value })
    }
    this.index++
    const end = flow ? skipToBracket(this.source, at) + 1 : this.lastEnd(entries, event.start)
    return this.made('list', flow ? 'flow' : 'block', event.start, end, event, '', entries)
  }

  private map(event: MappingEvent): YamlNode {
    const flow = event.style === COLLECTION_STYLE.FLOW
    const next = this.events[this.index]
    const bare =
      flow &&
      (this.source.charAt(event.start) !== '{' ||
        ((next?.type === EVENT_ID.MAPPING || next?.type === EVENT_ID.SEQUENCE) && next.start === event.start))
    const entries: YamlEntry[] = []
    let at = flow && !bare ? event.start + 1 : event.start
    while (this.events[this.index]?.type !== EVENT_ID.POP) {
      const entry = this.pair(flow && !bare ? skipInFlow(this.source, at) : skipSpace(this.source, at))
      at = this.after(entry.value, entry.value.to - this.offset)
      entries.push(entry)
    }
    this.index++
    const end = flow && !bare ? skipToBracket(this.source, at) + 1 : this.lastEnd(entries, event.start)
    return this.made('map', flow ? 'flow' : 'block', event.start, end, event, '', entries)
  }

  private pair(start: number): YamlEntry {
    const explicit = this.source.charAt(start) === '?' && /^\s?$/.test(this.source.charAt(start + 1))
    const key = this.node(explicit ? start + 1 : start)
    const afterKey = this.after(key, key.to - this.offset)
    const colon = skipSpace(this.source, afterKey)
    const hasColon = this.source.charAt(colon) === ':'
    const value = this.node(hasColon ? colon + 1 : afterKey)
    return {
      from: explicit ? start + this.offset : key.outerFrom,
      key,
      colon: hasColon ? colon + this.offset : -1,
      value,
    }
  }

  /** The place after a node from which to look for what follows it; a block scalar takes its blank lines along. */
  private after(node: YamlNode, at: number): number {
    return Math.max(at, (node.blockText?.textTo ?? node.to) - this.offset, lastText(node) - this.offset)
  }

  private lastEnd(entries: readonly YamlEntry[], start: number): number {
    const last = entries.at(-1)
    return last ? last.value.to - this.offset : start
  }
}

/** Where the text of the block scalar that ends `node` ends, however deep it stands; 0 when none does. */
function lastText(node: YamlNode): number {
  let last: YamlNode | undefined = node
  while (last) {
    if (last.blockText) return last.blockText.textTo
    last = last.style === 'block' ? last.entries.at(-1)?.value : undefined
  }
  return 0
}
