import { Prec, type EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { Span } from '../../core/article/text-edit.ts'
import { bodyFormatFacet } from '../editor/body-format-facet.ts'
import { isUrl, linkTo } from '../editor/commands/link.ts'
import { visibleFrom } from '../editor/raw-front-matter.ts'
import { heldPlaces } from './held-places.ts'
import { pasteFormat } from './insertion.ts'
import { linePrefix } from './markdown-place.ts'
import type { ClipboardText } from './pasted-text.ts'

/** Who takes what is pasted and dropped on an editor. */
export interface PasteHost {
  /** Pastes at every selection. */
  readonly text: (clipboard: ClipboardText) => void
  /** Puts images in at these ranges. */
  readonly images: (files: readonly File[], ranges: readonly Span[]) => void
}

/** The images among files, in their order. */
export function imagesIn(files: FileList | null | undefined): File[] {
  return [...(files ?? [])].filter((file) => file.type.startsWith('image/'))
}

/** HTML that shows nothing but a picture, as browsers copy one. */
function showsNoText(html: string): boolean {
  return html.replace(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->|<[^>]*>/g, '').trim() === ''
}

/** Languages in which VS Code writes articles or nothing in particular: what it copies from them is text. */
const NO_CODE =
  /^(?:plaintext|markdown|mdx|html|quarto|restructuredtext|asciidoc|latex|log|code-text-binary)$/
/** Names of VS Code's languages that highlighters know by another. */
const LANGUAGES: Readonly<Record<string, string>> = {
  shellscript: 'bash',
  javascriptreact: 'jsx',
  typescriptreact: 'tsx',
  jsonc: 'json',
  dockerfile: 'docker',
  'objective-c': 'objectivec',
}

/** The language of lines of code copied in VS Code, when they go on lines of their own; '' when they stay text. */
function codeLanguageOf(data: DataTransfer, plain: string, state: EditorState): string {
  const said = /"mode"\s*:\s*"([\w+#.-]{1,30})"/.exec(data.getData('vscode-editor-data'))?.[1] ?? ''
  if (said === '' || NO_CODE.test(said) || !/\S\s*\n\s*\S/.test(plain)) return ''
  const { from, to } = state.selection.main
  const start = state.doc.lineAt(from)
  const before = start.text.slice(linePrefix(state, from).length, from - start.from)
  const after = state.sliceDoc(to, state.doc.lineAt(to).to)
  return before.trim() === '' && after.trim() === '' ? (LANGUAGES[said] ?? said) : ''
}

/** True when the paste was taken; false leaves it to the editor. */
function paste(event: ClipboardEvent, view: EditorView, host: PasteHost): boolean {
  const data = event.clipboardData
  const { state } = view
  if (data === null || state.readOnly) return false
  const plain = data.getData('text/plain')
  const html = data.types.includes('vscode-editor-data') ? '' : data.getData('text/html')
  const images = imagesIn(data.files)
  if (images.length > 0 && plain.trim() === '' && showsNoText(html)) {
    if (pasteFormat(state, state.selection.main) === 'plain') return false
    host.images(images, state.selection.ranges)
    return true
  }
  if (isUrl(plain) && linkTo(plain)(view)) return true
  if (pasteFormat(state, state.selection.main) === 'plain') return false
  const inList =
    /\n./.test(plain) &&
    state.facet(bodyFormatFacet) === 'markdown' &&
    /\S/.test(linePrefix(state, state.selection.main.from))
  const language = codeLanguageOf(data, plain, state)
  if (html.trim() === '' && language === '' && !inList) return false
  const rtf = html === '' ? '' : data.getData('text/rtf')
  host.text({ html, plain: plain.replace(/\r\n?/g, '\n'), rtf, language })
  return true
}

/** Images dropped on the text go in where the drop caret stands; other files are the window's. */
function drop(event: DragEvent, view: EditorView, host: PasteHost): boolean {
  const images = imagesIn(event.dataTransfer?.files)
  if (images.length === 0 || view.state.readOnly) return false
  const pos = view.posAtCoords({ x: event.clientX, y: event.clientY }, false)
  const at = Math.max(pos, visibleFrom(view.state))
  view.dispatch({ selection: { anchor: at } })
  view.focus()
  host.images(images, [{ from: at, to: at }])
  return true
}

/**
 * What pasting and dropping do beside putting plain text in: rich text in the body's format, images as files, an
 * address on a selection as a link. Files that are no images are left to the window.
 */
export function pasteEvents(host: PasteHost): Extension {
  return [
    heldPlaces,
    Prec.high(
      EditorView.domEventHandlers({
        paste(event, view) {
          if (!paste(event, view, host)) return false
          event.preventDefault()
          return true
        },
        drop(event, view) {
          const files = event.dataTransfer?.files.length ?? 0
          if (files === 0) return false
          event.preventDefault()
          if (drop(event, view, host)) event.stopPropagation()
          return true
        },
      }),
    ),
  ]
}
