import { EditorView } from '@codemirror/view'
import type { BodyFormat } from '../../core/article/body-format.ts'
import type { Span } from '../../core/article/text-edit.ts'
import type { CommandId } from '../../core/commands.ts'
import type { ConvertTask } from '../convert/convert-task.ts'
import { splitField } from '../editor/article-fields.ts'
import type { ArticleTab } from './app-state.ts'
import type { ArticleSession } from './article-session.ts'
import type { Runtime } from './runtime.ts'

type SaveAs = (session: ArticleSession) => Promise<unknown>

/** The commands that write a body in another way; each shows what would change before it does anything. */
export function convertCommands(
  runtime: Runtime,
  saveAs: SaveAs,
): Readonly<Partial<Record<CommandId, () => unknown>>> {
  const run = (kind: (session: ArticleSession) => ConvertTask['kind']) => () => {
    const session = runtime.active()
    return session ? convert(runtime, session, kind(session), saveAs) : undefined
  }
  return {
    'article.toMarkdown': run(() => 'toMarkdown'),
    'article.toHtml': run(() => 'toHtml'),
    'article.format': run(({ tab }) => (tab.bodyFormat === 'html' ? 'tidyHtml' : 'formatMarkdown')),
    'article.doctor': () => {
      const session = runtime.active()
      return session ? examine(runtime, session) : undefined
    },
  }
}

/** Whether there is something a command of these could convert; true for all others. */
export function canConvert(id: CommandId, tab: ArticleTab | null): boolean {
  if (id === 'article.toMarkdown') return tab?.bodyFormat === 'html' || tab?.hasSelection === true
  if (id === 'article.toHtml') return tab?.bodyFormat === 'markdown' || tab?.hasSelection === true
  return true
}

async function convert(
  runtime: Runtime,
  session: ArticleSession,
  kind: ConvertTask['kind'],
  saveAs: SaveAs,
): Promise<void> {
  const { text, revision } = session
  const { span, whole } = partOf(session, kind)
  if (span.from >= span.to) {
    runtime.notify('info', runtime.t('convert.empty'))
    return
  }
  const answer = await runtime.ask({
    kind: 'convert',
    task: {
      kind,
      source: text.slice(span.from, span.to),
      from: span.from,
      whole,
      extensions: runtime.store.get().settings.markdownExtensions,
    },
    text,
  })
  if (answer === null || !isSame(runtime, session, revision)) return
  if ('goTo' in answer) {
    goTo(session.view, answer.goTo)
    return
  }
  const format = whole ? formatAfter(kind) : null
  if (format === null) session.edit(answer.edits, '')
  else session.convertBody(answer.edits, format)
  session.view.focus()
  if (format !== null && session.tab.bodyFormatReason === 'chosen')
    tellOfName(runtime, session, format, saveAs)
}

async function examine(runtime: Runtime, session: ArticleSession): Promise<void> {
  const { text, revision } = session
  const { body } = session.view.state.field(splitField)
  const answer = await runtime.ask({ kind: 'doctor', text, body: { from: body.from, to: text.length } })
  if (answer === null || !isSame(runtime, session, revision)) return
  if ('goTo' in answer) goTo(session.view, answer.goTo)
  else {
    session.edit(answer.edits, '')
    session.view.focus()
  }
}

/** An answer about another text than there is now changes nothing. */
function isSame(runtime: Runtime, session: ArticleSession, revision: number): boolean {
  if (!runtime.sessions.has(session.id)) return false
  if (session.revision !== revision) runtime.notify('info', runtime.t('convert.textChanged'))
  return session.revision === revision
}

/** The selection in the body, whole lines of it where Markdown is read; else the body between its outer blank lines. */
function partOf(
  session: ArticleSession,
  kind: ConvertTask['kind'],
): { readonly span: Span; readonly whole: boolean } {
  const { state } = session.view
  const { body } = state.field(splitField)
  const { main } = state.selection
  const selected = !main.empty && main.from >= body.from
  const reads = kind === 'toHtml' || kind === 'formatMarkdown' ? 'markdown' : 'html'
  const lines = selected && reads === 'markdown'
  const from = lines ? state.doc.lineAt(main.from).from : selected ? main.from : body.from
  const to = lines ? state.doc.lineAt(main.to).to : selected ? main.to : state.doc.length
  const text = state.sliceDoc(from, to)
  const lead = reads === 'markdown' || !selected ? /^(?:[ \t]*\n)*/.exec(text) : /^\s*/.exec(text)
  const start = from + (lead?.[0].length ?? 0)
  return { span: { from: start, to: Math.max(start, from + text.trimEnd().length) }, whole: !selected }
}

function formatAfter(kind: ConvertTask['kind']): BodyFormat | null {
  if (kind === 'toMarkdown') return 'markdown'
  return kind === 'toHtml' ? 'html' : null
}

/** Says that the file's name stands for the other format, and offers another name. */
function tellOfName(runtime: Runtime, session: ArticleSession, format: BodyFormat, saveAs: SaveAs): void {
  const key = format === 'markdown' ? 'convert.nameSaysHtml' : 'convert.nameSaysMarkdown'
  runtime.notify('info', runtime.t(key, { name: session.tab.name }), {
    label: runtime.t('command.file.saveAs'),
    run: () => void saveAs(session),
  })
}

function goTo(view: EditorView, { from, to }: Span): void {
  const { length } = view.state.doc
  const anchor = Math.min(from, length)
  view.dispatch({
    selection: { anchor, head: Math.min(to, length) },
    effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
  })
  view.focus()
}
