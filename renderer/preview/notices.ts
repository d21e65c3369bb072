import type { ArticleView } from './article-view.ts'
import { farImages } from './far-images.ts'
import type { FramePage } from './frame-page.ts'
import type { PreviewEvents } from './preview-api.ts'

/** Tells of an article's remote images that wait for leave and of what is shown as plain text, when that has changed. */
export interface Notices {
  tell(page: FramePage, view: ArticleView): void
  /** Another article is shown: what was told was of the one before. */
  forget(): void
}

export function createNotices(events: PreviewEvents): Notices {
  let told: { readonly waiting: number; readonly incomplete: boolean } | null = null
  return {
    tell(page, view) {
      const waiting = page.waitingImages() + farImages(view)
      const { incomplete } = view
      if (waiting !== told?.waiting) events.onRemoteImages(waiting)
      if (incomplete !== told?.incomplete) events.onNotice(incomplete ? 'preview.notice.plain' : null)
      told = { waiting, incomplete }
    },
    forget: () => (told = null),
  }
}
