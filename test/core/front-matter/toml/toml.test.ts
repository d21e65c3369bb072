import { expect, test } from 'vitest'
import { applyEdits } from '../../../../core/article/text-edit.ts'
import { FrontMatterEditError } from '../../../../core/front-matter/edit-error.ts'
import { setField } from '../../../../core/front-matter/edit.ts'
import { readFrontMatter } from '../../../../core/front-matter/read.ts'
import { tomlFormat } from '../../../../core/front-matter/toml/toml.ts'
import type { FieldValue } from '../../../../core/front-matter/model.ts'
import { expectSpans, first, openWith } from '../format-driver.ts'

const open = (content: string) => openWith('toml', `+++\n${content}+++\nbody = "x"\n`, '+++')
const inside = (text: string) => text.slice(4, text.lastIndexOf('+++\nbody'))

const sample = `# a comment
title = "A \\"title\\""   # trailing
slug = 'c:\\path'
date = 2021-12-14T08:00:00+08:00
n = 1_000
pi = 3.14
draft = false
tags = ["a", 'b'] # two
list = [
  "x", # first
  # between
  "y",
]
author.name = "N"
author.url = "U"
text = """
one
two"""
point = { x = 1, y = "z" }

[params]
  cover = "c.png"

[params.deep]
k = "v"

[[links]]
name = "one"

[[links]]
name = "two"
`

const fenced = `+++\n${sample}+++\nbody = "x"\n`

test('a new item of a list takes the quotes of its neighbours', () => {
  const { text, fm, field } = open("title = 'x'\ntags = [\"a\"]\nwords = ['b']\n")
  const added = (path: string) => first(text, tomlFormat.insertItem(text, fm, field(path), 1, 'c'))
  expect(added('tags')).toContain('tags = ["a", "c"]')
  expect(added('words')).toContain("words = ['b', 'c']")
})

test('fields have paths, kinds, values and exact spans', () => {
  const { text, fm, field } = open(sample)
  expect(fm.problems).toEqual([])
  expect(fm.complete).toBe(true)
  expectSpans(text, fm.fields)
  expect(fm.fields.map((each) => each.key).join(' ')).toBe(
    'title slug date n pi draft tags list author text point params links',
  )
  expect(field('title')).toMatchObject({ kind: 'text', style: 'double', value: 'A "title"' })
  expect(field('slug')).toMatchObject({ kind: 'text', style: 'single', value: 'c:\\path' })
  expect(field('date')).toMatchObject({ kind: 'text', style: 'plain', value: '2021-12-14T08:00:00+08:00' })
  expect(field('n')).toMatchObject({ kind: 'number', value: 1000, source: '1_000' })
  expect(field('list')).toMatchObject({ kind: 'list', style: 'flow', value: ['x', 'y'] })
  expect(field('author')).toMatchObject({ kind: 'map', style: 'block', value: { name: 'N', url: 'U' } })
  expect(field('text')).toMatchObject({ style: 'folded', value: 'one\ntwo' })
  expect(field('point.y')).toMatchObject({ value: 'z', path: 'point.y' })
  expect(field('params.deep.k')).toMatchObject({ value: 'v' })
  expect(field('links[1].name')).toMatchObject({ value: 'two' })
})

