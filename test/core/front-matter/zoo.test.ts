import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { splitArticle } from '../../../core/article/split.ts'
import { applyEdits } from '../../../core/article/text-edit.ts'
import { checkFrontMatter } from '../../../core/front-matter/checks/check-front-matter.ts'
import { readFrontMatter } from '../../../core/front-matter/read.ts'
import { repairAll } from '../../../core/front-matter/repair.ts'

const FOLDER = 'test/fixtures/front-matter'
const read = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8')

interface Expected {
  /** Keys with values as written, in the order of the file; of front matter that breaks off, those before. */
  readonly fields: Readonly<Record<string, string>>
  /** Problems as `line code`. */
  readonly problems?: readonly string[]
  /** What stands between the fences after “repair all”, where it changes anything. */
  readonly repaired?: string
}

const ZOO: Readonly<Record<string, Expected>> = {
  'hugo-tables.md': {
    fields: {
      title: '"Bread at home"',
      date: '2024-03-01T09:30:00+08:00',
      draft: 'false',
      tags: '[\n  "baking", # the craft\n  "bread",\n]',
      author: "author.name = 'Mei'",
      weight: '1_00',
    },
  },
  'hugo-tables-crlf.md': {
    fields: { title: '"Bread at home"', tags: '["a", "b"]', params: '\r\ncover = "bread.png"' },
  },
  'hugo-bare.md': {
    fields: { title: '"Tea"', date: '"2024-03-01"', tags: '["green", "black"]', params: '{ "toc": true }' },
  },
  'hexo-json.md': { fields: { title: '"茶"', date: '"2024/03/01"', comments: 'false' } },
  'json-comma.md': {
    fields: { title: '"Tea"' },
    problems: ['3 trailingComma', '3 trailingComma'],
    repaired: '{\n  "title": "Tea",\n  "tags": ["green", "black"]\n}',
  },
  'toml-broken.md': { fields: { title: '"Bread"' }, problems: ['3 syntax'] },
  'full-width.md': {
    fields: {},
    problems: ['2 fullWidthColon', '3 fullWidthColon', '4 fullWidthColon'],
    repaired: 'title: 家里的面包\ndate: 2024-03-01 09:30:00\ntags:\n  - 面包\n',
  },
  'no-space.md': {
    fields: {},
    problems: ['2 missingSpaceAfterColon', '3 missingSpaceAfterColon', '4 missingSpaceAfterColon'],
    repaired: "title: Bread at home\ndate: 2024-03-01\nlink: 'https://example.com/a?b=c: d'\n",
  },
  'colons.md': {
    fields: {},
    problems: ['2 unquotedColon', '3 unquotedValue'],
    repaired:
      "title: 'Bread: a love story' # a working title\nsubtitle: '[Repost] It''s hot'\ndate: 2024-03-01\n",
  },
  'tabs.md': {
    fields: { title: 'Bread' },
    problems: ['4 tabIndentation', '5 tabIndentation'],
    repaired: 'title: Bread\ntags:\n  - flour\n  - water\n',
  },
  'meaning.md': {
    fields: { title: '2024-3-1', comments: 'off', tags: '- no\n  - 007', country: 'no' },
    problems: ['2 yaml11Meaning', '3 yaml11Meaning', '5 yaml11Meaning', '6 yaml11Meaning', '7 yaml11Meaning'],
    repaired: "title: '2024-3-1'\ncomments: false\ntags:\n  - 'no'\n  - '007'\ncountry: no\n",
  },
  'invisible.md': {
    fields: {},
    problems: ['2 strayBom', '3 nbsp', '4 nul'],
    repaired: 'title: Bread\nauthor: Mei\nnote: a\u00A0b\n',
  },
  'leading-blank.md': {
    fields: { title: 'Bread' },
    problems: ['1 leadingBlankLine'],
    repaired: 'title: Bread\n',
  },
  'never-closed.md': { fields: {}, problems: ['1 fenceNeverClosed'] },
  'twice.md': {
    fields: { title: 'Bread', author: 'Li' },
    problems: ['4 duplicateKey', '5 duplicateKey'],
    repaired: 'title: Bread\nauthor: Mei\nauthor: Li\n',
  },
  'dates.md': {
    fields: {
      title: 'Bread',
      date: '01/02/2024',
      updated: 'Fri, 01 Mar 2024 09:30:00 GMT',
      publishDate: '2024年3月1日',
    },
    problems: ['3 dateNotUnderstood'],
  },
}

test('every animal of the zoo is expected', () => {
  expect(readdirSync(FOLDER).filter((name) => name in ZOO)).toEqual(Object.keys(ZOO).sort())
})

test.each(Object.entries(ZOO))(
  '%s has its fields, problems and repairs',
  (name, { fields, problems, repaired }) => {
    const text = read(name)
    const fm = readFrontMatter(text)
    expect(Object.fromEntries(fm.fields.map((field) => [field.key, field.source]))).toEqual(fields)
    expect(checkFrontMatter(text, fm).map((each) => `${each.line} ${each.code}`)).toEqual(problems ?? [])
    const { edits } = repairAll(text)
    const after = applyEdits(text, edits)
    if (repaired === undefined) {
      expect(edits).toEqual([])
      return
    }
    const { frontMatter, body } = splitArticle(after)
    expect(after.slice(frontMatter?.content.from, frontMatter?.content.to)).toBe(repaired)
    expect(after.slice(body.from)).toBe(text.slice(splitArticle(text).body.from))
  },
)
