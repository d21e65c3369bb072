import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { applyEdits, type TextEdit } from '../../../core/article/text-edit.ts'
import {
  addField,
  insertItem,
  moveField,
  moveItem,
  removeField,
  removeItem,
  renameField,
  setField,
} from '../../../core/front-matter/edit.ts'
import type { FrontMatterEditError } from '../../../core/front-matter/edit-error.ts'
import type { FieldValue } from '../../../core/front-matter/model.ts'
import { readFrontMatter } from '../../../core/front-matter/read.ts'

const scraped = readFileSync(resolve(import.meta.dirname, '../../fixtures/front-matter/scraped.txt'), 'utf8')
const wrap = (content: string) => `---\n${content}---\nBody\n`

/** The front matter's lines after an edit, the body being as before. */
function edited(content: string, edit: (text: string) => readonly TextEdit[]): string {
  const after = applyEdits(wrap(content), edit(wrap(content)))
  expect(after.endsWith('---\nBody\n')).toBe(true)
  return after.slice(4, -'---\nBody\n'.length)
}

const set = (content: string, path: string, value: FieldValue) =>
  edited(content, (text) => setField(text, path, value))

function codeOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    return (error as FrontMatterEditError).code
  }
  return 'done'
}

test.each<[string, string, FieldValue, string]>([
  ['a: b\n', 'a', 'c', 'a: c\n'],
  ['a: b # why\n', 'a', 'c', 'a: c # why\n'],
  ['a: b   \n', 'a', 'c', 'a: c   \n'],
  ["a: 'b'\n", 'a', "it's", "a: 'it''s'\n"],
  ['a: "b"\n', 'a', 'x\ty"', 'a: "x\\ty\\""\n'],
  ['a: b\n', 'a', 'c: d', "a: 'c: d'\n"],
  ['a: b\nz: "q"\n', 'a', 'c: d', 'a: "c: d"\nz: "q"\n'],
  ['a: b\n', 'a', 'yes', "a: 'yes'\n"],
  ['a: yes\n', 'a', 'no', 'a: no\n'],
  ['a: b\n', 'a', '2020-01-02', "a: '2020-01-02'\n"],
  ['a: 2020-01-01\n', 'a', '2020-01-02', 'a: 2020-01-02\n'],
  ['date:\n', 'date', '2020-01-02', 'date: 2020-01-02\n'],
  ['a: b\n', 'a', '1:30', "a: '1:30'\n"],
  ['a: b\n', 'a', '0o14', "a: '0o14'\n"],
  ['a: b\n', 'a', '', "a: ''\n"],
  ['a: b\n', 'a', 14, 'a: 14\n'],
  ["a: '14'\n", 'a', 15, 'a: 15\n'],
  ['a: True\n', 'a', false, 'a: False\n'],
  ['a: b # c\n', 'a', null, 'a: # c\n'],
  ['a:\n', 'a', 'b', 'a: b\n'],
  ['a:   \n', 'a', 'b', 'a: b   \n'],
  ['a: # c\n', 'a', 'b', 'a: b # c\n'],
  ['a: b\n', 'a', 'x\ny', 'a: |-\n  x\n  y\n'],
  ['a: |\n  x\n\nb: 1\n', 'a', 'y\n z\n', 'a: |\n  y\n   z\n\nb: 1\n'],
  ['a: |-   # c\n    x\n', 'a', 'y\n\nz', 'a: |-   # c\n    y\n\n    z\n'],
  ['a: |-\n  x\n', 'a', 'y\n', 'a: |\n  y\n'],
  ['a: |2\n   x\n', 'a', '  y\n', 'a: |2\n    y\n'],
  ['a: >\n  x\n  y\n', 'a', 'x y\nz\n', 'a: >\n  x y\n\n  z\n'],
  ['a: |+\n  x\n\nb: 1\n', 'a', 'x\n\n\n', 'a: |+\n  x\n\n\nb: 1\n'],
  ['a: &n b\nc: *n\n', 'a', 'd', 'a: &n d\nc: *n\n'],
  ['a: !!str 12\n', 'a', '13', 'a: !!str 13\n'],
  ['a: !!str 12\n', 'a', 13, 'a: 13\n'],
  ['? a\n: b\n', 'a', 'c', '? a\n: c\n'],
  ['{a: b, c: d}\n', 'a', 'x, y', "{a: 'x, y', c: d}\n"],
])('%j with %s = %j', (content, path, value, expected) => {
  expect(set(content, path, value)).toBe(expected)
})

