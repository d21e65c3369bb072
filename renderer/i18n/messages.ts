import type { en } from './en.ts'

export type MessageKey = keyof typeof en
export type Language = 'en' | 'zh-CN'
/** Every text a writer can see, in one language; a missing one fails the type check. */
export type Messages = Readonly<Record<MessageKey, string>>
/** Values for the `{name}` blanks of a message. */
export type MessageParams = Readonly<Record<string, string | number>>
