import type { ChangeSet, Text } from '@codemirror/state'
import type { BodyFormat } from '../../core/article/body-format.ts'
import type { Span } from '../../core/article/text-edit.ts'
import type { FolderContext } from '../../core/contract.ts'
import type { MarkdownExtension } from '../../core/markdown/extensions.ts'
import type { Field } from '../../core/front-matter/model.ts'
import type { PreviewLook, PreviewWidth } from '../../core/settings.ts'
import type { Language, MessageKey } from '../i18n/messages.ts'

/** What an article shows: its whole text, where the body stands in it, and what surrounds it. */
export interface PreviewSource {
  /** The whole text of the file, front matter included. */
  readonly doc: Text
  readonly body: Span
  readonly format: BodyFormat
  readonly fields: readonly Field[]
  /** File name, as the writer sees it. */
  readonly name: string
  readonly context: FolderContext | null
  /** True: images from other hosts are loaded. */
  readonly remoteImages: boolean
  /** True: this is only the beginning of the article; the rest follows as a change. */
  readonly goesOn?: boolean
}

/** What the preview tells the application. Offsets are UTF-16 into the whole text. */
export interface PreviewEvents {
  /** The frame has loaded, and shows what it was given. */
  onLoad?(): void
  /** A link was followed; `href` as written. In-page anchors scroll inside: only those that lead nowhere are told. */
  onLink(href: string): void
  /** The pointer or the keyboard has come to the link with this address, as written; null when it has left it. */
  onLinkAt?(href: string | null): void
  /** The writer clicked on what stands at `offset`. */
  onCaret(offset: number): void
  /** The writer clicked on what the head shows of a field; its value begins at `offset`. */
  onField?(offset: number): void
  /** The writer selected in the preview what stands there. */
  onSelect(span: Span): void
  /** A menu is wanted at a place of the preview. */
  onMenu(request: PreviewMenuRequest): void
  /** Number of remote images that are not loaded; 0 when none wait. */
  onRemoteImages(waiting: number): void
  /** Something of the article is shown in a simpler way; null when that is over. */
  onNotice(text: MessageKey | null): void
  /** The writer scrolled the preview; `offset` is what stands at its top edge. */
  onScroll(offset: number): void
}

/** What a menu over the preview is about; each null when the place has none. */
export interface PreviewMenuRequest {
  /** CSS pixels in the window of the page. */
  readonly x: number
  readonly y: number
  /** The selected text, or `''`. */
  readonly selection: string
  /** The link's address as written. */
  readonly link: string | null
  /** The image's address as written. */
  readonly image: string | null
  /** Where in the source that place stands. */
  readonly offset: number | null
  readonly selectAll: () => void
}

/** A link's address as it is shown before it is followed: all up to its host, and what comes after that. */
export interface ShownAddress {
  readonly host: string
  readonly rest: string
}

export interface PreviewAppearance {
  readonly look: PreviewLook
  readonly width: PreviewWidth
  readonly dark: boolean
  /** No source stands beside it: its caret is not marked. */
  readonly alone?: boolean
  /** High contrast in place of the look's own colours. */
  readonly highContrast?: boolean
  /** Size of the look, as a factor; 1 when absent. */
  readonly zoom?: number
  /** What Markdown is read beyond GFM. */
  readonly extensions: readonly MarkdownExtension[]
  /** Language of what the preview itself says (placeholders); English when absent. */
  readonly language?: Language
}

/** The live preview in one frame. Articles are told apart by key; one is shown at a time. */
export interface Preview {
  /** Shows an article: at once when it was shown before, else its first part at once and the rest in slices. */
  show(key: string, source: PreviewSource): void
  /** Follows an edit of the article; to be called in CodeMirror's update listener. */
  change(key: string, changes: ChangeSet, source: PreviewSource): void
  /** Drops what is kept of an article. */
  forget(key: string): void
  setAppearance(appearance: PreviewAppearance): void
  /**
   * Scrolls so that what stands at `offset` is at the top edge, or as near to it as leaves what is at the caret in view
   * (`withCaret`). Not reported by `onScroll`.
   */
  scrollTo(offset: number, withCaret?: boolean): void
  /** Brings what stands at the caret into view, unless it is there. Not reported by `onScroll`. */
  showCaret(): void
  /** Calls `listener` with what stands at the top edge whenever the writer scrolls the preview. */
  followScroll(listener: (offset: number) => void): () => void
  /** Marks the block that holds `offset`; null marks none. */
  markCaret(offset: number | null): void
  /** Marks every match in what is shown; null marks none. */
  find(pattern: RegExp | null): void
  /** Marks what is selected in the source; null when nothing is. */
  markSelection(span: Span | null): void
  dispose(): void
}
