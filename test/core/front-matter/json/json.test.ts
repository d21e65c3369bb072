import { expect, test } from 'vitest'
import fc from 'fast-check'
import { readJson } from '../../../../core/front-matter/json/read-json.ts'
import { jsonFormat } from '../../../../core/front-matter/json/json.ts'
import type { FieldValue } from '../../../../core/front-matter/model.ts'
import { expectSpans, first, leaves, openWith } from '../format-driver.ts'

const open = (text: string) => openWith('json', text, text.startsWith(';') ? ';;;' : '')
const value = (text: string): unknown => {
  const { fm } = open(text)
  expect(fm.problems).toEqual([])
  return JSON.parse(JSON.stringify(Object.fromEntries(fm.fields.map((field) => [field.key, field.value]))))
}

const sample = `{
  "title": "A \\"title\\"",
  "date" : "2021-12-14",
  "tags": ["a", "b"],
  "nested": {
    "list": [
      "x",
      "y"
    ],
    "n": 1.10
  },
  "draft": false,
  "none": null
}
body`

test('fields have paths, kinds, values and exact spans', () => {
  const { text, fm, field } = open(sample)
  expect(fm.complete).toBe(true)
  expectSpans(text, fm.fields)
  expect(field('nested.list[1]')).toMatchObject({ kind: 'text', value: 'y', source: '"y"', keySpan: null })
  expect(field('nested.n')).toMatchObject({ kind: 'number', value: 1.1, source: '1.10', style: 'plain' })
  expect(field('none')).toMatchObject({ kind: 'null', value: null })
  expect(field('tags')).toMatchObject({ kind: 'list', style: 'flow', value: ['a', 'b'] })
})

test.each<[string, string, FieldValue, string, string]>([
  ['a text', 'title', 'B', '"A \\"title\\""', '"B"'],
  ['a text by a list', 'title', ['B'], '"A \\"title\\""', '["B"]'],
  ['a number', 'nested.n', 2, '1.10', '2'],
  ['a switch', 'draft', true, 'false', 'true'],
  ['nothing', 'none', 'x', 'null', '"x"'],
  ['a list item', 'tags[1]', '中', '"b"', '"中"'],
  ['one item of a whole list', 'tags', ['a', 'c'], '"b"', '"c"'],
  ['a list that grows', 'tags', ['a', 'b', 'c'], '"b"]', '"b", "c"]'],
  ['a list that grows in the middle', 'nested.list', ['x', 'z', 'y'], '      "y"', '      "z",\n      "y"'],
  ['a list that shrinks', 'tags', ['b'], '"a", "b"', '"b"'],
  ['a list that ends up empty', 'nested.list', [], '[\n      "x",\n      "y"\n    ]', '[]'],
  ['a map with one entry changed', 'nested', { list: ['x', 'y'], n: 2 }, '1.10', '2'],
  ['a map with an entry more', 'nested', { list: ['x', 'y'], n: 1.1, m: 1 }, '1.10', '1.10,\n    "m": 1'],
])('setting %s changes only its characters', (_, path, next, before, after) => {
  const { text, fm, field } = open(sample)
  expect(first(text, jsonFormat.set(text, fm, field(path), next))).toBe(sample.replace(before, after))
})

test('setting what is already there changes nothing', () => {
  const { text, fm } = open(sample)
  for (const field of fm.fields) expect(first(text, jsonFormat.set(text, fm, field, field.value))).toBe(text)
})

test('a number JSON does not have is refused', () => {
  const { text, fm, field } = open(sample)
  expect(() => first(text, jsonFormat.set(text, fm, field('draft'), Infinity))).toThrow('JSON cannot hold')
})

test('entries are added in the style of the others', () => {
  const { text, fm, field } = open(sample)
  expect(first(text, jsonFormat.add(text, fm, null, 'new', ['q']))).toBe(
    sample.replace('"none": null', '"none": null,\n  "new": ["q"]'),
  )
  const spread = '{\n  "a": [\n    1\n  ]\n}'
  expect(first(spread, jsonFormat.add(spread, open(spread).fm, null, 'b', ['q']))).toBe(
    '{\n  "a": [\n    1\n  ],\n  "b": [\n    "q"\n  ]\n}',
  )
  expect(first(text, jsonFormat.add(text, fm, field('nested'), 'k', 'v'))).toBe(
    sample.replace('1.10', '1.10,\n    "k": "v"'),
  )
})

