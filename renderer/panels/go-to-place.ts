import { EditorSelection } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { Span } from '../../core/article/text-edit.ts'
import type { Field } from '../../core/front-matter/model.ts'
import type { App } from '../state/app.ts'
import type { ArticleTab } from '../state/app-state.ts'

/** What a field is edited with; its buttons, such as its menu, only where there is nothing else. */
const CONTROLS = ['input, textarea, select, [role="spinbutton"], [contenteditable="true"]', 'button']

/** Selects a stretch of an article's source, shows it in the middle and gives it the focus. */
export function goToSpan(app: App, tabId: string, span: Span): void {
  // A pane that is not shown comes first, so that there is something to go to.
  const { view, zen } = app.getState().settings.layout
  if (view === 'preview' && !zen) app.changeLayout({ view: 'both' })
  requestAnimationFrame(() => {
    const editor = app.editorOf(tabId)
    if (!editor) return
    const { length } = editor.state.doc
    const anchor = Math.min(span.from, length)
    const head = Math.min(span.to, length)
    editor.dispatch({
      selection: EditorSelection.range(anchor, head),
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
      userEvent: 'select',
    })
    editor.focus()
  })
}

/** The innermost field a place lies in, or null. */
function fieldAt(fields: readonly Field[], offset: number): Field | null {
  const field = fields.find((one) => offset >= one.span.from && offset <= one.span.to)
  if (!field) return null
  return fieldAt(field.items, offset) ?? field
}

/** The control of the form that shows a field or, failing that, the field that holds it. */
function controlOf(path: string): HTMLElement | null {
  const form = document.querySelector('[data-pane="form"]')
  for (let at = path; at !== ''; at = at.replace(/(?:^|\.)[^.[]*$|\[[^[]*$/, '')) {
    const row = form?.querySelector(`[data-path="${CSS.escape(at)}"]`)
    for (const controls of CONTROLS) {
      const control = row?.querySelector<HTMLElement>(controls)
      if (control) return control
    }
  }
  return null
}

/** Goes where a stretch is: to its field in the form, or to the text, shown as text where the form has no such field. */
export function goToPlace(app: App, tab: ArticleTab, span: Span): void {
  const { block } = tab.frontMatter
  const inFrontMatter = block !== null && span.from < block.span.to
  if (!inFrontMatter || tab.rawFrontMatter) {
    goToSpan(app, tab.id, span)
    return
  }
  app.changeLayout({ formCollapsed: false })
  requestAnimationFrame(() => {
    const field = fieldAt(tab.frontMatter.fields, span.from)
    const control = field && controlOf(field.path)
    if (control) {
      control.focus()
      return
    }
    app.setRawFrontMatter(tab.id, true)
    goToSpan(app, tab.id, span)
  })
}
