import type { preview as source } from '../en/preview.ts'

export const preview = {} satisfies Record<keyof typeof source, string>
