import { isolateHistory } from '@codemirror/commands'
import type { EditorState, Extension } from '@codemirror/state'
import type { EditorView, KeyBinding, ViewUpdate } from '@codemirror/view'
import type { BodyFormat, DetectedBodyFormat } from '../../core/article/body-format.ts'
import { headingAt, sameHeadings, type Heading } from '../../core/article/outline/heading.ts'
import { joinLineEnds } from '../../core/article/line-ends.ts'
import type { TextEdit } from '../../core/article/text-edit.ts'
import type { Problem } from '../../core/checks/problem.ts'
import type { DiskVersion, FolderContext, OpenedArticle } from '../../core/contract.ts'
import type { Encoding } from '../../core/encodings.ts'
import { checkFrontMatter } from '../../core/front-matter/checks/check-front-matter.ts'
import type { FrontMatter } from '../../core/front-matter/model.ts'
import type { Settings } from '../../core/settings.ts'
import { frontMatterField, splitField } from '../editor/article-fields.ts'
import {
  endsKey,
  formatOf,
  textWithEnds,
  type ArticleText,
  type TextWithEnds,
} from '../editor/article-text.ts'
import { isInTable } from '../editor/commands/tables/find-table.ts'
import { bodyRewritten, createEditor, setBodyFormat, setReadOnly } from '../editor/create-editor.ts'
import { lineEndKind, lineEndsOf, rawText } from '../editor/line-ends.ts'
import { setOutline } from '../editor/outline-field.ts'
import { setProblems } from '../editor/problems.ts'
import { articleReplacement } from '../editor/replacement.ts'
import { bringToTopWhenShown, topOfSource } from '../editor/top-place.ts'
import { isTyped } from '../editor/typed.ts'
import type { Language } from '../i18n/messages.ts'
import type { ArticleTab, Failure } from './app-state.ts'
import { emphasisProblems } from './body-problems.ts'
import type { BackgroundWork } from './background.ts'
import { debounce } from './debounce.ts'
import { loadsRemoteImages } from './remote-images.ts'
import { startOutline } from './outline-task.ts'
import { editorOptionsOf } from './editor-options.ts'
import { startCounting } from './statistics-task.ts'

/** What a tab starts from. */
export interface SessionStart {
  readonly id: string
  readonly name: string
  readonly path: string | null
  /** With links resolved: two tabs never show one file. */
  readonly realPath: string | null
  readonly text: ArticleText
  readonly encoding: Encoding
  readonly base: DiskVersion | null
  readonly readOnly: Failure | null
  /** What its folder says of it, when that is known already. */
  readonly context?: FolderContext | null
}

/** What a session needs of the application. */
export interface SessionHost {
  readonly settings: Settings
  readonly language: Language
  readonly nonce: string
  readonly keys: readonly KeyBinding[]
  /** What the application adds to a session's editor. */
  readonly extensions?: (session: ArticleSession) => Extension
  /** The session's picture is another. */
  readonly pictureChanged: (session: ArticleSession) => void
  /** Called in each update of the editor, before the frame is drawn; `follow` brings the picture up to it. */
  readonly updated: (session: ArticleSession, update: ViewUpdate, follow: () => void) => void
}

/** How much of an article without front matter is looked at for what is wrong with it, in UTF-16 units. */
const HEAD = 65_536

/** One open article: its editor, which holds the only copy of its text, and what is known of its file. */
export class ArticleSession {
  readonly id: string
  readonly view: EditorView
  realPath: string | null
  /** The version on disk that the text is based on; null before the first save. */
  base: DiskVersion | null
  /** The number of the last change to the text, to tell whether a save covers it. */
  revision = 0
  /** What stood at the source's top edge when that was last looked at. */
  #top = 0
  /** The text of the version it is based on is not known: what a crash left, of a file that changed since. */
  ancestorLost = false
  /** What a save that failed was to write; the disk may hold it all the same. */
  attempted: string | null = null
  /** The disk holds what a failed save has written, of which nobody knows whether it will stay. */
  #doubted = false
  #tab: ArticleTab
  #saved: TextWithEnds | null
  #formatChosen = false
  #lastGroup = ''
  #counting: BackgroundWork | null = null
  #outlining: BackgroundWork | null = null
  #checked: { readonly frontMatter: FrontMatter; readonly problems: readonly Problem[] } | null = null
  #marked: readonly Problem[] | null = null
  readonly #host: SessionHost
  readonly #derive = debounce(() => this.#deriveSlowly(), 200, 1000)

