import { readArticleText } from '../editor/article-text.ts'
import type { ArticleSession } from './article-session.ts'
import type { Tabs } from './opening.ts'
import type { Runtime } from './runtime.ts'

/** Opens what could be read of a damaged article as a new one; the file stays as it is. */
export function openRepairedCopy(runtime: Runtime, tabs: Tabs, damaged: ArticleSession): void {
  const [, stem = damaged.tab.name, extension = ''] = /^(.+?)(\.[^.]*)?$/s.exec(damaged.tab.name) ?? []
  const copy = tabs.add({
    id: tabs.newId(),
    name: runtime.t('state.repairedName', { stem, extension }),
    path: null,
    realPath: null,
    text: readArticleText(''),
    encoding: 'utf-8',
    base: null,
    readOnly: null,
  })
  copy.replaceText(damaged.rawText)
  copy.chooseBodyFormat('auto')
  tabs.activate(copy.id)
}
