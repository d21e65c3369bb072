import type { RenderEnvironment } from '../../core/markdown/marked-setup.ts'
import type { WatchChunks } from './far-blocks.ts'
import type { PreviewSource } from './preview-api.ts'

/** What an article's view needs of the frame it is in. */
export interface ViewHost {
  readonly document: Document
  /** Sanitised elements for HTML texts, images resolved. `prompt`: code, formulas and the like are wanted at once. */
  make(html: readonly string[], source: PreviewSource, prompt: boolean): readonly HTMLElement[]
  /** Renders Markdown that may take long, beside the page; null when it takes too long. Absent: it stays plain. */
  readonly aside?: (text: string, env: RenderEnvironment) => Promise<string | null>
  /** The same as `make` for one long text, between other tasks; null when it is no longer `wanted`. */
  readonly makeSlowly?: (
    html: string,
    source: PreviewSource,
    wanted: () => boolean,
  ) => Promise<HTMLElement | null>
  /** Tells which chunks are near what the window shows. Absent: every article is rendered whole. */
  readonly watch?: WatchChunks
}

/** Work done, deterministic; for tests and benchmarks. */
export interface ViewCounters {
  readonly lexed: number
  readonly rendered: number
}

/** A block by its index, and where it begins in the body. */
export interface BlockStart {
  readonly index: number
  readonly from: number
}
