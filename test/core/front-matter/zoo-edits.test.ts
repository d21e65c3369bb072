import { readdirSync, readFileSync } from 'node:fs'
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
import type { Field } from '../../../core/front-matter/model.ts'
import { readFrontMatter } from '../../../core/front-matter/read.ts'

const FOLDER = 'test/fixtures/front-matter/odd'

interface Odd {
  /** Paths of all fields with their source. */
  readonly fields: Readonly<Record<string, string>>
  readonly problems?: readonly string[]
  /** Each edit with what it replaces by what in the whole file. */
  readonly edits: readonly (readonly [edit: (text: string) => readonly TextEdit[], was: string, is: string])[]
}

const ODD: Readonly<Record<string, Odd>> = {
  'alias-bomb.md': {
    fields: { title: 'Calm' },
    problems: ['aliasLimit'],
    edits: [[(text) => setField(text, 'title', 'Quiet'), 'Calm', 'Quiet']],
  },
  'anchors.md': {
    fields: { 'base.look': 'plain', own: '*base', again: '*l' },
    edits: [
      [(text) => setField(text, 'base.look', 'other'), 'plain', 'other'],
      [(text) => removeField(text, 'base.look'), '&base\n  look: plain # shared', '&base {} # shared'],
      [(text) => insertItem(text, 'list', 2, 'c'), '[a, b]', '[a, b, c]'],
    ],
  },
  'block-text.md': {
    fields: { literal: '|\n  one\n    two\n\n  three', folded: '>-\n  a long\n  line', next: 'x' },
    edits: [
      [(text) => setField(text, 'literal', 'one\n  two\n\nfour\n'), '  three', '  four'],
      [(text) => setField(text, 'folded', 'a short line'), '  a long\n  line', '  a short line'],
      [(text) => setField(text, 'kept', 'over\n\n'), '  end', '  over'],
      [(text) => removeField(text, 'folded'), 'folded: >-\n  a long\n  line\n', ''],
    ],
  },
  'bom-crlf.md': {
    fields: { title: 'Quay', 'tags[0]': 'sea' },
    edits: [
      [(text) => insertItem(text, 'tags', 1, 'ice'), '- sea\r\n', '- sea\r\n  - ice\r\n'],
      [(text) => addField(text, 'note', 'a\nb\n'), '- sea\r\n', '- sea\r\nnote: |\r\n  a\r\n  b\r\n'],
    ],
  },
  'code-block.md': {
    fields: {},
    edits: [[(text) => addField(text, 'a', 'b'), 'Words', '---\na: b\n---\nWords']],
  },
  'comments.md': {
    fields: { title: 'Quay', 'tags[1]': 'ice' },
    edits: [
      [(text) => setField(text, 'title', 'A: b'), 'Quay', "'A: b'"],
      [(text) => insertItem(text, 'tags', 2, 'fog'), '- ice\n', '- ice\n  - fog\n'],
      [(text) => removeItem(text, 'tags', 0), '  - sea # salt\n', ''],
      [
        (text) => moveItem(text, 'tags', 0, 1),
        '  # first\n  - sea # salt\n\n  # second\n  - ice\n',
        '\n  # second\n  - ice\n  # first\n  - sea # salt\n',
      ],
    ],
  },
  'dots.md': {
    fields: { title: 'Quay' },
    edits: [[(text) => renameField(text, 'title', 'name'), 'title', 'name']],
  },
  'explicit-keys.md': {
    fields: { plain: 'value', 'quoted key': '[a]', last: 'x' },
    edits: [
      [(text) => setField(text, 'plain', 'other'), 'value', 'other'],
      [(text) => insertItem(text, 'quoted key', 1, 'b'), '[a]', '[a, b]'],
    ],
  },
  'flow.md': {
    fields: { 'author.name': 'Ann', 'author.mail': "'a@x'", 'tags[1]': '"ice"', 'long[0]': 'a' },
    edits: [
      [(text) => setField(text, 'author.name', 'Bea, B'), 'Ann', "'Bea, B'"],
      [(text) => setField(text, 'tags[1]', 'fog'), '"ice"', '"fog"'],
      [(text) => insertItem(text, 'empty', 0, 'x'), '[]', '[x]'],
      [(text) => setField(text, 'long[1]', 'c'), '  b\n', '  c\n'],
    ],
  },
  'heading.md': { fields: {}, edits: [] },
  'hexo-unopened.md': {
    fields: { title: 'Quay', date: '2024-01-09', 'tags[0]': 'sea' },
    edits: [
      [(text) => insertItem(text, 'tags', 0, 'ice'), '- sea', '- ice\n- sea'],
      [(text) => addField(text, 'more', true), '- sea\n', '- sea\nmore: true\n'],
    ],
  },
  'keys.md': {
    fields: { __proto__: 'a', constructor: 'b', '["a.b"]': 'c', 中文: 'd', '2020': 'e' },
    edits: [
      [(text) => setField(text, '__proto__', 'x'), '__proto__: a', '__proto__: x'],
      [(text) => setField(text, ['a.b'], 'x'), '"a.b": c', '"a.b": x'],
      [(text) => moveField(text, '中文', 2), '"a.b": c\n中文: d\n', '中文: d\n"a.b": c\n'],
    ],
  },
  'lists.md': {
    fields: { 'flush[0]': 'a', 'indented[1]': 'd', 'maps[1].name': 'Two', 'nested[0][1]': 'q' },
    edits: [
      [(text) => insertItem(text, 'flush', 2, 'x'), '- b\n', '- b\n- x\n'],
      [(text) => insertItem(text, 'indented', 2, 'x'), '   -  d\n', '   -  d\n   -  x\n'],
      [(text) => setField(text, 'maps[1].name', 'Three'), 'Two', 'Three'],
      [(text) => setField(text, 'nested[0][1]', 'r'), '- q', '- r'],
      [(text) => removeField(text, 'flush'), 'flush:\n- a\n- b\n', ''],
    ],
  },
  'no-newline.md': {
    fields: { title: 'Quay' },
    edits: [[(text) => addField(text, 'a', 1), 'title: Quay\n', 'title: Quay\na: 1\n']],
  },
  'numbers.md': {
    fields: {
      version: '1.10',
      code: '014',
      big: '12345678901234567890',
      empty: '',
      nothing: '~',
      blank: "''",
    },
    problems: [],
    edits: [
      [(text) => setField(text, 'empty', 'x'), 'empty:', 'empty: x'],
      [(text) => setField(text, 'nothing', 'x'), '~', 'x'],
      [(text) => setField(text, 'blank', 'x'), "''", "'x'"],
      [(text) => setField(text, 'version', 2), '1.10', '2'],
    ],
  },
  'old-mac.md': {
    fields: { title: 'Quay', 'tags[0]': 'sea' },
    edits: [[(text) => addField(text, 'a', 'b'), '[sea]\r', '[sea]\ra: b\r']],
  },
}

const read = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8')
const all = (fields: readonly Field[]): readonly Field[] => fields.flatMap((one) => [one, ...all(one.items)])

test('every odd file is expected', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(ODD).sort())
})

test.each(Object.entries(ODD))('%s has its fields and problems', (name, { fields, problems }) => {
  const fm = readFrontMatter(read(name))
  const sources = new Map(all(fm.fields).map((one) => [one.path, one.source]))
  for (const [path, source] of Object.entries(fields))
    expect([path, sources.get(path)]).toEqual([path, source])
  expect(fm.complete).toBe(true)
  expect(fm.fields.length > 0).toBe(Object.keys(fields).length > 0)
  expect([...new Set(fm.problems.map((one) => one.code))]).toEqual(problems ?? [])
})

test.each(
  Object.entries(ODD).flatMap(([name, { edits }]) =>
    edits.map(([edit, was, is]) => ({ name, edit, was, is })),
  ),
)('an edit of $name changes $was to $is and nothing else', ({ name, edit, was, is }) => {
  const text = read(name)
  expect(text.split(was)).toHaveLength(2)
  expect(applyEdits(text, edit(text))).toBe(text.replace(was, () => is))
})
