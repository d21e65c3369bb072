import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { Compartment, StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state'
import { ViewPlugin, type EditorView, type ViewUpdate } from '@codemirror/view'
import type { Problem } from '../../core/checks/problem.ts'
import { problemKey } from '../i18n/problem-key.ts'
import { hasMessage, translate } from '../i18n/translate.ts'
import { languageFacet } from './language-facet.ts'
import { setRawEffect, visibleFrom } from './raw-front-matter.ts'

const setProblemsEffect = StateEffect.define<readonly Problem[]>()

const problemsField = StateField.define<readonly Problem[]>({
  create: () => [],
  update: (value, tr) =>
    tr.effects.reduce((now, effect) => (effect.is(setProblemsEffect) ? effect.value : now), value),
})

function message(state: EditorState, problem: Problem): string {
  const language = state.facet(languageFacet)
  const key = problemKey(problem)
  const reason = key === null ? problem.message : translate(language, key, problem.params)
  return translate(language, 'editor.problem', { line: problem.line, reason })
}

function action(state: EditorState, problem: Problem): Pick<Diagnostic, 'actions'> {
  const { fix } = problem
  if (fix === undefined) return {}
  const key = `fix.${problem.code}`
  const language = state.facet(languageFacet)
  const name = translate(language, hasMessage(key) ? key : 'editor.fix', problem.params)
  const apply = (view: EditorView): void => view.dispatch({ changes: [...fix.edits], userEvent: 'form.fix' })
  return { actions: [{ name, apply }] }
}

/** What the problems look like in the text a writer sees; the hidden front matter shows none. */
function diagnostics(state: EditorState): Diagnostic[] {
  const from = visibleFrom(state)
  const { length } = state.doc
  return state
    .field(problemsField)
    .filter((problem) => problem.span.from >= from && problem.span.to <= length)
    .map((problem) => ({
      ...problem.span,
      severity: problem.severity,
      message: message(state, problem),
      ...action(state, problem),
    }))
}

/** Draws the problems anew when they, their language or the visible text change; never during composition. */
const drawing = ViewPlugin.fromClass(
  class {
    waiting = false

    update(update: ViewUpdate): void {
      const changed =
        update.transactions.some((tr) =>
          tr.effects.some((e) => e.is(setProblemsEffect) || e.is(setRawEffect)),
        ) || update.startState.facet(languageFacet) !== update.state.facet(languageFacet)
      if (changed) this.later(update.view)
    }

    later(view: EditorView): void {
      if (this.waiting) return
      this.waiting = true
      queueMicrotask(() => this.draw(view))
    }

    draw(view: EditorView): void {
      if (view.composing) return
      this.waiting = false
      view.dispatch(setDiagnostics(view.state, diagnostics(view.state)))
    }
  },
  {
    eventHandlers: {
      compositionend(_, view) {
        if (this.waiting) setTimeout(() => this.draw(view))
      },
    },
  },
)

const gutter = new Compartment()

/** Shows what checks found; `setProblems` gives it. The gutter stands only while the front matter is text. */
export function problemsExtension(raw: boolean): Extension {
  return [problemsField, drawing, gutter.of(raw ? lintGutter() : [])]
}

/** The effects that come with showing or hiding the raw front matter. */
export function problemGutter(raw: boolean): StateEffect<unknown> {
  return gutter.reconfigure(raw ? lintGutter() : [])
}

/** Replaces the problems shown in the text: underlined, with line, reason and fix. Spans refer to the present document. */
export function setProblems(view: EditorView, problems: readonly Problem[]): void {
  if (problems.length === 0 && view.state.field(problemsField).length === 0) return
  view.dispatch({ effects: setProblemsEffect.of(problems) })
}
