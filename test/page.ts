import { afterAll } from 'vitest'
import { loadLanguage } from '../renderer/i18n/catalogue.ts'

// A page loads its language before it shows anything; tests speak all of them.
await loadLanguage('zh-CN')

// The next file of tests gets the same page: empty, however long the article that was shown on it.
afterAll(() => {
  document.head.replaceChildren()
  document.body.replaceChildren()
})