test.each<[string, string, FieldValue, string]>([
  ['t: \n - a\n - b\nz: 1\n', 't', ['a', 'c', 'b'], 't: \n - a\n - c\n - b\nz: 1\n'],
  ['t:\n- a # one\n- "b"\n', 't', ['a', 'b', 'c'], 't:\n- a # one\n- "b"\n- "c"\n'],
  ['t:\n  - a\n  - b\n', 't[1]', 'x', 't:\n  - a\n  - x\n'],
  ['t:\n  - a\n', 't', [], 't: []\n'],
  ['t: # mine\n  - a\n', 't', [], 't: [] # mine\n'],
  ['t: [a, "b"]\n', 't', ['a'], 't: [a]\n'],
  ['t: [ a,b ]\n', 't', [], 't: []\n'],
  ['t: []\n', 't', ['a', 'b'], 't: [a, b]\n'],
  ['t:\n', 't', ['a'], 't:\n  - a\n'],
  ['t: # c\nu:\n- x\n', 't', ['a'], 't: # c\n- a\nu:\n- x\n'],
  ['t: word # c\n', 't', ['a'], 't: # c\n  - a\n'],
  ['t:\n  - a\n  - b\nz: 1\n', 't', 'word', 't: word\nz: 1\n'],
  ['m:\n    k: 1\n', 'm', { k: 2, l: ['x'] }, 'm:\n    k: 2\n    l:\n      - x\n'],
  ['m:\n  k: 1\n  l: 2\n', 'm', { l: 2 }, 'm:\n  l: 2\n'],
  ['m: {k: 1}\n', 'm', { k: 1, l: 'a' }, 'm: {k: 1, l: a}\n'],
  ['l:\n- k: 1\n  m: 2\n', 'l[0].k', 3, 'l:\n- k: 3\n  m: 2\n'],
  ['__proto__: 1\nconstructor: 2\n', '__proto__', 3, '__proto__: 3\nconstructor: 2\n'],
])('collections: %j with %s = %j', (content, path, value, expected) => {
  expect(set(content, path, value)).toBe(expected)
})

test.each([
  ['a: 1\n# about b\nb: 2 # two\nc: 3\n', 'b', 'a: 1\n# about b\nc: 3\n'],
  ['a: 1\n', 'a', ''],
  ['m:\n  k: 1\n', 'm.k', 'm: {}\n'],
  ['t:\n - a\n - b\n', 't[1]', 't:\n - a\n'],
  ['t: \n - a\n', 't[0]', 't: []\n'],
  ['t: [a, b, c]\n', 't[2]', 't: [a, b]\n'],
  ['t: [a, b, c]\n', 't[0]', 't: [b, c]\n'],
  ['l:\n- k: 1\n  m: 2\n', 'l[0].k', 'l:\n- m: 2\n'],
  ['a: |\n  x\n\n  y\nb: 1\n', 'a', 'b: 1\n'],
])('%j without %s', (content, path, expected) => {
  expect(edited(content, (text) => removeField(text, path))).toBe(expected)
})

test('fields are added, renamed and moved in the style of their neighbours', () => {
  const content = 'a: 1 # one\nt:\n - x\n# last words\n'
  expect(edited(content, (text) => addField(text, 'u', ['w']))).toBe(
    'a: 1 # one\nt:\n - x\nu:\n - w\n# last words\n',
  )
  expect(edited('m:\n   k: 1\n', (text) => addField(text, 'l', true, { parent: 'm' }))).toBe(
    'm:\n   k: 1\n   l: true\n',
  )
  expect(edited('', (text) => addField(text, 'a', 'b'))).toBe('a: b\n')
  expect(edited('"a": 1\n', (text) => renameField(text, 'a', 'b'))).toBe('"b": 1\n')
  expect(edited('a: 1\n', (text) => renameField(text, 'a', 'b: c'))).toBe("'b: c': 1\n")
  expect(edited(content, (text) => moveField(text, 't', 0))).toBe('t:\n - x\na: 1 # one\n# last words\n')
  expect(edited('t: [a, b, c]\n', (text) => moveItem(text, 't', 0, 2))).toBe('t: [b, c, a]\n')
})

