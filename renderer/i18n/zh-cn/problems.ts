import type { problems as source } from '../en/problems.ts'

export const problems = {} satisfies Record<keyof typeof source, string>
