import type { MessageKey, MessageParams } from '../i18n/messages.ts'

/** What the preview itself says, in the interface language. */
export type PreviewText = (key: MessageKey, params?: MessageParams) => string
