import { expect, test } from 'vitest'
import fc from 'fast-check'
import { parse, type TomlTable } from 'smol-toml'
import { splitArticle } from '../../../../core/article/split.ts'
import { applyEdits } from '../../../../core/article/text-edit.ts'
import { addField, moveField, removeField, setField } from '../../../../core/front-matter/edit.ts'
import type { Field, FieldValue } from '../../../../core/front-matter/model.ts'
import { readFrontMatter } from '../../../../core/front-matter/read.ts'
import { expectSpans, leaves } from '../format-driver.ts'
import { runs } from '../../../runs.ts'

const key = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9_-]{0,5}$/),
  fc.constantFrom('"a.b"', '"with space"', "'lit'", '"标题"', '"__proto__"', 'constructor'),
)
const string = fc.oneof(
  fc.string({ maxLength: 10 }).map((text) => JSON.stringify(text).replaceAll('\x7f', '\\u007f')),
  fc.stringMatching(/^[a-z"\\# =,\]]{0,8}$/).map((text) => `'${text}'`),
  fc.stringMatching(/^[a-z'# \n]{0,8}$/).map((text) => `"""${text}"""`),
  fc.stringMatching(/^[a-z"# \n]{0,6}[a-z]$/).map((text) => `'''\n${text}'''`),
)
const scalar = fc.oneof(
  string,
  fc.integer({ min: -9999, max: 9999 }).map(String),
  fc.constantFrom('1_000', '0xff', '0o17', '0b1', '1.50', '-2e3', 'inf', 'true', 'false'),
  fc.constantFrom('2021-12-14', '2021-12-14T08:00:00Z', '2021-12-14 08:00:00.123456789+08:00', '07:32:00'),
)
const list = fc
  .tuple(
    fc.array(scalar, { maxLength: 4 }),
    fc.constantFrom('flat', 'tight', 'lines', 'comments'),
    fc.boolean(),
  )
  .map(([items, style, trailing]) => {
    if (items.length === 0) return style === 'lines' ? '[\n]' : '[]'
    const comma = trailing ? ',' : ''
    if (style === 'flat') return `[ ${items.join(', ')}${comma} ]`
    if (style === 'tight') return `[${items.join(',')}${comma}]`
    const note = style === 'comments' ? ' # note "x", ]' : ''
    return `[\n${items.map((item, i) => `  ${item}${i < items.length - 1 ? ',' : comma}${note}`).join('\n')}\n]`
  })
const inline = fc
  .uniqueArray(fc.tuple(key, scalar), { maxLength: 3, selector: ([name]) => name })
  .map((pairs) =>
    pairs.length === 0 ? '{}' : `{ ${pairs.map(([name, value]) => `${name} = ${value}`).join(', ')} }`,
  )
const value = fc.oneof({ weight: 4, arbitrary: scalar }, list, inline)
const pairs = (min: number) =>
  fc.uniqueArray(fc.tuple(key, value, fc.constantFrom('', ' # comment', '\n', '\n# note')), {
    minLength: min,
    maxLength: 5,
    selector: ([name]) => name.replace(/["']/g, ''),
  })
const write = (entries: readonly (readonly [string, string, string])[], prefix = '') =>
  entries.map(([name, text, after]) => `${prefix}${name} = ${text}${after}\n`).join('')

/** Articles with TOML front matter: pairs, dotted keys, tables with sub-tables, arrays of tables. */
const articles = fc
  .record({
    root: pairs(1),
    dotted: pairs(0),
    table: pairs(0),
    deep: pairs(0),
    elements: fc.array(pairs(0), { maxLength: 2 }),
    crlf: fc.boolean(),
  })
  .map(({ root, dotted, table, deep, elements, crlf }) => {
    const content =
      `# head\n${write(root)}${write(dotted, 'dOt.')}\n[tAble]\n${write(table)}[tAble.deep_X]\n${write(deep)}` +
      elements.map((element) => `\n[[eLem]]\n${write(element)}`).join('')
    const text = `+++\n${content}+++\n\nbody = "x"\n+++\n`
    return crlf ? text.replaceAll('\n', '\r\n') : text
  })
  .filter((text) => {
    try {
      data(text)
      return splitArticle(text).frontMatter !== null
    } catch {
      return false
    }
  })

function data(text: string): TomlTable {
  const block = splitArticle(text).frontMatter
  if (!block) throw new Error(text)
  return parse(text.slice(block.content.from, block.content.to))
}

/** What smol-toml read, dates as one comparable form. */
function comparable(read: unknown): unknown {
  if (read instanceof Date) return 'date'
  if (Array.isArray(read)) return read.map(comparable)
  if (typeof read === 'object' && read !== null) {
    return Object.entries(read).map(([name, entry]) => [name, comparable(entry)])
  }
  return read
}

function written(field: Field): unknown {
  if (field.kind === 'list') return field.items.map(written)
  if (field.kind === 'map') return field.items.map((item) => [item.key, written(item)])
  return field.kind === 'text' && field.style === 'plain' ? 'date' : field.value
}

const sorted = (entry: unknown): unknown =>
  Array.isArray(entry)
    ? entry
        .map(sorted)
        .map((item) => JSON.stringify(item))
        .sort()
    : String(entry)

const flat = (text: string) =>
  new Map(leaves(readFrontMatter(text).fields).map((field) => [JSON.stringify(field.segments), field.source]))

const valuesOf = (text: string) =>
  leaves(readFrontMatter(text).fields).map((field) => [JSON.stringify(field.segments), field.value])

test('for every article: the fields are what smol-toml reads, with true spans', () => {
  fc.assert(
    fc.property(articles, (text) => {
      const fm = readFrontMatter(text)
      expect(fm.complete).toBe(true)
      expectSpans(text, fm.fields)
      const fields = fm.fields.map((field) => [field.key, written(field)])
      expect(sorted(fields)).toEqual(sorted(comparable(data(text))))
    }),
  )
})

const values: fc.Arbitrary<FieldValue> = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.array(fc.string(), { maxLength: 3 }),
)

test('for every article: setting a field changes it alone, and setting it back brings its value back', () => {
  fc.assert(
    fc.property(articles, fc.nat(), values, (text, pick, next) => {
      const all = leaves(readFrontMatter(text).fields).filter(
        (field) => field.source !== '' && field.kind !== 'map',
      )
      fc.pre(all.length > 0)
      const field = all[pick % all.length]!
      const after = applyEdits(text, setField(text, field.segments, next))
      expect(after.startsWith(text.slice(0, field.valueSpan.from))).toBe(true)
      expect(after.endsWith(text.slice(field.valueSpan.to))).toBe(true)
      const id = JSON.stringify(field.segments)
      for (const [segments, source] of flat(text))
        if (segments !== id) expect(flat(after).get(segments)).toBe(source)
      const back = applyEdits(after, setField(after, field.segments, field.value))
      expect(back.startsWith(text.slice(0, field.valueSpan.from))).toBe(true)
      expect(valuesOf(back)).toEqual(valuesOf(text))
    }),
  )
})

test('for every article: setting what is there changes nothing, and add then remove is the same text', () => {
  fc.assert(
    fc.property(articles, values, (text, next) => {
      for (const field of readFrontMatter(text).fields) {
        expect(setField(text, field.segments, field.value)).toEqual([])
      }
      const added = applyEdits(text, addField(text, 'a key of its own', next))
      expect(applyEdits(added, removeField(added, ['a key of its own']))).toBe(text)
    }),
    { numRuns: runs(60) },
  )
})

test('for every article: removing any field takes nothing else away', () => {
  fc.assert(
    fc.property(articles, fc.nat(), (text, pick) => {
      const all = readFrontMatter(text).fields
      const field = all[pick % all.length]!
      const after = applyEdits(text, removeField(text, field.segments))
      const before = flat(text)
      const gone = [...before.keys()].filter((segments) =>
        segments.startsWith(`[${JSON.stringify(field.key)}`),
      )
      for (const segments of gone) before.delete(segments)
      expect(flat(after)).toEqual(before)
    }),
  )
})

test('for every article: moving a plain field among plain ones keeps every value', () => {
  fc.assert(
    fc.property(articles, fc.nat(), fc.nat(), (text, a, b) => {
      const plain = readFrontMatter(text).fields.filter((field) => field.style !== 'block')
      const field = plain[a % plain.length]!
      const to = b % plain.length
      const after = applyEdits(text, moveField(text, field.segments, to))
      expect(readFrontMatter(after).fields[to]?.key).toBe(field.key)
      expect(new Map([...flat(after)].sort())).toEqual(new Map([...flat(text)].sort()))
    }),
  )
})