test.each([
  ['{"a":1,"b":[1,2]}', '{"a":1,"b":[1,2],"c":"x"}'],
  ['{ "a": 1 }', '{ "a": 1, "c": "x" }'],
  ['{}', '{"c": "x"}'],
  ['{\n}', '{\n  "c": "x"\n}'],
  ['{\r\n\t"a": 1\r\n}', '{\r\n\t"a": 1,\r\n\t"c": "x"\r\n}'],
  [';;;\n"a": 1\n;;;\n', ';;;\n"a": 1,\n"c": "x"\n;;;\n'],
  [';;;\n{\n  "a": 1\n}\n;;;\n', ';;;\n{\n  "a": 1,\n  "c": "x"\n}\n;;;\n'],
])('%j with an entry more is %j', (before, after) => {
  const { fm } = open(before)
  expect(first(before, jsonFormat.add(before, fm, null, 'c', 'x'))).toBe(after)
})

test('escapes for characters outside ASCII stay the habit of a file that has them', () => {
  const text = '{"a": "\\u4e2d"}'
  const { fm, field } = open(text)
  expect(first(text, jsonFormat.set(text, fm, field('a'), '文'))).toBe('{"a": "\\u6587"}')
})

test('entries are removed with the comma they no longer need', () => {
  const { text, fm, field } = open(sample)
  expect(first(text, jsonFormat.remove(text, fm, field('none')))).toBe(
    sample.replace(',\n  "none": null', ''),
  )
  expect(first(text, jsonFormat.remove(text, fm, field('title')))).toBe(
    sample.replace('"title": "A \\"title\\"",\n  ', ''),
  )
  expect(first(text, jsonFormat.remove(text, fm, field('nested.list[0]')))).toBe(
    sample.replace('"x",\n      ', ''),
  )
})

test('renaming changes the key alone, moving changes places and keeps what stands between', () => {
  const { text, fm, field } = open(sample)
  expect(first(text, jsonFormat.rename(text, fm, field('date'), 'day'))).toBe(
    sample.replace('"date" :', '"day" :'),
  )
  expect(first(text, jsonFormat.move(text, fm, field('tags[1]'), 0))).toBe(
    sample.replace('"a", "b"', '"b", "a"'),
  )
  const moved = first(text, jsonFormat.move(text, fm, field('none'), 0))
  expect(Object.keys(value(moved) as object)[0]).toBe('none')
  expect(moved.split('\n')[1]).toBe('  "none": null,')
})

test.each([
  ['{"a": 1,}', 1, '{"a": 1,}'.indexOf(',')],
  ['{"a": 1\n"b": 2}', 2, 8],
  ["{'a': 1}", 1, 1],
  ['{"a": "x\ny"}', 1, 6],
  ['{"a": [1, 2}', 1, 11],
  ['{"a": 1} x', 1, 9],
  ['{"a": 01}', 1, 7],
])('%j is an error with its place', (text, line, at) => {
  const reading = readJson(text, { from: 0, to: text.length })
  expect(reading.complete).toBe(false)
  expect(reading.problems[0]).toMatchObject({ code: 'syntax', line, span: { from: at } })
})

test('what stands before an error is still read', () => {
  const text = '{"a": 1, "b": "x", "c": oops}'
  const { fields } = readJson(text, { from: 0, to: text.length })
  expect(fields.map((field) => [field.key, field.value])).toEqual([
    ['a', 1],
    ['b', 'x'],
  ])
})

test('a list or a word is no front matter', () => {
  expect(readJson('[1]', { from: 0, to: 3 })).toMatchObject({ fields: [], complete: false })
})

test('brackets nested without end are refused without a crash', () => {
  const text = `{"a": ${'['.repeat(100_000)}`
  expect(readJson(text, { from: 0, to: text.length }).problems[0]).toMatchObject({
    params: { reason: 'tooDeep' },
  })
})

