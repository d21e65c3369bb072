import type { form as source } from '../en/form.ts'

export const form = {} satisfies Record<keyof typeof source, string>
