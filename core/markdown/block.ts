/** What a reference definition (`[label]: href "title"`) says; `label` is normalised as CommonMark matches it. */
export interface Definition {
  readonly label: string
  readonly href: string
  readonly title: string | undefined
}

/**
 * What a block is. `open` and `close` are the two tags of an HTML container whose children are blocks of
 * their own; `space` shows nothing; `plain` is text that is too costly to parse and is shown as it is.
 */
export type BlockType =
  | 'space'
  | 'markdown'
  | 'heading'
  | 'group'
  | 'definition'
  | 'footnote'
  | 'html'
  | 'comment'
  | 'open'
  | 'close'
  | 'plain'

/** A top-level piece of a body as a scanner finds it. */
export interface Piece {
  readonly type: BlockType
  /** UTF-16 code units. */
  readonly length: number
  /** True: later text within the scanner's reach may turn this piece and what follows into one. */
  readonly opens: boolean
  /** Reference definitions inside, nested ones included. */
  readonly definitions: readonly Definition[]
  /** The label this piece defines as a footnote, or null. */
  readonly footnote: string | null
  /** Footnote labels that may be referred to inside, in order. */
  readonly footnoteRefs: readonly string[]
  /** True when the text holds a `[`, so that a definition elsewhere may change how it renders. */
  readonly brackets: boolean
}

/** A piece at its place in the index. Its text is the host's between its offset and offset + length. */
export interface Block extends Omit<Piece, 'length'> {
  length: number
  /** True: its text was edited since it was scanned. */
  stale: boolean
  /** Whether it stands at the head, as told to the scanner. */
  readonly head: boolean
}

/** What a scanner found in a window of text. */
export interface Scan {
  readonly pieces: readonly Piece[]
  /** How many of the first pieces stay as they are whatever text follows the window. */
  readonly trusted: number
}

/** Cuts a text that begins at a block boundary into pieces; the pieces' lengths sum to the text's. */
export interface Scanner {
  /** How far (UTF-16) from its start a piece that `opens` looks ahead. */
  readonly reach: number
  /**
   * `final`: the text ends where the body ends. `head`: nothing but white space, comments and container
   * tags stands before it.
   */
  scan(text: string, final: boolean, head: boolean): Scan
}

const NONE: readonly never[] = []

/** A piece that carries nothing but its type and length. */
export function bare(type: BlockType, length: number, opens = false): Piece {
  return { type, length, opens, definitions: NONE, footnote: null, footnoteRefs: NONE, brackets: false }
}

/** True for what may stand before a container that holds everything. */
export function keepsHead(piece: { readonly type: BlockType }): boolean {
  return piece.type === 'space' || piece.type === 'comment' || piece.type === 'open'
}

/** True for blocks that put something on the page. */
export function isShown(block: { readonly type: BlockType }): boolean {
  switch (block.type) {
    case 'space':
    case 'definition':
    case 'footnote':
    case 'open':
    case 'close':
      return false
    default:
      return true
  }
}
