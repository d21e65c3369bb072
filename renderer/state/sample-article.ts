import { readArticleText } from '../editor/article-text.ts'
import type { Tabs } from './opening.ts'
import type { Runtime } from './runtime.ts'

/** Opens the article that teaches the application, in the interface's language, as a new one without a file. */
export async function openSample(runtime: Runtime, tabs: Tabs): Promise<void> {
  const { language, settings } = runtime.store.get()
  const sample =
    language === 'zh-CN'
      ? await import('../../assets/sample/zh-cn.md?raw')
      : await import('../../assets/sample/en.md?raw')
  const session = tabs.add({
    id: tabs.newId(),
    name: runtime.t('state.sampleName'),
    path: null,
    realPath: null,
    text: readArticleText(sample.default),
    encoding: settings.newArticleEncoding,
    base: null,
    readOnly: null,
  })
  tabs.activate(session.id)
}
