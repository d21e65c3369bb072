import { loadLanguage } from '../renderer/i18n/catalogue.ts'

// A page loads its language before it shows anything; tests speak all of them.
await loadLanguage('zh-CN')
