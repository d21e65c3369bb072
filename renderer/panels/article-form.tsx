import { FrontMatterForm } from '../front-matter/front-matter-form.tsx'
import type { ArticleTab } from '../state/app-state.ts'
import { useApp } from '../state/use-app.ts'

/** The front matter form of an open article, tied to its one text. */
export function ArticleForm({ tab }: { readonly tab: ArticleTab }) {
  const app = useApp()
  const { id } = tab
  return (
    <FrontMatterForm
      tabId={id}
      frontMatter={tab.frontMatter}
      problems={tab.problems}
      context={tab.context}
      readOnly={tab.readOnly !== null}
      remoteImages={tab.remoteImages}
      getText={() => app.editorOf(id)?.state.doc.toString() ?? ''}
      edit={(edits, group) => app.edit(id, edits, group)}
      onShowRaw={() => app.setRawFrontMatter(id, true)}
    />
  )
}
