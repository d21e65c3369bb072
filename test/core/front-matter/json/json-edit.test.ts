import { expect, test } from 'vitest'
import fc from 'fast-check'
import { applyEdits } from '../../../../core/article/text-edit.ts'
import { addField, insertItem, moveField, removeField, setField } from '../../../../core/front-matter/edit.ts'
import { readFrontMatter } from '../../../../core/front-matter/read.ts'

const keys = fc.stringMatching(/^[a-z]{1,6}$/)
const scalars = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
const lists = fc.array(fc.string(), { maxLength: 4 })
const values = fc.oneof(scalars, lists)

/** Articles with JSON front matter in every form: a bare object, one between `;;;`, members without braces. */
const articles = fc
  .record({
    data: fc.dictionary(keys, values, { minKeys: 1, maxKeys: 5 }),
    form: fc.constantFrom('bare', 'fenced', 'members'),
    space: fc.constantFrom(2, '\t'),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ data, form, space, eol }) => {
    const json = JSON.stringify(data, null, space)
    const members = json.slice(2, -2).replace(/^(?: {2}|\t)/gm, '')
    const head = form === 'bare' ? `${json}\n` : `;;;\n${form === 'fenced' ? json : members}\n;;;\n`
    return { data, text: `${head}body: "x"\n`.replaceAll('\n', eol) }
  })

const read = (text: string) => {
  const { fields, complete, format } = readFrontMatter(text)
  expect({ complete, format }).toEqual({ complete: true, format: 'json' })
  return Object.fromEntries(fields.map((field) => [field.key, field.value]))
}

test('for every form of JSON front matter: a field is set alone, and set back to the same text', () => {
  fc.assert(
    fc.property(articles, fc.nat(), values, ({ text, data }, pick, next) => {
      expect(read(text)).toEqual(data)
      const key = Object.keys(data)[pick % Object.keys(data).length]!
      const after = applyEdits(text, setField(text, [key], next))
      expect(read(after)).toEqual({ ...data, [key]: next })
      const before = data[key] ?? null
      if (typeof before !== 'object') expect(applyEdits(after, setField(after, [key], before))).toBe(text)
    }),
  )
})

test('for every form: add then remove is the same text, any field can go, any can move', () => {
  fc.assert(
    fc.property(articles, fc.nat(), fc.nat(), values, ({ text, data }, pick, place, next) => {
      const added = applyEdits(text, addField(text, 'NEW', next))
      expect(read(added)).toEqual({ ...data, NEW: next })
      expect(applyEdits(added, removeField(added, ['NEW']))).toBe(text)
      const names = Object.keys(data)
      const key = names[pick % names.length]!
      const moved = applyEdits(text, moveField(text, [key], place % names.length))
      expect(Object.keys(read(moved))[place % names.length]).toBe(key)
      expect(read(moved)).toEqual(data)
      const rest = Object.fromEntries(Object.entries({ ...data, NEW: next }).filter(([name]) => name !== key))
      expect(read(applyEdits(added, removeField(added, [key])))).toEqual(rest)
    }),
  )
})

test('for every form: items go into lists', () => {
  fc.assert(
    fc.property(articles, fc.nat(), fc.string(), ({ text, data }, place, item) => {
      const found = Object.entries(data).find(([, value]) => Array.isArray(value))
      fc.pre(found !== undefined)
      const [key, list] = found as [string, string[]]
      const at = place % (list.length + 1)
      const after = applyEdits(text, insertItem(text, [key], at, item))
      expect(read(after)).toEqual({ ...data, [key]: list.toSpliced(at, 0, item) })
    }),
  )
})
