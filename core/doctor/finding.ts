import type { Span, TextEdit } from '../article/text-edit.ts'

/** What is found in HTML that was taken from a web page; the interface translates `doctor.<code>`. */
export const DOCTOR_CODES = [
  'escapedBraces',
  'tagsInCode',
  'spanTower',
  'emptyElement',
  'dataAttribute',
  'eventAttribute',
  'trackingParameter',
  'fixedPosition',
  'lazyImage',
  'widget',
] as const

export type DoctorCode = (typeof DOCTOR_CODES)[number]

/** Something found, and the edits that mend it: no character outside of what it is about changes. */
export interface Finding {
  readonly code: DoctorCode
  readonly span: Span
  readonly edits: readonly TextEdit[]
  /** What it is about, in a few words of the source. */
  readonly about: string
}
