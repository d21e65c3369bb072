import { Facet } from '@codemirror/state'
import type { BodyFormat } from '../../core/article/body-format.ts'

/** What the body is written in, for commands that work in both formats. */
export const bodyFormatFacet = Facet.define<BodyFormat, BodyFormat>({
  combine: (values) => values[0] ?? 'markdown',
})
