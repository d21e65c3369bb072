import type { editor as source } from '../en/editor.ts'

export const editor = {} satisfies Record<keyof typeof source, string>
