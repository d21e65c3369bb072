import type { Span } from '../../../core/article/text-edit.ts'
import type { Attribute, DomToken } from './dom-tokens.ts'
import type { RenderingChange } from './rendering-change.ts'
import { diffTokens } from './token-diff.ts'

/** Differences told between two pauses. */
const BATCH = 50
/** Words, runs of space, and single signs; characters of scripts without spaces are words. */
const WORDS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}_]+|\s+|[^]/gu

type Open = Extract<DomToken, { kind: 'open' }>

/** Pieces that gave way to others at one place. */
interface Hunk {
  readonly removed: readonly DomToken[]
  readonly added: readonly DomToken[]
  /** Where the hunk stands in the source that was. */
  readonly at: Span | null
}

/**
 * Everything in which the rendering `after` is another than `before`. Complete: the list is empty exactly when both
 * have the same pieces. Pauses now and then.
 */
export function* compareRenderings(
  before: readonly DomToken[],
  after: readonly DomToken[],
): Generator<undefined, readonly RenderingChange[]> {
  const hunks = yield* hunksOf(before, after)
  if (hunks === null) return [{ kind: 'unlike', at: before.find(({ at }) => at)?.at ?? null }]
  const changes: RenderingChange[] = []
  for (const [i, hunk] of hunks.entries()) {
    if (i % BATCH === 0) yield
    changes.push(...changesOf(hunk))
  }
  const named = new Set(changes.flatMap(namesIn))
  for (const { removed, added, at } of hunks) {
    for (const token of [...removed, ...added]) {
      if (token.kind !== 'close' || named.has(token.name)) continue
      named.add(token.name)
      changes.push({ kind: 'elementMoved', name: token.name, at })
    }
  }
  return changes
}

/** Where the two differ; null when that would take too long to find out. */
function* hunksOf(
  before: readonly DomToken[],
  after: readonly DomToken[],
): Generator<undefined, readonly Hunk[] | null> {
  const hunks = yield* difference(before, after, null)
  if (hunks === null) return null
  const finer: Hunk[] = []
  for (const hunk of hunks) {
    const sameText = textOf(hunk.removed) === textOf(hunk.added)
    const pieces = (tokens: readonly DomToken[]): readonly DomToken[] =>
      tokens.flatMap((token) => piecesOf(token, sameText))
    finer.push(...((yield* difference(pieces(hunk.removed), pieces(hunk.added), hunk.at)) ?? [hunk]))
  }
  return finer
}

/** Text whose element came or went is in other runs than it was: it is compared by words, or by characters. */
function piecesOf(token: DomToken, characters: boolean): readonly DomToken[] {
  if (token.kind !== 'text') return [token]
  const parts = token.text.match(characters ? /[^]/gu : WORDS) ?? []
  let offset = 0
  return parts.map((text): DomToken => {
    const { at } = token
    const from = at && Math.min(at.from + offset, at.to)
    offset += text.length
    const place = at && from !== null ? { from, to: Math.max(from, at.to) } : null
    return { kind: 'text', text, key: `#${text}`, at: place }
  })
}

function textOf(tokens: readonly DomToken[]): string {
  return tokens.map((token) => (token.kind === 'text' ? token.text : '')).join('')
}

function* difference(
  before: readonly DomToken[],
  after: readonly DomToken[],
  around: Span | null,
): Generator<undefined, readonly Hunk[] | null> {
  const parts = yield* diffTokens(before, after)
  if (parts === null) return null
  const hunks: Hunk[] = []
  let i = 0
  let j = 0
  let place = around
  let removed: readonly DomToken[] = []
  let added: readonly DomToken[] = []
  const pass = (tokens: readonly DomToken[]): void => {
    for (const token of tokens) place = token.at ?? place
  }
  const flush = (): void => {
    if (removed.length > 0 || added.length > 0) {
      hunks.push({ removed, added, at: removed.find((token) => token.at)?.at ?? place })
    }
    pass(removed)
    removed = []
    added = []
  }
  for (const { kind, length } of parts) {
    if (kind === 'same') {
      flush()
      pass(before.slice(i, i + length))
    } else if (kind === 'removed') removed = [...removed, ...before.slice(i, i + length)]
    else added = [...added, ...after.slice(j, j + length)]
    if (kind !== 'added') i += length
    if (kind !== 'removed') j += length
  }
  flush()
  return hunks
}