test.each<[string, string, FieldValue, string, string]>([
  ['a text in double quotes', 'title', 'B "q"', '"A \\"title\\""', '"B \\"q\\""'],
  ['a literal text', 'slug', 'd:\\x', "'c:\\path'", "'d:\\x'"],
  ['a literal text that can no longer be one', 'slug', "it's", "'c:\\path'", '"it\'s"'],
  ['a date', 'date', '2022-01-01T08:00:00+08:00', '2021-12-14T08', '2022-01-01T08'],
  ['a date by text', 'date', 'soon', '2021-12-14T08:00:00+08:00', '"soon"'],
  ['a number', 'n', 5, '1_000', '5'],
  ['a fraction by a whole number', 'pi', 3, '3.14', '3.0'],
  ['a switch', 'draft', true, 'false', 'true'],
  ['a list item in its own quotes', 'tags[1]', 'c', "'b'", "'c'"],
  ['a list that grows', 'tags', ['a', 'b', 'c'], "'b']", '\'b\', "c"]'],
  ['a list with comments that grows', 'list', ['x', 'y', 'z'], '  "y",\n', '  "y",\n  "z",\n'],
  ['a list with comments that shrinks', 'list', ['y'], '  "x", # first\n', ''],
  ['the last of a list with comments', 'list', ['x'], '  "y",\n', ''],
  ['a dotted entry', 'author.url', 'V', '"U"', '"V"'],
  ['a multi-line text', 'text', 'one\nthree', 'two"""', 'three"""'],
  ['an entry of an inline table', 'point.x', 2, 'x = 1', 'x = 2'],
  ['an inline table with an entry more', 'point', { x: 1, y: 'z', w: true }, 'y = "z"', 'y = "z", w = true'],
  ['an entry of a table', 'params.cover', 'd.png', '"c.png"', '"d.png"'],
  ['a whole table', 'params.deep', { k: 'w', l: 1 }, 'k = "v"\n', 'k = "w"\nl = 1\n'],
  ['an entry in an array of tables', 'links[1].name', 'zwei', '"two"', '"zwei"'],
])('setting %s changes only its characters', (_, path, next, before, after) => {
  const { text, fm, field } = open(sample)
  expect(inside(first(text, tomlFormat.set(text, fm, field(path), next)))).toBe(sample.replace(before, after))
})

test('setting what is already there changes nothing', () => {
  const { text, fm } = open(sample)
  for (const field of fm.fields) expect(first(text, tomlFormat.set(text, fm, field, field.value))).toBe(text)
})

test.each<[string, string | null, string, FieldValue, string, string]>([
  [
    'the front matter',
    null,
    'new',
    'x',
    'point = { x = 1, y = "z" }\n',
    'point = { x = 1, y = "z" }\nnew = "x"\n',
  ],
  ['a table', 'params', 'k', ['a'], '  cover = "c.png"\n', '  cover = "c.png"\n  k = ["a"]\n'],
  ['dotted keys', 'author', 'mail', 'm', 'author.url = "U"\n', 'author.url = "U"\nauthor.mail = "m"\n'],
  ['an inline table', 'point', 'w', 1, 'y = "z"', 'y = "z", w = 1'],
  ['an element of an array', 'links[0]', 'k', 1, 'name = "one"\n', 'name = "one"\nk = 1\n'],
  ['a key that needs quotes', null, 'a b', 1, 'y = "z" }\n', 'y = "z" }\n"a b" = 1\n'],
  ['a date key', null, 'lastmod', '2021-12-15', 'y = "z" }\n', 'y = "z" }\nlastmod = 2021-12-15\n'],
  [
    'a text that looks like a date',
    null,
    'version',
    '2021-12-15',
    'y = "z" }\n',
    'y = "z" }\nversion = "2021-12-15"\n',
  ],
])('adding to %s', (_, parent, key, value, before, after) => {
  const { text, fm, field } = open(sample)
  const edits = tomlFormat.add(text, fm, parent === null ? null : field(parent), key, value)
  expect(inside(first(text, edits))).toBe(sample.replace(before, after))
})

test.each([
  ['', 'new = "x"\n'],
  ['[a]\nb = 1\n', 'new = "x"\n[a]\nb = 1\n'],
  ['a="1"\n', 'a="1"\nnew="x"\n'],
  ["a = '1'\r\n", "a = '1'\r\nnew = 'x'\r\n"],
])('%j with a field more is %j', (before, after) => {
  const { text, fm } = open(before)
  expect(inside(first(text, tomlFormat.add(text, fm, null, 'new', 'x')))).toBe(after)
})

