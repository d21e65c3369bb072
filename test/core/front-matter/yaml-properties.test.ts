import fc from 'fast-check'
import { parse as hexoParse } from 'hexo-front-matter'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { applyEdits } from '../../../core/article/text-edit.ts'
import {
  addField,
  insertItem,
  moveField,
  removeField,
  removeItem,
  renameField,
  setField,
} from '../../../core/front-matter/edit.ts'
import type { Field, FieldValue } from '../../../core/front-matter/model.ts'
import { findField } from '../../../core/front-matter/path.ts'
import { readFrontMatter } from '../../../core/front-matter/read.ts'
import { runs } from '../../runs.ts'

const options = { numRuns: runs(60) }
const body = '\n# Body\n\n---\ntext: not a field\n'

/** Words and signs that YAML readers trip over. */
const tricky = fc.constantFrom(
  ...[
    'yes',
    'No',
    '~',
    'null',
    'true',
    '1:30',
    '0o14',
    '014',
    '1_000',
    '2020-01-01',
    '1e3',
    '.inf',
    '<<',
    '=',
    '',
  ],
  ...[
    '- a',
    'a: b',
    'a #b',
    '#a',
    "it's",
    '"q"',
    '[x]',
    '{x}',
    '*a',
    '&a',
    '!a',
    '%a',
    '@a',
    '`a`',
    '---',
    '...',
  ],
  ...[
    'a\nb',
    'a\n',
    '\na',
    ' a',
    'a ',
    'a\tb',
    '\u00e9\u4e2d\u6587',
    '\ud83d\ude00',
    'a\\b',
    'a:',
    '?',
    '-',
    ':x',
  ],
  ...['a\u2028b', '\u0085', '\0', '\ufeff', 'trailing\n\n', '  two\nlines', 'x\n\ny\n'],
)
const text = fc.oneof(tricky, fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 6 }))
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true }))
const scalar: fc.Arbitrary<FieldValue> = fc.oneof(text, number, fc.boolean(), fc.constant(null))
const key = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9_-]{0,7}$/).filter((name) => !/^(?:date|updated|created)$/.test(name)),
  fc.constantFrom('__proto__', 'constructor', 'on', 'a b', '2020', '中文', 'a.b', 'toString'),
)
const value: fc.Arbitrary<FieldValue> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc
      .uniqueArray(fc.tuple(key, scalar), { maxLength: 3, selector: ([name]) => name })
      .map((entries) => map(entries)),
  },
)

function map(entries: readonly (readonly [string, FieldValue])[]): FieldValue {
  const made = Object.create(null) as Record<string, FieldValue>
  for (const [name, entry] of entries) made[name] = entry
  return made
}

/** Written values as people write them, one or more lines after a key. */
const written = fc.constantFrom(
  ...[' plain words', ' 1.10', ' true', '', '   ', ' ~', " 'single ''quoted'''", ' "double \\" quoted"'],
  ...[' # only a comment', ' words # and a comment', " 'x'   ", ' Tue, 14 Dec 2021 00:00:00 GMT', ' yes'],
  ...[
    '\n- a\n- b',
    '\n - a # one\n - "b"',
    '\n  - a\n  # between\n  - c: 1\n    d: 2',
    ' [a, "b", c: d]',
    ' []',
    ' {}',
  ],
  ...[
    ' {a: 1, "b": x}',
    '\n  a: 1\n  b:\n    - x',
    ' |\n  one\n   two\n\n  three',
    ' >-\n  folded text\n  goes on',
    ' |+\n  kept\n',
  ],
  ...[' |2-\n   lead', ' &anchor x', ' !!str 12', '\n  plain over\n  two lines', ' [\n  a,\n  b, # c\n ]'],
)
const lineEnd = fc.constantFrom('\n', '\r\n', '\r')
const article = fc
  .tuple(
    fc.uniqueArray(
      fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/), written, fc.constantFrom('', '', '\n', '# note\n')),
      {
        minLength: 1,
        maxLength: 6,
        selector: ([name]) => name,
      },
    ),
    lineEnd,
    fc.constantFrom('', '\uFEFF'),
  )
  .map(([entries, end, bom]) => {
    const lines = entries.map(([name, source, after], index) => {
      return `${name}:${source.replace('&anchor', `&anchor${index}`)}\n${after}`
    })
    return bom + `---\n${lines.join('')}---\n${body}`.replaceAll('\n', end)
  })

/** Every field with nothing but its key and value, in order. */
function contents(source: string): readonly (readonly [string, FieldValue])[] {
  const { complete, fields, problems } = readFrontMatter(source)
  expect({ complete, problems }).toEqual({ complete: true, problems: [] })
  return fields.map((field) => [field.key, field.value])
}

/** The front matter as js-yaml loads it. */
function loaded(source: string): FieldValue {
  const { block } = readFrontMatter(source)
  return load(source.slice(block?.content.from, block?.content.to)) as FieldValue
}

function pick<T>(list: readonly T[], at: number): T {
  return list[at % list.length] as T
}

function all(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => [field, ...all(field.items)])
}

test('a field set to what it is changes nothing', () => {
  fc.assert(
    fc.property(article, (source) => {
      for (const field of all(readFrontMatter(source).fields)) {
        expect(setField(source, field.segments, field.value)).toEqual([])
      }
    }),
    options,
  )
})