function changesOf({ removed, added, at }: Hunk): RenderingChange[] {
  const isOpen = (token: DomToken): token is Open => token.kind === 'open'
  const gone = removed.filter(isOpen)
  const fresh = added.filter(isOpen)
  const changes: RenderingChange[] = []
  const unmatched: Open[] = []
  for (const token of gone) {
    const same = fresh.findIndex(({ name }) => name === token.name)
    const [partner] = same < 0 ? [] : fresh.splice(same, 1)
    if (partner) changes.push(...attributeChanges(token, partner, token.at ?? at))
    else unmatched.push(token)
  }
  const renames = unmatched.length === fresh.length
  for (const [i, token] of unmatched.entries()) {
    const partner = renames ? fresh[i] : undefined
    const place = token.at ?? at
    if (!partner) changes.push({ kind: 'elementLost', name: token.name, at: place })
    else {
      changes.push({ kind: 'elementRenamed', name: token.name, becomes: partner.name, at: place })
      changes.push(...attributeChanges(token, partner, place))
    }
  }
  if (!renames) for (const { name } of fresh) changes.push({ kind: 'elementAdded', name, at })
  return [
    ...changes,
    ...wordChanges('text', removed, added, at),
    ...wordChanges('comment', removed, added, at),
  ]
}

function attributeChanges(before: Open, after: Open, at: Span | null): RenderingChange[] {
  const changes: RenderingChange[] = []
  const note = (name: string, was: string | null, is: string | null): void => {
    changes.push({ kind: 'attribute', element: before.name, name, before: was, after: is, at })
  }
  const now = new Map<string, string>(after.attributes)
  for (const [name, value] of before.attributes) {
    const is = now.get(name) ?? null
    if (is !== value) note(name, value, is)
  }
  const then = new Set(before.attributes.map(([name]: Attribute) => name))
  for (const [name, value] of after.attributes) if (!then.has(name)) note(name, null, value)
  return changes
}

function wordChanges(
  kind: 'text' | 'comment',
  removed: readonly DomToken[],
  added: readonly DomToken[],
  at: Span | null,
): RenderingChange[] {
  const gone = runsOf(kind, removed)
  const fresh = runsOf(kind, added)
  const changes: RenderingChange[] = []
  for (let i = 0; i < Math.max(gone.length, fresh.length); i++) {
    const before = gone[i]
    const parts = differing(before?.text ?? '', fresh[i]?.text ?? '')
    if (parts.before !== parts.after) changes.push({ kind, ...parts, at: before?.at ?? at })
  }
  return changes
}

/** Texts of a kind; pieces of text in a row are one. */
function runsOf(
  kind: 'text' | 'comment',
  tokens: readonly DomToken[],
): readonly { text: string; at: Span | null }[] {
  const runs: { text: string; at: Span | null }[] = []
  let previous: DomToken['kind'] | null = null
  for (const token of tokens) {
    const last = runs.at(-1)
    if (token.kind === kind && kind === 'text' && previous === 'text' && last) last.text += token.text
    else if (token.kind === kind) runs.push({ text: token.text, at: token.at })
    previous = token.kind
  }
  return runs
}

/** The middle in which two texts differ, with whole words around it. */
function differing(before: string, after: string): { before: string; after: string } {
  if (before === '' || after === '') return { before, after }
  let from = 0
  while (from < before.length && from < after.length && before[from] === after[from]) from++
  let to = 0
  const most = Math.min(before.length, after.length) - from
  while (to < most && before[before.length - 1 - to] === after[after.length - 1 - to]) to++
  while (from > 0 && /[\w\ud800-\udbff]/.test(before[from - 1] ?? '')) from--
  while (to > 0 && /[\w\udc00-\udfff]/.test(before[before.length - to] ?? '')) to--
  return { before: before.slice(from, before.length - to), after: after.slice(from, after.length - to) }
}

function namesIn(change: RenderingChange): readonly string[] {
  switch (change.kind) {
    case 'elementLost':
    case 'elementAdded':
    case 'elementMoved':
      return [change.name]
    case 'elementRenamed':
      return [change.name, change.becomes]
    default:
      return []
  }
}