test.each([
  ['slug', "slug = 'c:\\path'\n"],
  ['title', 'title = "A \\"title\\""   # trailing\n'],
  ['tags[0]', '"a", '],
  ['tags[1]', ", 'b'"],
  ['list[0]', '  "x", # first\n'],
  ['author.name', 'author.name = "N"\n'],
  ['author', 'author.name = "N"\nauthor.url = "U"\n'],
  ['point.y', ', y = "z"'],
  ['params.deep', '[params.deep]\nk = "v"\n'],
  ['links[0]', '[[links]]\nname = "one"\n'],
])('removing %s takes out its characters alone', (path, gone) => {
  const { text, fm, field } = open(sample)
  expect(inside(first(text, tomlFormat.remove(text, fm, field(path))))).toBe(sample.replace(gone, ''))
})

test('a list that loses its last item stays as an empty list', () => {
  const { text, fm, field } = open('a = [ "x" ]\nb = [\n  "y",\n]\n')
  expect(inside(first(text, tomlFormat.remove(text, fm, field('a[0]'))))).toBe('a = []\nb = [\n  "y",\n]\n')
  expect(inside(first(text, tomlFormat.remove(text, fm, field('b[0]'))))).toBe('a = [ "x" ]\nb = []\n')
})

test('renaming reaches every header and dotted key that names the field', () => {
  const { text, fm, field } = open(sample)
  expect(inside(first(text, tomlFormat.rename(text, fm, field('params'), 'p q')))).toBe(
    sample.replaceAll('[params', '["p q"'),
  )
  expect(inside(first(text, tomlFormat.rename(text, fm, field('author'), 'by')))).toBe(
    sample.replaceAll('author.', 'by.'),
  )
  expect(inside(first(text, tomlFormat.rename(text, fm, field('links'), 'l')))).toBe(
    sample.replaceAll('links', 'l'),
  )
  expect(inside(first(text, tomlFormat.rename(text, fm, field('params.deep'), 'd')))).toBe(
    sample.replace('params.deep', 'params.d'),
  )
})

test('moving takes the line and the comment right above it along, and keeps what stands between', () => {
  const { text, fm, field } = open(sample)
  const moved = inside(first(text, tomlFormat.move(text, fm, field('slug'), 0)))
  expect(moved).toBe(
    sample.replace(
      '# a comment\ntitle = "A \\"title\\""   # trailing\nslug = \'c:\\path\'',
      'slug = \'c:\\path\'\n# a comment\ntitle = "A \\"title\\""   # trailing',
    ),
  )
  expect(inside(first(text, tomlFormat.move(text, fm, field('list[1]'), 0)))).toBe(
    sample.replace('"x", # first\n  # between\n  "y",', '# between\n  "y",\n  "x", # first'),
  )
  expect(inside(first(text, tomlFormat.move(text, fm, field('links[1]'), 0)))).toBe(
    sample.replace('"one"', '"1"').replace('"two"', '"one"').replace('"1"', '"two"'),
  )
})

test('a field does not move past a table that would swallow it', () => {
  const { text, fm, field } = open(sample)
  expect(() => first(text, tomlFormat.move(text, fm, field('slug'), 11))).toThrow('before all tables')
})

test('items go into lists and arrays of tables', () => {
  const { text, fm, field } = open(sample)
  expect(inside(first(text, tomlFormat.insertItem(text, fm, field('list'), 1, 'm')))).toBe(
    sample.replace('  "y",', '  "m",\n  "y",'),
  )
  expect(inside(first(text, tomlFormat.insertItem(text, fm, field('links'), 2, { name: 'three' })))).toBe(
    `${sample}\n[[links]]\nname = "three"\n`,
  )
})

