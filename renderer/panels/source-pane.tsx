import type { EditorView } from '@codemirror/view'
import type { StateEffect, Text } from '@codemirror/state'
import { useLayoutEffect, useRef } from 'react'
import { useTranslate } from '../i18n/use-translate.ts'
import type { PanesTab } from '../state/app-state.ts'
import { useApp } from '../state/use-app.ts'
import { Toolbar } from './toolbar.tsx'

/** Where an editor was scrolled to when it left the page, and in which text. */
const left = new WeakMap<EditorView, { effect: StateEffect<unknown>; doc: Text }>()

export interface SourcePaneProps {
  readonly tab: PanesTab
  /** Without the toolbar. */
  readonly bare: boolean
}

/** The source of an article: its toolbar and its editor, which React mounts but never renders into. */
export function SourcePane({ tab, bare }: SourcePaneProps) {
  const t = useTranslate()
  const app = useApp()
  const host = useRef<HTMLDivElement>(null)
  const view = app.editorOf(tab.id)

  useLayoutEffect(() => {
    if (!view || !host.current) return
    host.current.append(view.dom)
    // Says outright that what scrolls can be reached by keyboard, which an editable element only implies.
    view.contentDOM.setAttribute('tabindex', '0')
    view.requestMeasure()
    const scroll = left.get(view)
    if (scroll?.doc === view.state.doc) view.dispatch({ effects: scroll.effect })
    // Another article came to the front and nothing has the focus: the writer goes on in its text.
    if (document.activeElement === document.body) view.focus()
    return () => {
      left.set(view, { effect: view.scrollSnapshot(), doc: view.state.doc })
      view.dom.remove()
    }
  }, [view])

  return (
    <section className="pane source-pane" id="pane-source" data-pane="source" aria-label={t('panes.source')}>
      {!bare && <Toolbar />}
      <div className="source-host" ref={host} />
    </section>
  )
}
