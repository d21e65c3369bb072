import { expect, test } from 'vitest'
import { applyEdits } from '../../../../core/article/text-edit.ts'
import { check, checkYaml, fixed } from './checked.ts'

test.each([
  ['title：x', 'fullWidthColon', 'title: x'],
  ['date: 2021-12-14\ntitle： x y', 'fullWidthColon', 'date: 2021-12-14\ntitle: x y'],
  ['标题：a: b\ntags: []', 'fullWidthColon', "标题: 'a: b'\ntags: []"],
  ['title:x', 'missingSpaceAfterColon', 'title: x'],
  ['title:x\ndate: 2021-12-14', 'missingSpaceAfterColon', 'title: x\ndate: 2021-12-14'],
  ['title: a: b', 'unquotedColon', "title: 'a: b'"],
  ["title: it's: b # c", 'unquotedColon', "title: 'it''s: b' # c"],
  ['title: [Repost] Hello\ndate: 2021-12-14', 'unquotedValue', "title: '[Repost] Hello'\ndate: 2021-12-14"],
  ['title: "Quoted" words', 'unquotedValue', 'title: \'"Quoted" words\''],
  ['author: @name', 'unquotedValue', "author: '@name'"],
  ['tags:\n  - a\n  - @b', 'unquotedValue', "tags:\n  - a\n  - '@b'"],
  ['tags:\n\t- a', 'tabIndentation', 'tags:\n  - a'],
  ['author:\n\t\tname: x', 'tabIndentation', 'author:\n    name: x'],
  ['a: 1\n\uFEFFb: 2', 'strayBom', 'a: 1\nb: 2'],
  ['title: a\0b', 'nul', 'title: ab'],
  ['title: a\x07b', 'controlCharacter', 'title: ab'],
  ['title:\u00A0x', 'nbsp', 'title: x'],
  ['title: x\nlist:\n\u3000- a', 'nbsp', 'title: x\nlist:\n - a'],
  ['title: x\ntags: a\ntitle: x', 'duplicateKey', 'title: x\ntags: a'],
  ['comments: yes', 'yaml11Meaning', 'comments: true'],
  ['draft: off', 'yaml11Meaning', 'draft: false'],
  ['title: no', 'yaml11Meaning', "title: 'no'"],
  ['tags:\n  - on', 'yaml11Meaning', "tags:\n  - 'on'"],
  ['tags: [a, 012]', 'yaml11Meaning', "tags: [a, '012']"],
  ['length: 1:30', 'yaml11Meaning', "length: '1:30'"],
  ['title: 2020-1-1', 'yaml11Meaning', "title: '2020-1-1'"],
  ['id: 1_000', 'yaml11Meaning', "id: '1_000'"],
])('%j is %s, and mended is %j', (lines, code, after) => {
  const problems = checkYaml(lines)
  expect(problems.map((problem) => problem.code)).toEqual([code])
  expect(fixed(lines)).toBe(after)
  expect(checkYaml(after)).toEqual([])
})

test.each([
  'title: x\ntags: [a, b]\ndate: 2021-12-14 08:00:00',
  'date: 2020-1-1',
  'expires: 2021-12-14',
  "title: 'yes'",
  'title: Yesterday',
  'url: http://example.com/a:b',
  'text: |\n  a: b: c\n  title：x\n  \tx',
  'list:\n  - 标题：文字\n  - a:b',
  'title: 标题：文字',
  'title: a\u00A0b',
  'title: "a\u00A0b"',
  'id: 10\nn: 0\nx: 0.5',
  'tags:\n  - a\n  - a',
  'date: {{ date }}'.replace('{{ date }}', "'{{ date }}'"),
  'date:',
  'published: false',
  'empty:\n# comment：x',
])('%j has no problem', (lines) => {
  expect(checkYaml(lines)).toEqual([])
})

test('a problem has its place: span, 1-based line and parameters', () => {
  const text = '---\na: 1\ntitle：x\n---\n'
  expect(check(text)).toEqual([
    {
      code: 'fullWidthColon',
      severity: 'error',
      span: { from: 14, to: 15 },
      line: 3,
      message: 'A full-width colon stands after “title”, where “:” and a space are needed.',
      params: { key: 'title' },
      fix: { edits: [{ from: 14, to: 15, insert: ': ' }], safe: true },
    },
  ])
})

test('several slips are found at once', () => {
  const codes = checkYaml('title：a\ndate:2021-12-14\ntags:\n\t- x\nsubtitle: a: b').map((each) => each.code)
  expect(codes).toEqual(['fullWidthColon', 'missingSpaceAfterColon', 'tabIndentation', 'unquotedColon'])
})

