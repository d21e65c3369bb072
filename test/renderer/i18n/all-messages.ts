import { en } from '../../../renderer/i18n/en.ts'
import type { Language, Messages } from '../../../renderer/i18n/messages.ts'
import { zhCN } from '../../../renderer/i18n/zh-cn.ts'

/** Every text a writer can see, by language. */
export const MESSAGES: Readonly<Record<Language, Messages>> = { en, 'zh-CN': zhCN }