test('`__proto__` is a key like any other', () => {
  const { fm } = open('{"__proto__": {"polluted": true}, "constructor": 1}')
  expect(fm.fields.map((field) => field.key)).toEqual(['__proto__', 'constructor'])
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

const keys = fc.string({ minLength: 1, maxLength: 8 }).filter((key) => key !== '__proto__')
const scalars = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
)
const values = fc.oneof(
  scalars,
  fc.array(scalars, { maxLength: 4 }),
  fc.dictionary(keys, scalars, { maxKeys: 3 }),
)
const documents = fc
  .record({
    data: fc.dictionary(keys, values, { minKeys: 1, maxKeys: 6 }),
    space: fc.constantFrom(0, 2, '\t'),
    crlf: fc.boolean(),
  })
  .map(({ data, space, crlf }) => {
    const text = JSON.stringify(data, null, space)
    return `${crlf ? text.replaceAll('\n', '\r\n') : text}\nbody {not json}\n`
  })
  .map((text) => ({ text, json: text.slice(0, text.indexOf('\nbody')) }))

const reopen = (text: string, after: string) => {
  const to = after.length - (text.length - text.indexOf('\nbody'))
  const content = { from: 0, to }
  const block = {
    format: 'json',
    form: 'bare',
    span: content,
    content,
    openFence: null,
    closeFence: null,
  } as const
  const fm = { block, format: 'json' as const, ...readJson(after, content) }
  return { fm, data: JSON.parse(after.slice(0, to)) as Record<string, unknown> }
}

test('for every document: read as JSON.parse reads it, with true spans', () => {
  fc.assert(
    fc.property(documents, ({ text, json }) => {
      const { fm } = reopen(text, text)
      expectSpans(text, fm.fields)
      expect(JSON.parse(JSON.stringify(Object.fromEntries(fm.fields.map((f) => [f.key, f.value]))))).toEqual(
        JSON.parse(JSON.stringify(JSON.parse(json))),
      )
    }),
  )
})

test('for every document: setting a field changes it alone, and setting it back restores the text', () => {
  fc.assert(
    fc.property(documents, fc.nat(), values, ({ text }, pick, next) => {
      const { fm, data } = reopen(text, text)
      const fields = [...fm.fields, ...leaves(fm.fields)]
      const field = fields[pick % fields.length]!
      const after = first(text, jsonFormat.set(text, fm, field, next))
      expect(after.startsWith(text.slice(0, field.valueSpan.from))).toBe(true)
      expect(after.endsWith(text.slice(field.valueSpan.to))).toBe(true)
      const again = reopen(text, after)
      let expected = structuredClone(data) as Record<string | number, unknown>
      const wanted = expected
      for (const segment of field.segments.slice(0, -1)) expected = expected[segment] as typeof expected
      expected[field.segments.at(-1)!] = next
      expect(again.data).toEqual(structuredClone(wanted))
    }),
  )
})

test('for every document: add and then remove leaves the same text', () => {
  fc.assert(
    fc.property(documents, values, ({ text }, next) => {
      const { fm } = reopen(text, text)
      const key = 'a key of its own'
      const added = first(text, jsonFormat.add(text, fm, null, key, next))
      const again = reopen(text, added)
      expect(again.data[key]).toEqual(structuredClone(next))
      const field = again.fm.fields.find((candidate) => candidate.key === key)!
      expect(first(added, jsonFormat.remove(added, again.fm, field))).toBe(text)
    }),
  )
})

test('for every document: any move gives the same entries in the new order', () => {
  fc.assert(
    fc.property(documents, fc.nat(), fc.nat(), ({ text }, a, b) => {
      const { fm } = reopen(text, text)
      const from = a % fm.fields.length
      const to = b % fm.fields.length
      const order = fm.fields.map((field) => field.key)
      order.splice(to, 0, ...order.splice(from, 1))
      const after = first(text, jsonFormat.move(text, fm, fm.fields[from]!, to))
      const again = reopen(text, after)
      expect(again.fm.fields.map((field) => field.key)).toEqual(order)
      expect(after).toHaveLength(text.length)
      expect(first(after, jsonFormat.move(after, again.fm, again.fm.fields[to]!, from))).toBe(text)
    }),
  )
})
