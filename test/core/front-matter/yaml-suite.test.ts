import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { applyEdits } from '../../../core/article/text-edit.ts'
import type { Candidates, WrittenFrontMatter } from '../../../core/front-matter/format.ts'
import type { Field } from '../../../core/front-matter/model.ts'
import { outlineOf, type Outline } from '../../../core/front-matter/outline.ts'
import { readYaml } from '../../../core/front-matter/yaml/read.ts'
import { yamlFormat } from '../../../core/front-matter/yaml/yaml.ts'

interface Case {
  readonly id: string
  readonly yaml: string
  readonly value: Readonly<Record<string, unknown>>
}

interface Suite {
  readonly default: readonly { readonly id: string; readonly cases: readonly { readonly yaml: string }[] }[]
}

/** Imported by a computed name: the package types every document literally, which exhausts the linter's memory. */
const packageName = ['yaml', 'test', 'suite'].join('-')
const { default: suite } = (await import(packageName)) as Suite

/** Every document of the suite that js-yaml loads to a mapping. */
function mappings(): readonly Case[] {
  const found: Case[] = []
  for (const { id, cases } of suite) {
    for (const { yaml } of cases) {
      try {
        const value = load(yaml)
        if (typeof value !== 'object' || value === null || Array.isArray(value)) continue
        found.push({ id, yaml, value: value as Readonly<Record<string, unknown>> })
      } catch {
        continue
      }
    }
  }
  return found
}

const cases = mappings()

function frontMatter(text: string): WrittenFrontMatter {
  const whole = { from: 0, to: text.length }
  const block = {
    format: 'yaml',
    form: 'fenced',
    span: whole,
    content: whole,
    openFence: null,
    closeFence: null,
  } as const
  return { block, format: 'yaml', ...readYaml(text, whole) }
}

function scalars(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => {
    if (field.alias) return []
    return field.kind === 'list' || field.kind === 'map' ? scalars(field.items) : [field]
  })
}

/** The outlines with the scalar at `path` (numbers among siblings) given another value. */
function withValue(
  outlines: readonly Outline[],
  numbers: readonly number[],
  value: string,
): readonly Outline[] {
  const [first, ...rest] = numbers
  return outlines.map((outline, index) => {
    if (index !== first) return outline
    if (rest.length === 0) return { ...outline, kind: 'text', value, items: [] }
    return { ...outline, items: withValue(outline.items, rest, value) }
  })
}

function numbersOf(fields: readonly Field[], field: Field): readonly number[] {
  for (const [index, candidate] of fields.entries()) {
    if (candidate === field) return [index]
    const inside = numbersOf(candidate.items, field)
    if (inside.length > 0) return [index, ...inside]
  }
  return []
}

/** True when an alias of the field's anchor is the key of another entry, which a new value would rename. */
function namesAKey(text: string, field: Field): boolean {
  const anchor = /&(\S+)\s+$/.exec(text.slice(0, field.valueSpan.from))?.[1]
  return anchor !== undefined && text.includes(`*${anchor} :`)
}

function firstGood(text: string, ways: Candidates, expected: readonly Outline[]): string | null {
  for (const way of ways) {
    const edited = applyEdits(text, way)
    const read = readYaml(edited, { from: 0, to: edited.length })
    if (
      read.complete &&
      read.problems.length === 0 &&
      JSON.stringify(outlineOf(read.fields)) === JSON.stringify(expected)
    )
      return edited
  }
  return null
}

test('the suite offers more than a hundred mappings', () => {
  expect(cases.length).toBeGreaterThan(100)
})

test.each(cases)('$id is read as js-yaml loads it', ({ yaml, value }) => {
  const { fields, complete, problems } = frontMatter(yaml)
  expect({ complete, problems }).toEqual({ complete: true, problems: [] })
  expect(Object.fromEntries(fields.map((field) => [field.key, field.value]))).toEqual(value)
  for (const field of fields) {
    expect(yaml.slice(field.valueSpan.from, field.valueSpan.to)).toBe(field.source)
    expect(field.span.from).toBeLessThanOrEqual(field.valueSpan.from)
  }
})

test.each(cases)('$id survives a new value in each of its scalars', ({ yaml }) => {
  const fm = frontMatter(yaml)
  for (const field of scalars(fm.fields)) {
    if (namesAKey(yaml, field)) continue
    for (const value of ['new', 'a: b # "c"\'', 'two\nlines\n', '']) {
      const expected = withValue(outlineOf(fm.fields), numbersOf(fm.fields, field), value)
      const edited = firstGood(yaml, yamlFormat.set(yaml, fm, field, value), expected)
      expect(edited, `${field.path} = ${JSON.stringify(value)}`).not.toBeNull()
      expect(() => load(edited ?? '')).not.toThrow()
    }
  }
})