test('a new value is read back exactly, and nothing else changes', () => {
  fc.assert(
    fc.property(article, fc.nat(), value, (source, at, wanted) => {
      const before = readFrontMatter(source)
      const field = pick(before.fields, at)
      const edits = setField(source, [field.key], wanted)
      const after = applyEdits(source, edits)
      expect(contents(after)).toEqual(
        contents(source).map(([name, old]) => [name, name === field.key ? wanted : old]),
      )
      const read = loaded(after) as Readonly<Record<string, FieldValue>>
      expect(read[field.key]).toEqual(wanted)
      const next = before.fields[before.fields.indexOf(field) + 1]
      const until = next?.span.from ?? before.block?.content.to ?? 0
      for (const edit of edits) {
        expect(edit.from).toBeGreaterThanOrEqual(field.keySpan?.to ?? 0)
        expect(edit.to).toBeLessThanOrEqual(until)
      }
    }),
    options,
  )
})

test('a new value deep inside is read back exactly', () => {
  fc.assert(
    fc.property(article, fc.nat(), scalar, (source, at, wanted) => {
      const fm = readFrontMatter(source)
      const fields = all(fm.fields)
      const field = pick(fields, at)
      const after = applyEdits(source, setField(source, field, wanted, fm))
      expect(findField(readFrontMatter(after).fields, field.segments)?.value).toEqual(wanted)
      expect(loaded(after)).toEqual(Object.fromEntries(contents(after)))
    }),
    options,
  )
})

test('a new value of the same style set back gives the same text', () => {
  const pairs = [
    ['plain', 'two words'],
    ['single', "it's: here"],
    ['double', 'a\tb'],
    ['literal', 'a\n b'],
  ] as const
  fc.assert(
    fc.property(article, (source) => {
      for (const field of all(readFrontMatter(source).fields)) {
        const other = pairs.find(([style]) => style === field.style)?.[1]
        if (field.kind !== 'text' || other === undefined || /[\r\n]/.test(field.source) || !field.source)
          continue
        if (field.source !== 'yes') {
          const there = applyEdits(source, setField(source, field.segments, other))
          expect(applyEdits(there, setField(there, field.segments, field.value))).toBe(source)
        }
      }
    }),
    options,
  )
})

test('a field added and removed again leaves the same text', () => {
  fc.assert(
    fc.property(article, value, (source, wanted) => {
      const there = applyEdits(source, addField(source, 'added key', wanted))
      expect(contents(there)).toEqual([...contents(source), ['added key', wanted]])
      expect(applyEdits(there, removeField(there, ['added key']))).toBe(source)
    }),
    options,
  )
})

test('a field taken out leaves all others', () => {
  fc.assert(
    fc.property(article, fc.nat(), (source, at) => {
      const { fields } = readFrontMatter(source)
      const field = pick(fields, at)
      const after = applyEdits(source, removeField(source, [field.key]))
      expect(contents(after)).toEqual(contents(source).filter(([name]) => name !== field.key))
    }),
    options,
  )
})

test('a field moved away and back stands as before', () => {
  fc.assert(
    fc.property(article, fc.nat(), fc.nat(), (source, at, to) => {
      const { fields } = readFrontMatter(source)
      const from = at % fields.length
      const target = to % fields.length
      const field = pick(fields, from)
      const there = applyEdits(source, moveField(source, [field.key], target))
      const order = fields.map((one) => one.key)
      order.splice(target, 0, ...order.splice(from, 1))
      expect(contents(there).map(([name]) => name)).toEqual(order)
      expect(contents(applyEdits(there, moveField(there, [field.key], from)))).toEqual(contents(source))
    }),
    options,
  )
})

test('a field renamed keeps its value', () => {
  fc.assert(
    fc.property(article, fc.nat(), fc.oneof(key, text), (source, at, name) => {
      const { fields } = readFrontMatter(source)
      const field = pick(fields, at)
      fc.pre(!fields.some((one) => one.key === name))
      const after = applyEdits(source, renameField(source, [field.key], name))
      expect(contents(after)).toEqual(
        contents(source).map(([old, one]) => [old === field.key ? name : old, one]),
      )
    }),
    options,
  )
})

test('items are put in and taken out anywhere in a list', () => {
  fc.assert(
    fc.property(article, fc.nat(), value, (source, at, wanted) => {
      for (const list of all(readFrontMatter(source).fields).filter((field) => field.kind === 'list')) {
        const index = at % (list.items.length + 1)
        const there = applyEdits(source, insertItem(source, list.segments, index, wanted))
        const back = applyEdits(there, removeItem(there, list.segments, index))
        expect(contents(back)).toEqual(contents(source))
      }
    }),
    options,
  )
})

test('an article without front matter gets some above its untouched body', () => {
  fc.assert(
    fc.property(key, value, lineEnd, fc.constantFrom('', '\uFEFF'), (name, wanted, end, bom) => {
      const source = bom + `# Title\n\nText\n`.replaceAll('\n', end)
      const edits = addField(source, name, wanted)
      const after = applyEdits(source, edits)
      expect(contents(after)).toEqual([[name, wanted]])
      expect(after.endsWith(source.slice(bom.length))).toBe(true)
      expect(edits).toHaveLength(1)
    }),
    options,
  )
})

test('hexo reads the values that were set', () => {
  fc.assert(
    fc.property(scalar, scalar, (first, second) => {
      const source = "---\ntitle: 'x'\ntags:\n- a\n---\nBody\n"
      const there = applyEdits(source, setField(source, 'title', first))
      const read = hexoParse(applyEdits(there, setField(there, 'tags[0]', second))) as Record<string, unknown>
      expect(read.title).toEqual(first)
      expect(read.tags).toEqual([second])
    }),
    options,
  )
})
