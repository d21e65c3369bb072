import { history, invertedEffects } from '@codemirror/commands'
import { bracketMatching, indentUnit } from '@codemirror/language'
import {
  Compartment,
  EditorSelection,
  EditorState,
  Prec,
  StateEffect,
  type Extension,
} from '@codemirror/state'
import {
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  rectangularSelection,
  type KeyBinding,
  type ViewUpdate,
} from '@codemirror/view'
import type { BodyFormat } from '../../core/article/body-format.ts'
import type { Language } from '../i18n/messages.ts'
import { translate } from '../i18n/translate.ts'
import { articleFields, knownHead } from './article-fields.ts'
import { articleLanguage } from './article-language.ts'
import type { ArticleText } from './article-text.ts'
import { bodyFormatFacet } from './body-format-facet.ts'
import { editing } from './editing.ts'
import { focusMode } from './focus-mode.ts'
import { folding } from './folding.ts'
import { hiddenFrontMatter } from './hidden-front-matter.ts'
import { highlighting } from './highlight.ts'
import { htmlWeight } from './html-weight.ts'
import { languageFacet } from './language-facet.ts'
import { linkedTags } from './linked-tags.ts'
import { lineEndsExtension } from './line-ends.ts'
import { redrawGaps } from './line-gaps.ts'
import { problemGutter, problemsExtension } from './problems.ts'
import { rawFrontMatterField, setRawEffect, visibleFrom } from './raw-front-matter.ts'
import { findAndReplace } from './search-panel.ts'
import { textDirection } from './text-direction.ts'
import { editorLook } from './theme.ts'
import { typewriterMode } from './typewriter-mode.ts'
import { undoSteps } from './undo-steps.ts'

/** What a writer can set of the source editor. */
export interface EditorOptions {
  readonly lineNumbers: boolean
  readonly lineWrapping: boolean
  /** CSS pixels. */
  readonly fontSize: number
  /** Font families by comma; `''` for the built-in ones. */
  readonly fontFamily: string
  /** As a multiple of the font size. */
  readonly lineHeight: number
  /** Columns. */
  readonly tabWidth: number
  /** Dims all but the paragraph with the caret. */
  readonly focusMode: boolean
  /** Keeps the caret's line in the middle. */
  readonly typewriterMode: boolean
  readonly language: Language
}

export interface EditorConfig extends EditorOptions {
  /** The text of the file, front matter included. */
  readonly text: ArticleText
  readonly bodyFormat: BodyFormat
  /** Shows the front matter as text instead of leaving it to the form. */
  readonly rawFrontMatter: boolean
  readonly readOnly: boolean
  /** UTF-16 offset in the text with line ends as `\n`; the start of what is shown when left out. */
  readonly caret?: number
  /** What the page's policy asks of `<style>` elements. */
  readonly nonce: string
  /** Called after every update of the view. */
  readonly onUpdate: (update: ViewUpdate) => void
  /** The application's own keys; they win over the editor's. */
  readonly keys: readonly KeyBinding[]
  /** What the application adds to this editor. */
  readonly extensions?: Extension
}

const format = new Compartment()
const writable = new Compartment()
const options = new Compartment()

function formatExtension(bodyFormat: BodyFormat): Extension {
  return [bodyFormatFacet.of(bodyFormat), articleLanguage(bodyFormat)]
}

/** A read-only article keeps its caret, so that it can be searched and copied with the keyboard. */
function readOnlyExtension(readOnly: boolean): Extension {
  return EditorState.readOnly.of(readOnly)
}

function optionsExtension(chosen: EditorOptions): Extension {
  return [
    languageFacet.of(chosen.language),
    editorLook(chosen),
    EditorState.tabSize.of(chosen.tabWidth),
    chosen.lineNumbers ? [lineNumbers(), highlightActiveLineGutter()] : [],
    chosen.focusMode ? focusMode : [],
    chosen.typewriterMode ? typewriterMode : [],
    EditorView.contentAttributes.of({
      'aria-label': translate(chosen.language, 'editor.label'),
      spellcheck: 'true',
      autocorrect: 'off',
      autocapitalize: 'off',
      writingsuggestions: 'false',
    }),
  ]
}

/** The state of an article's editor: text, line ends, front matter fields, language and history. */
export function createEditorState(config: EditorConfig): EditorState {
  const { doc, ends, head } = config.text
  const state = EditorState.create({
    doc,
    extensions: [
      Prec.highest(keymap.of(config.keys)),
      config.extensions ?? [],
      EditorView.cspNonce.of(config.nonce),
      EditorState.allowMultipleSelections.of(true),
      indentUnit.of('  '),
      lineEndsExtension(ends),
      articleFields,
      knownHead(head),
      hiddenFrontMatter,
      rawFrontMatterField.init(() => config.rawFrontMatter),
      format.of(formatExtension(config.bodyFormat)),
      writable.of(readOnlyExtension(config.readOnly)),
      options.of(optionsExtension(config)),
      history({ minDepth: 1000 }),
      undoSteps,
      rewriting,
      bracketMatching(),
      highlightSpecialChars(),
      drawSelection(),
      dropCursor(),
      rectangularSelection(),
      highlighting,
      htmlWeight,
      textDirection,
      problemsExtension(config.rawFrontMatter),
      folding,
      linkedTags,
      findAndReplace,
      editing,
      EditorView.updateListener.of(config.onUpdate),
    ],
  })
  const first = visibleFrom(state)
  const caret = Math.min(Math.max(config.caret ?? first, first), state.doc.length)
  return state.update({ selection: EditorSelection.cursor(caret) }).state
}

/** The source editor of an article, not yet in the page. The whole file is its one document. */
export function createEditor(config: EditorConfig): EditorView {
  let made = false
  const onUpdate = (update: ViewUpdate): void => {
    if (made) config.onUpdate(update)
  }
  const view = new EditorView({ state: createEditorState({ ...config, onUpdate }) })
  redrawGaps(view)
  made = true
  return view
}

/** The body is written in another format from here on; undone together with the change of text it comes with. */
export const bodyRewritten = StateEffect.define<{ readonly from: BodyFormat; readonly to: BodyFormat }>()

/** The language follows a rewritten body, also when the change is undone or done again. */
const rewriting: Extension = [
  invertedEffects.of((tr) =>
    tr.effects
      .filter((effect) => effect.is(bodyRewritten))
      .map(({ value }) => bodyRewritten.of({ from: value.to, to: value.from })),
  ),
  EditorState.transactionExtender.of((tr) => {
    const found = tr.effects.find((effect) => effect.is(bodyRewritten))
    return found ? { effects: format.reconfigure(formatExtension(found.value.to)) } : null
  }),
]

/** Reads the body as Markdown or HTML from now on. */
export function setBodyFormat(view: EditorView, bodyFormat: BodyFormat): void {
  view.dispatch({ effects: format.reconfigure(formatExtension(bodyFormat)) })
}

export function setReadOnly(view: EditorView, readOnly: boolean): void {
  view.dispatch({ effects: writable.reconfigure(readOnlyExtension(readOnly)) })
}

export function setEditorOptions(view: EditorView, chosen: EditorOptions): void {
  view.dispatch({ effects: options.reconfigure(optionsExtension(chosen)) })
}

/** Shows the front matter in the editor as text, or hides it; the form then shows it. */
export function setRawFrontMatter(view: EditorView, raw: boolean): void {
  if (view.state.field(rawFrontMatterField) === raw) return
  view.dispatch({ effects: [setRawEffect.of(raw), problemGutter(raw)] })
}
