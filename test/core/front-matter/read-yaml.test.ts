import { expect, test } from 'vitest'
import type { Field } from '../../../core/front-matter/model.ts'
import { findField, formatPath, parsePath } from '../../../core/front-matter/path.ts'
import { readFrontMatter } from '../../../core/front-matter/read.ts'

const wrap = (content: string) => `---\n${content}---\nBody\n`

/** One field of the given front matter. */
function field(content: string, path: string): Field {
  const found = findField(readFrontMatter(wrap(content)).fields, path)
  if (!found) throw new Error(`There is no ${path}`)
  return found
}

test.each([
  ['a: words here', 'text', 'plain', 'words here', 'words here'],
  ["a: 'it''s'", 'text', 'single', "it's", "'it''s'"],
  ['a: "x\\ty" # c', 'text', 'double', 'x\ty', '"x\\ty"'],
  ['a: 1.10', 'number', 'plain', 1.1, '1.10'],
  ['a: 014', 'number', 'plain', 14, '014'],
  ['a: TRUE', 'boolean', 'plain', true, 'TRUE'],
  ['a: yes', 'text', 'plain', 'yes', 'yes'],
  ['a: ~', 'null', 'plain', null, '~'],
  ['a:', 'null', 'plain', null, ''],
  ['a:   # nothing', 'null', 'plain', null, ''],
  ["a: ''", 'text', 'single', '', "''"],
  ['a: 2021-12-14 08:00:00', 'text', 'plain', '2021-12-14 08:00:00', '2021-12-14 08:00:00'],
  [
    'a: Tue, 14 Dec 2021 00:00:00 GMT',
    'text',
    'plain',
    'Tue, 14 Dec 2021 00:00:00 GMT',
    'Tue, 14 Dec 2021 00:00:00 GMT',
  ],
  ['a: |-  # c\n  x\n   y', 'text', 'literal', 'x\n y', '|-  # c\n  x\n   y'],
  ['a: >\n  x\n  y\n', 'text', 'folded', 'x y\n', '>\n  x\n  y'],
  ['a: !!str 12', 'text', 'plain', '12', '12'],
  ['a: !own &x word', 'text', 'plain', 'word', 'word'],
  ['a: [x, 1]', 'list', 'flow', ['x', 1], '[x, 1]'],
  ['a: \n - x\n - y', 'list', 'block', ['x', 'y'], '- x\n - y'],
])('%j is %s, %s', (content, kind, style, value, source) => {
  const text = wrap(`${content}\n`)
  const [found] = readFrontMatter(text).fields
  expect(found).toMatchObject({ key: 'a', path: 'a', kind, style, value, source })
  expect(text.slice(found?.valueSpan.from, found?.valueSpan.to)).toBe(source)
  expect(text.slice(found?.keySpan?.from, found?.keySpan?.to)).toBe('a')
})

test('an empty value stands right after its colon', () => {
  expect(field('a:   \n', 'a').valueSpan).toEqual({ from: 6, to: 6 })
})

test('nested values have paths and spans', () => {
  const content = 'author:\n  name: 林\n  "a.b": [1, {c: d}]\ntags:\n- x\n-\n'
  expect(field(content, 'author.name').value).toBe('林')
  expect(field(content, 'author["a.b"][1].c')).toMatchObject({
    key: 'c',
    value: 'd',
    segments: ['author', 'a.b', 1, 'c'],
  })
  expect(field(content, 'tags[1]')).toMatchObject({ key: '', keySpan: null, kind: 'null', source: '' })
  expect(field('a.b: 1\n', 'a.b').segments).toEqual(['a.b'])
})

test.each([['title'], ['author.name'], ['tags[2]'], ['["a.b"].c'], ['a["x\\"y"][0]'], ['[""]']])(
  'the path %s is read and written alike',
  (path) => expect(formatPath(parsePath(path) ?? [])).toBe(path),
)

test.each(['', 'a.', '.a', 'a..b', 'a[x]', 'a[1', '["a]'])('%j is no path', (path) => {
  expect(parsePath(path)).toBeNull()
})

