import { useRef } from 'react'
import { warmUpParser } from '../editor/warm-up.ts'
import { useTranslate } from '../i18n/use-translate.ts'
import { lazily } from '../lazily.tsx'
import { useFrameShortcuts } from './use-frame-shortcuts.ts'

const ArticlePreview = lazily(() => import('./article-preview.tsx').then((module) => module.ArticlePreview))

/** Loads what the preview needs; the source can be edited before it is there. */
export async function preparePreview(): Promise<void> {
  await ArticlePreview.load()
  const { warmUp, whenIdle } = await import('../preview/warm-up.ts')
  whenIdle(warmUp())
  whenIdle(warmUpParser())
}

/** The pane of the preview; its frame stays while articles change. */
export function PreviewPaneHost() {
  const t = useTranslate()
  const pane = useRef<HTMLElement>(null)
  useFrameShortcuts(pane)
  return (
    <section
      className="pane preview-pane"
      id="pane-preview"
      data-pane="preview"
      aria-label={t('panes.preview')}
      ref={pane}
    >
      <ArticlePreview />
    </section>
  )
}