test('items are put in and taken out', () => {
  expect(edited("t:\n-   'a'\n", (text) => insertItem(text, 't', 0, 'b'))).toBe("t:\n-   'b'\n-   'a'\n")
  expect(edited('t: [a,b]\n', (text) => insertItem(text, 't', 2, 'c'))).toBe('t: [a,b,c]\n')
  expect(edited('t:\n- a\n- b\n', (text) => removeItem(text, 't', 0))).toBe('t:\n- b\n')
})

test('a scraped article keeps every oddity but the one that is edited', () => {
  const list = ' - 海边\n - 工坊笔记\n'
  const with_ = (old: string, now: string) => scraped.replace(old, now)
  const apply = (edits: readonly TextEdit[]) => applyEdits(scraped, edits)
  expect(readFrontMatter(scraped).fields.map((field) => field.key)).toEqual([
    ...['title', 'categories', 'headimg', 'author', 'comments', 'date', 'thumbnail'],
  ])
  expect(apply(setField(scraped, 'title', '潮'))).toBe(with_("'纸上的潮汐'", "'潮'"))
  expect(apply(setField(scraped, 'comments', true))).toBe(with_('false', 'true'))
  expect(apply(insertItem(scraped, 'categories', 1, '新'))).toBe(with_(list, ' - 海边\n - 新\n - 工坊笔记\n'))
  expect(apply(setField(scraped, 'categories', []))).toBe(with_(`categories: \n${list}`, 'categories: []\n'))
  expect(apply(removeField(scraped, 'author'))).toBe(with_('author: 林间工坊\n', ''))
})

test('CRLF files get CRLF, and an article without front matter gets a block above its body', () => {
  const text = '---\r\na: 1\r\n---\r\nBody\n'
  expect(applyEdits(text, addField(text, 't', ['x']))).toBe('---\r\na: 1\r\nt:\r\n  - x\r\n---\r\nBody\n')
  expect(applyEdits('\uFEFFBody\r\n', addField('\uFEFFBody\r\n', 'a', 'b'))).toBe(
    '\uFEFF---\r\na: b\r\n---\r\nBody\r\n',
  )
})

test('fields before an error stay editable, and new ones go before it', () => {
  const broken = "a: 1\nb: 'x\nc: 2\n"
  expect(set(broken, 'a', 2)).toBe("a: 2\nb: 'x\nc: 2\n")
  expect(edited(broken, (text) => addField(text, 'd', 3))).toBe("a: 1\nd: 3\nb: 'x\nc: 2\n")
  expect(codeOf(() => setField(wrap(broken), 'c', 3))).toBe('unparsable')
})

test('what cannot be done is refused with a code', () => {
  const text = wrap('a: &x 1\nb: *x\nc: [1]\n')
  expect(codeOf(() => setField(text, 'b', 2))).toBe('alias')
  expect(codeOf(() => removeField(text, 'a'))).toBe('inUse')
  expect(codeOf(() => setField(text, 'nothing', 2))).toBe('noSuchField')
  expect(codeOf(() => setField('Body', 'a', 2))).toBe('noFrontMatter')
  expect(codeOf(() => renameField(text, 'a', 'c'))).toBe('exists')
  expect(codeOf(() => addField(text, 'a', 1))).toBe('exists')
  expect(codeOf(() => insertItem(text, 'a', 0, 1))).toBe('notAList')
  expect(codeOf(() => insertItem(text, 'c', 2, 1))).toBe('badIndex')
  expect(codeOf(() => addField('---\na: 1\n', 'b', 1))).toBe('unparsable')
})

test.each([
  ['a:\tx\nb: 1\n', 'a', {}, 'a: {}\nb: 1\n'],
  ['a:\tx\nb: 1\n', 'a', [], 'a: []\nb: 1\n'],
  ['a: \t"x" # c\nb: 1\n', 'a', [], 'a: [] # c\nb: 1\n'],
  ['t:\n  -\tx\n', 't[0]', {}, 't:\n  - {}\n'],
] as const)(
  'after a tab, where js-yaml takes no bracket, %j gets %s = %j',
  (content, path, value, expected) => {
    expect(edited(content, (text) => setField(text, path, value))).toBe(expected)
  },
)

test.each(['\n---\na: 1\n---\nBody\n', 'title: T\n---\nBody\n', '\n+++\na = 1\n+++\nBody\n'])(
  '%j keeps its only field, without which it would be no front matter',
  (text) => {
    const { fields } = readFrontMatter(text)
    expect(codeOf(() => removeField(text, [fields[0]!.key]))).toBe('lastField')
  },
)
