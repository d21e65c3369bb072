import type { ArticleView } from './article-view.ts'
import type { PreviewSource } from './preview-api.ts'

/** The views of the articles that were shown last, by the articles' keys. */
export interface ArticleViews {
  get(key: string): ArticleView | undefined
  /** The view that shows this source: the one there is where it can, else one that is made. */
  of(key: string, source: PreviewSource, make: () => ArticleView): ArticleView
  delete(key: string): void
  clear(): void
}

const MOST_VIEWS = 4

/** Keeps a few views, so that going from tab to tab renders nothing again. */
export function createArticleViews(): ArticleViews {
  const views = new Map<string, ArticleView>()
  return {
    get: (key) => views.get(key),
    of(key, source, make) {
      const known = views.get(key)
      const view = known && showsTextOf(known, source) ? known : make()
      if (view === known) {
        if (view.source.context !== source.context || view.source.name !== source.name) view.renew(source)
        else view.source = source
      }
      views.delete(key)
      views.set(key, view)
      for (const old of views.keys()) {
        if (views.size <= MOST_VIEWS) break
        views.delete(old)
      }
      return view
    },
    delete: (key) => void views.delete(key),
    clear: () => views.clear(),
  }
}

function showsTextOf({ source: { doc, format, body } }: ArticleView, source: PreviewSource): boolean {
  return doc === source.doc && format === source.format && body.from === source.body.from
}
