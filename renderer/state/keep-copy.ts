import { copyText } from '../front-matter/copy-text.ts'
import type { ArticleSession } from './article-session.ts'
import type { Runtime } from './runtime.ts'

/** Puts the text of an article on the clipboard and tells whether that was possible. */
export async function copyArticle(runtime: Runtime, session: ArticleSession): Promise<void> {
  if (await copyText(session.rawText)) runtime.notify('info', runtime.t('state.copied'))
  else runtime.notify('error', runtime.t('state.notCopied'))
}

/** Gives the text of an article to the browser as a file in UTF-8 to download. */
export function downloadArticle({ rawText, tab }: ArticleSession): void {
  const url = URL.createObjectURL(new Blob([rawText], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = tab.path === null ? `${tab.name}.md` : tab.name
  link.click()
  // The browser has taken hold of it when this turn of the page's is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