test.each(['\r\n', '\r'])('lines that end in %j keep their offsets', (end) => {
  const text = ['---', 'a: |', '  x', '  y', 'b:', ' - z', '---', 'Body'].join(end)
  const { fields } = readFrontMatter(text)
  expect(fields.map((one) => one.value)).toEqual(['x\ny\n', ['z']])
  expect(text.slice(fields[1]?.items[0]?.span.from).startsWith('z')).toBe(true)
})

test('dangerous keys are keys like any other', () => {
  const { fields } = readFrontMatter(
    wrap('__proto__:\n  polluted: 1\nconstructor: x\nm: {__proto__: 2, toString: 3}\n'),
  )
  expect(fields.map((one) => one.key)).toEqual(['__proto__', 'constructor', 'm'])
  expect(Object.keys(fields[2]?.value as object)).toEqual(['__proto__', 'toString'])
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test('duplicate keys hide nothing', () => {
  const { complete, fields } = readFrontMatter(wrap('a: 1\na: 2\nb: 3\n'))
  expect(complete).toBe(true)
  expect(fields.map((one) => [one.key, one.value])).toEqual([
    ['a', 1],
    ['a', 2],
    ['b', 3],
  ])
})

test('an alias shows the value of its anchor and says that it is one', () => {
  const { fields, problems } = readFrontMatter(wrap('a: &x {k: 1}\nb: *x\n<<: *x\n'))
  expect(problems).toEqual([])
  expect(fields[1]).toMatchObject({ alias: true, kind: 'map', source: '*x', items: [] })
  expect(fields[1]?.value).toEqual({ k: 1 })
  expect(fields.map((one) => one.key)).toEqual(['a', 'b', '<<'])
})

test('an alias bomb stays small, and an unknown or circular alias is a problem', () => {
  const lines = Array.from(
    { length: 28 },
    (_, i) => `a${i}: &a${i} ${i === 0 ? '[x, x]' : `[*a${i - 1}, *a${i - 1}]`}\n`,
  )
  const { complete, fields, problems } = readFrontMatter(wrap(lines.join('')))
  expect(complete).toBe(true)
  expect(JSON.stringify(fields.map((one) => one.value)).length).toBeLessThan(500_000)
  expect(new Set(problems.map((problem) => problem.code))).toEqual(new Set(['aliasLimit']))
  const odd = readFrontMatter(wrap('a: *none\nb: &b [*b]\n'))
  expect(odd.problems.map((problem) => problem.code)).toEqual(['unknownAlias', 'unknownAlias'])
  expect(odd.fields.map((one) => one.value)).toEqual(['*none', ['*b']])
})

test.each<[string, readonly string[], string, number]>([
  ["a: 1\nb: 'x\nc: 2\n", ['a'], 'unclosedQuote', 3],
  ['a: 1\nb: x: y\nc: 2\n', ['a'], 'badIndent', 3],
  ['a: [1\nb: 2\n', [], 'unclosedBracket', 2],
  ['a: 1\nb: {x\nc: 3\n', ['a'], 'unclosedBracket', 3],
  ['a: 1\nb:\n\t- x\n', ['a'], 'tabIndent', 4],
  ['a: 1\nb:\t[x]\n', ['a'], 'tabIndent', 3],
  ['a: 1\nwords\nb: 2\n', ['a'], 'missingColon', 3],
  ['a: 1\nb: @x\n', ['a'], 'reservedCharacter', 3],
  ['a: "\\q"\n', [], 'badEscape', 2],
  [`a: 1\nb: ${'['.repeat(101)}${']'.repeat(101)}\n`, ['a'], 'tooDeep', 3],
  ['a: x\0y\n', [], 'unprintable', 2],
])('%j keeps the fields before the error', (content, keys, reason, line) => {
  const { complete, fields, problems } = readFrontMatter(wrap(content))
  expect(complete).toBe(false)
  expect(fields.map((one) => one.key)).toEqual(keys)
  expect(problems).toMatchObject([{ code: 'syntax', severity: 'error', line, params: { reason } }])
})

test('what is no mapping is a problem, and nothing at all is none', () => {
  expect(readFrontMatter(wrap('word\n')).problems).toMatchObject([{ code: 'notAMapping', line: 2 }])
  expect(readFrontMatter(wrap('# note\n'))).toMatchObject({ complete: true, fields: [], problems: [] })
  expect(readFrontMatter('Body')).toMatchObject({ block: null, format: null, complete: true, fields: [] })
})