test('an error without a known cause keeps the parser’s word for it', () => {
  expect(checkYaml('title: "x\ndate: 2021-12-14').map((each) => each.code)).toEqual(['syntax'])
  const both = checkYaml('title：a\ntext: "x').map((each) => each.code)
  expect(both).toContain('fullWidthColon')
})

test('keys that stand twice with different values are left to the writer', () => {
  const problems = checkYaml('title: a\ntitle: b')
  expect(problems).toMatchObject([{ code: 'duplicateKey', line: 3, params: { key: 'title', line: 2 } }])
  expect(problems[0]?.fix).toBeUndefined()
})

test('keys that stand twice in a nested map are found', () => {
  expect(checkYaml('a:\n  b: 1\n  b: 2\nb: 3')).toMatchObject([{ code: 'duplicateKey', line: 4 }])
})

test('a value whose meaning only the writer knows gets a fix that is not safe', () => {
  expect(checkYaml('answer: yes')[0]?.fix?.safe).toBe(false)
  expect(checkYaml('title: yes')[0]?.fix?.safe).toBe(true)
  expect(checkYaml('comments: yes')[0]?.fix?.safe).toBe(true)
})

test('blank lines before the front matter are a problem with a fix', () => {
  const text = '\n\n---\ntitle: x\n---\nbody\n'
  const [problem] = check(text)
  expect(problem).toMatchObject({ code: 'leadingBlankLine', line: 1 })
  expect(applyEdits(text, problem!.fix!.edits)).toBe('---\ntitle: x\n---\nbody\n')
})

test.each([
  ['---\ntitle: x\ntags:\n  - a\n\nBody text.\n', '---\ntitle: x\ntags:\n  - a\n---\n\nBody text.\n'],
  ['---\r\ntitle: x\r\nBody', '---\r\ntitle: x\r\n---\r\nBody'],
  ['+++\ntitle = "x"\n\nBody\n', '+++\ntitle = "x"\n+++\n\nBody\n'],
  ['---\ntitle: x', '---\ntitle: x\n---\n'],
])('front matter never closed, %j, can be closed after its entries', (text, after) => {
  const [problem] = check(text)
  expect(problem).toMatchObject({ code: 'fenceNeverClosed', fix: { safe: false } })
  expect(applyEdits(text, problem!.fix!.edits)).toBe(after)
})

test('a second byte order mark before the fence hides the front matter, and can be taken out', () => {
  const text = '\uFEFF\uFEFF---\ntitle: x\n---\n'
  const [problem] = check(text)
  expect(problem).toMatchObject({ code: 'strayBom' })
  expect(applyEdits(text, problem!.fix!.edits)).toBe('\uFEFF---\ntitle: x\n---\n')
})

test.each(['01/02/2021', 'soon', '2021-02-30', '20 Foo 2021'])('the date %s is not understood', (date) => {
  expect(checkYaml(`date: ${date}`)).toMatchObject([
    { code: 'dateNotUnderstood', severity: 'warning', params: { value: date } },
  ])
  expect(checkYaml(`date: ${date}`)[0]?.fix).toBeUndefined()
})

test('a date that depends on the machine is information, and only when the generator is known', () => {
  const date = 'date: 2021-12-14 08:00:00'
  expect(checkYaml(date)).toEqual([])
  expect(checkYaml(date, 'hugo')).toEqual([])
  expect(checkYaml(date, 'hexo')).toMatchObject([{ code: 'dateDependsOnMachine', severity: 'info' }])
  expect(checkYaml('date: Tue, 14 Dec 2021 00:00:00 GMT', 'hexo')).toEqual([])
})

test('a comma too many in JSON is found where it stands', () => {
  const text = '{\n  "tags": ["a,]", "b",],\n  "x": 1,\n}\nbody, ]\n'
  const problems = check(text)
  expect(problems.map((each) => [each.code, each.line])).toEqual([
    ['trailingComma', 2],
    ['trailingComma', 3],
  ])
  const after = applyEdits(
    text,
    problems.flatMap((each) => each.fix!.edits),
  )
  expect(after).toBe('{\n  "tags": ["a,]", "b"],\n  "x": 1\n}\nbody, ]\n')
})

test('TOML and JSON are checked for invisible characters and dates', () => {
  expect(check('+++\ntitle = "a\uFEFFb"\n+++\n').map((each) => each.code)).toEqual(['strayBom'])
  expect(check('{"date": "01/02/2021"}\n').map((each) => each.code)).toEqual(['dateNotUnderstood'])
})