test.each<[string, FieldValue, string, string]>([
  [
    'an element changed',
    [{ name: 'one' }, { name: 'zwei', w: 1 }],
    'name = "two"\n',
    'name = "zwei"\nw = 1\n',
  ],
  ['the first gone', [{ name: 'two' }], '[[links]]\nname = "one"\n', ''],
  ['the last gone', [{ name: 'one' }], '[[links]]\nname = "two"\n', ''],
  [
    'one in front',
    [{ name: 'zero' }, { name: 'one' }, { name: 'two' }],
    '[[links]]\nname = "one"',
    '[[links]]\nname = "zero"\n\n[[links]]\nname = "one"',
  ],
  [
    'two behind',
    [{ name: 'one' }, { name: 'two' }, { name: '3' }, { a: [1] }],
    'name = "two"\n',
    'name = "two"\n\n[[links]]\nname = "3"\n\n[[links]]\na = [1]\n',
  ],
])('an array of tables set as a whole, %s: only that is written', (_, value, before, after) => {
  const edited = applyEdits(fenced, setField(fenced, 'links', value))
  expect(inside(edited)).toBe(sample.replace(before, after))
  expect(readFrontMatter(edited).fields.find(({ key }) => key === 'links')?.value).toEqual(value)
})

test('an array of tables within one is set element by element too', () => {
  const text = '+++\n[[a]]\nn = 1 # one\n[[a.b]]\nx = 1\n[[a.b]]\nx = 2\n[[a]]\nn = 2\n+++\n'
  const edited = applyEdits(text, setField(text, 'a', [{ n: 1, b: [{ x: 1 }, { x: 3 }] }, { n: 2 }]))
  expect(edited).toBe(text.replace('x = 2', 'x = 3'))
})

test.each<[string, FieldValue]>([
  ['nothing', []],
  ['a text', 'x'],
  ['a list of texts', ['x']],
])('an array of tables does not become %s, and says so', (_, value) => {
  expect(() => setField(fenced, 'links', value)).toThrow(FrontMatterEditError)
})

test('null is refused, because TOML has none', () => {
  const { text, fm, field } = open(sample)
  expect(() => first(text, tomlFormat.set(text, fm, field('title'), null))).toThrow('no empty value')
})

test.each([
  ['a = 1\nb = yes\nc = 3\n', 'syntax', 3],
  ['a = 1\na = 2\n', 'duplicateKey', 3],
  ['a = "x\n', 'syntax', 2],
  ['a = [1, 2\nb = 3\n', 'syntax', 3],
  ['title：x\n', 'syntax', 2],
  ['d = 2021-13-40\n', 'syntax', 2],
])('%j has a problem in its line', (content, code, line) => {
  const { fm } = open(content)
  expect(fm.complete).toBe(false)
  expect(fm.problems).toMatchObject([{ code, line, severity: 'error' }])
})

test.each([
  ['b = yes\n', 'tomlValue'],
  ['a = "x\n', 'tomlString'],
  ['a = [1, 2\nb = 3\n', 'tomlBracket'],
  ['a = {b = 1\n', 'tomlBracket'],
  ['title：x\n', 'tomlKey'],
  ['= 1\n', 'tomlKey'],
  ['d = 2021-13-40\n', 'tomlDate'],
  ['n = 007\n', 'tomlNumber'],
  ['s = "\\q"\n', 'badEscape'],
  ['s = "\u0001"\n', 'unprintable'],
  [`a = ${'['.repeat(200)}${']'.repeat(200)}\n`, 'tooDeep'],
])('%j says why it cannot be read', (content, reason) => {
  expect(open(content).fm.problems).toMatchObject([{ code: 'syntax', params: { reason } }])
})

test('what stands before an error is still read', () => {
  expect(open('a = 1\nb = yes\nc = 3\n').fm.fields.map((field) => field.key)).toEqual(['a'])
})

test('a new block is a fenced pair', () => {
  expect(tomlFormat.newBlock('title', 'x', '\r\n')).toBe('+++\r\ntitle = "x"\r\n+++\r\n')
})