  constructor(start: SessionStart, host: SessionHost) {
    this.id = start.id
    this.realPath = start.realPath
    this.base = start.base
    this.#host = host
    const { settings } = host
    const { doc, head } = start.text
    const detected = formatOf(doc, head.split, start.name)
    this.view = createEditor({
      text: start.text,
      bodyFormat: detected.format,
      rawFrontMatter: false,
      readOnly: start.readOnly !== null,
      ...editorOptionsOf(settings, host.language),
      nonce: host.nonce,
      onUpdate: (update) => host.updated(this, update, () => this.#updated(update)),
      keys: host.keys,
      extensions: host.extensions?.(this) ?? [],
    })
    const { state } = this.view
    this.#saved = start.base || start.path === null ? { doc: state.doc, ends: lineEndsOf(state) } : null
    this.#tab = {
      id: start.id,
      name: start.name,
      path: start.path,
      dirty: this.#saved === null,
      saveState: { kind: this.#saved === null ? 'edited' : 'saved' },
      readOnly: start.readOnly,
      encoding: start.encoding,
      lineEnds: lineEndKind(state),
      bodyFormat: detected.format,
      bodyFormatReason: detected.reason,
      frontMatter: state.field(frontMatterField),
      problems: [],
      bodyProblems: [],
      rawFrontMatter: false,
      statistics: null,
      outline: [],
      currentHeading: -1,
      caretLine: 1,
      caretColumn: 1,
      hasSelection: false,
      inTable: false,
      conflict: null,
      movedTo: null,
      context: start.context ?? null,
      remoteImages: loadsRemoteImages(settings, start.path),
    }
    this.#deriveSlowly()
  }

  /** The picture the chrome shows. */
  get tab(): ArticleTab {
    return this.#tab
  }

  get text(): string {
    return this.view.state.doc.toString()
  }

  /** The text as it is saved, line ends included. */
  get rawText(): string {
    return rawText(this.view.state)
  }

  /** The text of the version on disk that this one was made from; null when it is not known. */
  get ancestor(): string | null {
    if (this.#saved === null || this.base === null || this.ancestorLost) return null
    return joinLineEnds(this.#saved.doc.toString(), this.#saved.ends)
  }

  /** Changes the picture and tells the application, when anything in it is another. */
  show(change: Partial<ArticleTab>): void {
    const keys = Object.keys(change) as (keyof ArticleTab)[]
    if (keys.every((key) => Object.is(this.#tab[key], change[key]))) return
    this.#tab = { ...this.#tab, ...change }
    this.#host.pictureChanged(this)
  }

  /** Remembers that the disk holds `state`'s text. */
  markSaved(state: EditorState): void {
    this.#saved = { doc: state.doc, ends: lineEndsOf(state) }
    this.ancestorLost = false
    this.attempted = null
    this.#doubted = false
    this.showDirty()
  }

  /** Whether the text is not what the disk surely holds; of a deleted file it holds nothing. */
  isDirty(): boolean {
    return this.#tab.conflict === 'deleted' || this.#doubted || this.differs()
  }

  /** Whether the text differs from that of the version it is based on. */
  differs(): boolean {
    const saved = this.#saved
    if (saved === null) return true
    const { state } = this.view
    return !saved.doc.eq(state.doc) || endsKey(saved.ends) !== endsKey(lineEndsOf(state))
  }

  /** Shows whether the text differs from the disk; a failed save stays said until a text that did no longer does. */
  showDirty(): void {
    const dirty = this.isDirty()
    const kind = this.#tab.saveState.kind
    const now = dirty ? 'edited' : 'saved'
    const stillFailed = kind === 'failed' && (dirty || !this.#tab.dirty)
    // The state it was in stays the same object: a key changes nothing in the picture, so that nothing is drawn.
    if (kind === 'saving' || stillFailed || kind === now) this.show({ dirty })
    else this.show({ dirty, saveState: { kind: now } })
  }

  /** Applies edits as one undo step; edits of one `group` made in a row join into one step. */
  edit(edits: readonly TextEdit[], group: string): void {
    if (edits.length === 0 || this.view.state.readOnly) return
    const joins = group !== '' && group === this.#lastGroup
    this.view.dispatch({
      changes: edits.map(({ from, to, insert }) => ({ from, to, insert })),
      ...(joins ? {} : { annotations: isolateHistory.of('before') }),
    })
    this.#lastGroup = group
  }

  /** Replaces the text by another version of it, as one undo step that keeps caret and scroll. */
  replaceText(newRawText: string): void {
    this.view.dispatch(articleReplacement(this.view.state, newRawText), {
      annotations: isolateHistory.of('full'),
    })
  }

  /** What the folder says of the article; dates are judged as its generator reads them. */
  setContext(context: FolderContext): void {
    this.#checked = null
    this.show({ context, problems: this.#check(this.view.state) })
    this.#derive.schedule()
  }

  /** Follows the disk: another version of the file becomes the text, which is then clean. */
  reload(opened: OpenedArticle): void {
    this.base = opened.version
    this.realPath = opened.realPath
    if (opened.text !== this.rawText) this.replaceText(opened.text)
    setReadOnly(this.view, opened.readOnly !== null)
    this.show({ encoding: opened.encoding, readOnly: opened.readOnly, conflict: null, movedTo: null })
    this.markSaved(this.view.state)
  }

  /** The text stays and is based on this version of the file from now on. */
  rebase(opened: OpenedArticle): void {
    this.#baseOn(opened, false)
    this.show({ saveState: { kind: 'edited' } })
    this.showDirty()
  }

  /** The disk holds what a failed save has written: the next one begins there, and until then nothing is called saved. */
  doubt(opened: OpenedArticle): void {
    this.#baseOn(opened, true)
    this.showDirty()
  }

  #baseOn(opened: OpenedArticle, doubted: boolean): void {
    this.base = opened.version
    this.realPath = opened.realPath
    this.#saved = textWithEnds(opened.text)
    this.#doubted = doubted
    this.ancestorLost = false
    this.show({ conflict: null, movedTo: null })
  }

  /** Puts caret and what is at the top edge (offsets) where they were; the latter once the editor is on the page. */
  restorePlace(caret: number, top: number): void {
    this.view.dispatch({ selection: { anchor: Math.min(caret, this.view.state.doc.length) } })
    this.#top = top
    bringToTopWhenShown(this.view, top)
  }

  /** The offset at the source's top edge, also while its editor is not on the page. */
  scrolledTo(): number {
    if (this.view.scrollDOM.clientHeight > 0) this.#top = topOfSource(this.view)
    return this.#top
  }

  /** Sets the body format, or finds it anew. */
  chooseBodyFormat(format: BodyFormat | 'auto'): void {
    this.#formatChosen = format !== 'auto'
    const found = format === 'auto' ? this.#detectFormat() : { format, reason: 'chosen' as const }
    setBodyFormat(this.view, found.format)
    this.show({ bodyFormat: found.format, bodyFormatReason: found.reason })
    this.#derive.schedule()
  }

  /** Puts a body in another format in place of this one, as one undo step that takes the format with it. */
  convertBody(edits: readonly TextEdit[], to: BodyFormat): void {
    if (this.view.state.readOnly) return
    this.view.dispatch({
      changes: edits.map(({ from, to: end, insert }) => ({ from, to: end, insert })),
      effects: bodyRewritten.of({ from: this.#tab.bodyFormat, to }),
      annotations: isolateHistory.of('full'),
    })
    this.#lastGroup = ''
  }

  /** The body is in this format now; the writer's word counts only where the file says something else. */
  #followFormat(format: BodyFormat): void {
    const detected = this.#detectFormat()
    this.#formatChosen = detected.format !== format
    this.show({ bodyFormat: format, bodyFormatReason: this.#formatChosen ? 'chosen' : detected.reason })
  }

  /** Finds the body format anew for another file name, unless the writer has chosen one. */
  renamed(name: string): void {
    this.show({ name })
    if (!this.#formatChosen) this.chooseBodyFormat('auto')
  }

  dispose(): void {
    this.#derive.cancel()
    this.#counting?.cancel()
    this.#outlining?.cancel()
    this.view.destroy()
  }

  #detectFormat(): DetectedBodyFormat {
    const { state } = this.view
    return formatOf(state.doc, state.field(splitField), this.#tab.name)
  }

  #updated(update: ViewUpdate): void {
    const rewritten = update.transactions.flatMap((tr) => tr.effects).findLast((one) => one.is(bodyRewritten))
    if (rewritten) this.#followFormat(rewritten.value.to)
    if (update.docChanged) {
      this.revision += 1
      if (isTyped(update)) this.#lastGroup = ''
      this.showDirty()
      const frontMatter = update.state.field(frontMatterField)
      if (!update.view.composing) {
        this.show({ frontMatter, problems: this.#check(update.state), lineEnds: lineEndKind(update.state) })
      }
    } else if (update.transactions.some((tr) => tr.effects.length > 0)) {
      this.showDirty()
      this.show({ lineEnds: lineEndKind(update.state) })
    }
    if (update.docChanged || update.selectionSet) this.#derive.schedule()
  }

  /** The front matter's problems: with spans that fit the text, and found again only when it is another. */
  #check(state: EditorState): readonly Problem[] {
    const frontMatter = state.field(frontMatterField)
    if (this.#checked?.frontMatter !== frontMatter) {
      const head = state.sliceDoc(0, Math.max(state.field(splitField).body.from, HEAD))
      const generator = this.#tab.context?.generator ?? null
      this.#checked = { frontMatter, problems: checkFrontMatter(head, frontMatter, generator) }
    }
    return this.#checked.problems
  }

  /** What the status bar and the problem list show: never on the keystroke path. */
  #deriveSlowly(): void {
    const { view } = this
    if (view.composing) {
      this.#derive.schedule()
      return
    }
    const { state } = view
    const { main } = state.selection
    const line = state.doc.lineAt(main.head)
    const frontMatter = state.field(frontMatterField)
    const problems = this.#check(state)
    if (this.#marked !== problems) {
      this.#marked = problems
      setProblems(view, [...problems, ...this.#tab.bodyProblems])
    }
    this.show({
      frontMatter,
      problems,
      caretLine: line.number,
      caretColumn: main.head - line.from + 1,
      hasSelection: !main.empty,
      inTable: isInTable(state, main.head),
    })
    this.#counting?.cancel()
    this.#counting = startCounting(state, (statistics) => this.show({ statistics }))
    this.#outlining?.cancel()
    this.#outlining = startOutline(state, (found, emphasis) => {
      // Places are those of this text; a later one is looked at after the next pause.
      if (view.state.doc !== state.doc || view.composing) return
      this.#showOutline(found)
      if (emphasis.length + this.#tab.bodyProblems.length === 0) return
      this.show({ bodyProblems: emphasisProblems(state.doc, emphasis) })
      setProblems(view, [...this.#tab.problems, ...this.#tab.bodyProblems])
    })
  }

  #showOutline(found: readonly Heading[]): void {
    const same = sameHeadings(found, this.#tab.outline)
    const outline = same ? this.#tab.outline : found
    if (!same) this.view.dispatch({ effects: setOutline.of(outline) })
    this.show({ outline, currentHeading: headingAt(outline, this.view.state.selection.main.head) })
  }
}
