import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits } from '../../../core/article/text-edit.ts'
import { setField } from '../../../core/front-matter/edit.ts'
import type { FieldValue } from '../../../core/front-matter/model.ts'
import { findField } from '../../../core/front-matter/path.ts'
import { readFrontMatter } from '../../../core/front-matter/read.ts'
import { sameValue } from '../../../core/front-matter/same-value.ts'
import { runs } from '../../runs.ts'

const json = `{
  "title": "x",
  "links": [
    { "name": "one",   "url": "/1" },
    {
      "name": "two",
      "tags": ["a","b",  "c"]
    }
  ],
  "cover": {"src" : "a.png", "alt":"A", "wide":true}
}
Body
`
const toml = `+++
title = "x"
links = [
  { name = 'one',   url = "/1" }, # first
  # the second
  { name = "two", tags = ["a","b",  "c"] },
]
cover = {src = "a.png", alt="A", wide  = true}
+++
Body
`
const one = { name: 'one', url: '/1' }

test.each<[string, string, FieldValue, string, string]>([
  [
    'a key of an object in a list',
    'links',
    [
      { ...one, url: '/2' },
      { name: 'two', tags: ['a', 'b', 'c'] },
    ],
    '/1',
    '/2',
  ],
  ['an item of a list in one', 'links', [one, { name: 'two', tags: ['a', 'c'] }], '"b",  "c"', '"c"'],
  ['a key gone from the front', 'cover', { alt: 'A', wide: true }, '"src" : "a.png", ', ''],
  ['a key gone from the end', 'cover', { src: 'a.png', alt: 'A' }, ', "wide":true', ''],
  ['a key gone and one changed', 'cover', { src: 'b.png', wide: true }, '"a.png", "alt":"A", ', '"b.png", '],
  ['a key gone and one new', 'cover', { src: 'a.png', alt: 'A', tall: 1 }, '"wide":true', '"tall": 1'],
])('JSON, %s: the rest of the value keeps its text', (_, path, value, before, after) => {
  expect(applyEdits(json, setField(json, path, value))).toBe(json.replace(before, after))
})

test.each<[string, string, FieldValue, string, string]>([
  [
    'a key of a table in a list',
    'links',
    [
      { ...one, url: '/2' },
      { name: 'two', tags: ['a', 'b', 'c'] },
    ],
    '/1',
    '/2',
  ],
  ['an item of a list in one', 'links', [one, { name: 'two', tags: ['a', 'c'] }], '"b",  "c"', '"c"'],
  ['a key gone from the front', 'cover', { alt: 'A', wide: true }, 'src = "a.png", ', ''],
  ['a key gone from the end', 'cover', { src: 'a.png', alt: 'A' }, ', wide  = true', ''],
  ['a key gone and one new', 'cover', { src: 'a.png', alt: 'A', tall: 1 }, 'wide  = true', 'tall = 1'],
])('TOML, %s: the rest of the value keeps its text', (_, path, value, before, after) => {
  expect(applyEdits(toml, setField(toml, path, value))).toBe(toml.replace(before, after))
})

const { value: nested } = fc.letrec<{ value: FieldValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.oneof(fc.string(), fc.integer(), fc.boolean()),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-e]$/), tie('value'), { maxKeys: 4 }),
  ),
}))

test('for every nested value in JSON and TOML: setting another gives exactly that, and leaves the other fields', () => {
  const start = { json: '{\n  "k": 0,\n  "z": 1\n}\nBody\n', toml: '+++\nk = 0\nz = 1\n+++\nBody\n' }
  const set = (text: string, value: FieldValue) => applyEdits(text, setField(text, 'k', value))
  fc.assert(
    fc.property(nested, nested, (from, to) => {
      for (const text of Object.values(start)) {
        const edited = set(set(text, from), to)
        const { fields, complete } = readFrontMatter(edited)
        expect(complete).toBe(true)
        expect(fields.map(({ key }) => key)).toEqual(['k', 'z'])
        expect(sameValue(findField(fields, ['k'])?.value ?? null, to)).toBe(true)
        expect(edited.endsWith('\nBody\n')).toBe(true)
      }
    }),
    { numRuns: runs(300) },
  )
})
