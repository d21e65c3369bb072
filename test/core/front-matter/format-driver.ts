import { expect } from 'vitest'
import { applyEdits } from '../../../core/article/text-edit.ts'
import type { FrontMatterBlock } from '../../../core/article/split.ts'
import type { Candidates, WrittenFrontMatter } from '../../../core/front-matter/format.ts'
import type { Field, FrontMatterFormat } from '../../../core/front-matter/model.ts'
import { readFormat } from '../../../core/front-matter/read-format.ts'
import { findField } from '../../../core/front-matter/path.ts'

/** Front matter between two fence lines with a body below. */
export interface Opened {
  readonly text: string
  readonly fm: WrittenFrontMatter
  readonly field: (path: string) => Field
}

/** Opens `text`, whose first line and the last line of `fence` are the fences; with a bare object, its braces. */
export function openWith(format: FrontMatterFormat, text: string, fence: string): Opened {
  const block = fence === '' ? bareBlock(text) : fencedBlock(text, fence, format)
  const reading = readFormat(format, text, block.content)
  const fm: WrittenFrontMatter = { block, format, ...reading }
  return {
    text,
    fm,
    field: (path) => {
      const found = findField(fm.fields, path)
      if (!found) throw new Error(`no field ${path} in ${JSON.stringify(text)}`)
      return found
    },
  }
}

function fencedBlock(text: string, fence: string, format: FrontMatterFormat): FrontMatterBlock {
  const from = text.indexOf('\n') + 1
  const to = text.lastIndexOf(`\n${fence}`) + 1
  return {
    format,
    form: 'fenced',
    span: { from: 0, to: text.length },
    content: { from, to },
    openFence: { from: 0, to: fence.length },
    closeFence: { from: to, to: to + fence.length },
  }
}

function bareBlock(text: string): FrontMatterBlock {
  const content = { from: 0, to: text.lastIndexOf('}') + 1 }
  return { format: 'json', form: 'bare', span: content, content, openFence: null, closeFence: null }
}

/** The text after the first candidate. */
export function first(text: string, candidates: Candidates): string {
  for (const edits of candidates) return applyEdits(text, edits)
  throw new Error('no candidate')
}

/** All fields that hold no other fields, at any depth. */
export function leaves(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => (field.items.length > 0 ? leaves(field.items) : [field]))
}

/** Fails unless every span of every field says what it should. */
export function expectSpans(text: string, fields: readonly Field[]): void {
  for (const field of fields) {
    expect(text.slice(field.valueSpan.from, field.valueSpan.to)).toBe(field.source)
    expect(field.span.from).toBeLessThanOrEqual(field.valueSpan.from)
    expect(field.span.to).toBe(field.valueSpan.to)
    expectSpans(text, field.items)
  }
}
