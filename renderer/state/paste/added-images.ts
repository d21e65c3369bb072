import type { KeptImage } from '../../../core/contract.ts'
import { namesFile } from '../../../core/names-file.ts'
import type { ArticleSession } from '../article-session.ts'
import { fileName } from '../opening.ts'
import type { Runtime } from '../runtime.ts'

/** The image files Galley has added for open articles. */
export interface AddedImages {
  readonly note: (session: ArticleSession, images: readonly KeptImage[]) => void
  /**
   * An article is closed: the files that were added for it in this run and that neither its text, the text on disk
   * nor any other open article names any more go away again (to the trash where there is one). Undone pastes would
   * leave them behind for ever. The services keep what any text saved since has named: another article or an earlier
   * version may show it. Nothing else is touched.
   */
  readonly closing: (session: ArticleSession) => void
}

export function createAddedImages({ bridge, sessions }: Pick<Runtime, 'bridge' | 'sessions'>): AddedImages {
  const added = new Map<string, string[]>()
  return {
    note(session, images) {
      const paths = images.filter(({ created }) => created).map(({ path }) => path)
      added.set(session.id, [...(added.get(session.id) ?? []), ...paths])
    },
    closing(session) {
      const paths = added.get(session.id) ?? []
      added.delete(session.id)
      const { ancestor } = session
      if (paths.length === 0 || ancestor === null) return
      const texts = [ancestor, session.text, ...[...sessions.values()].map((one) => one.text)]
      const unused = paths.filter((path) => !texts.some((text) => namesFile(text, fileName(path))))
      if (unused.length > 0) void bridge.call('asset.discard', unused)
    },
  }
}
