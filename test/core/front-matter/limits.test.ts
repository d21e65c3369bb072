import { expect, test } from 'vitest'
import { readFrontMatter } from '../../../core/front-matter/read.ts'

/** The front matter that nests `levels` deep, closed or not, by what nests. */
const NESTED: Readonly<Record<string, (levels: number, closed: boolean) => string>> = {
  'YAML lists in brackets': (levels, closed) =>
    `---\na: 1\nb: ${'['.repeat(levels)}${closed ? ']'.repeat(levels) : ''}\n---\n`,
  'YAML maps in braces': (levels, closed) =>
    `---\na: 1\nb: ${'{k: '.repeat(levels)}${closed ? '}'.repeat(levels) : ''}\n---\n`,
  'YAML lists of dashes': (levels) => `---\na: 1\nb:\n  ${'- '.repeat(levels)}x\n---\n`,
  'TOML arrays': (levels, closed) =>
    `+++\na = 1\nb = ${'['.repeat(levels)}${closed ? ']'.repeat(levels) : ''}\n+++\n`,
  'TOML inline tables': (levels, closed) =>
    `+++\na = 1\nb = ${'{k = '.repeat(levels)}1${closed ? '}'.repeat(levels) : ''}\n+++\n`,
  'TOML dotted keys': (levels) => `+++\na = 1\nb${'.k'.repeat(levels)} = 1\n+++\n`,
  'TOML headers': (levels) => `+++\na = 1\n[b${'.k'.repeat(levels)}]\nx = 1\n+++\n`,
  'JSON arrays': (levels, closed) =>
    `{"a": 1,\n"b": ${'['.repeat(levels)}${closed ? ']'.repeat(levels) : ''}}\n`,
  'JSON objects': (levels, closed) =>
    `{"a": 1,\n"b": ${'{"k": '.repeat(levels)}1${closed ? '}'.repeat(levels) : ''}}\n`,
}
const all = Object.keys(NESTED)

const blockMaps = (levels: number): string =>
  `---\na: 1\nb:\n${Array.from({ length: levels }, (_, level) => `${' '.repeat(level + 1)}k:\n`).join('')}---\n`

test.each(all)('%s are read 98 levels below a field', (name) => {
  const { complete, fields, problems } = readFrontMatter(NESTED[name]!(97, true))
  expect(problems).toEqual([])
  expect(complete).toBe(true)
  let depth = 0
  for (let at = fields[1]; at; at = at.items[0]) depth++
  expect(depth).toBeGreaterThanOrEqual(97)
})

test.each(all)('%s deeper than 100 levels are refused in a sentence, the fields above them read', (name) => {
  const { complete, fields, problems } = readFrontMatter(NESTED[name]!(101, true))
  expect(complete).toBe(false)
  expect(fields.map((field) => field.key)).toEqual(['a'])
  expect(problems).toMatchObject([{ code: 'syntax', severity: 'error' }])
})

test.each(all)('%s 100,000 deep are refused without a crash', (name) => {
  for (const closed of [true, false]) {
    const { problems } = readFrontMatter(NESTED[name]!(100_000, closed))
    expect(problems.map((problem) => problem.severity)).toContain('error')
    expect(problems[0]?.message).toMatch(/\.$/)
  }
})

test('block maps are read 97 levels below a field and refused deeper', () => {
  expect(readFrontMatter(blockMaps(97))).toMatchObject({ complete: true, problems: [] })
  for (const levels of [101, 2000]) {
    const { fields, problems } = readFrontMatter(blockMaps(levels))
    expect(fields.map((field) => field.key)).toEqual(['a'])
    expect(problems).toMatchObject([{ code: 'syntax', params: { reason: 'tooDeep' } }])
  }
})
