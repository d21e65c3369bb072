import { expect, test } from 'vitest'
import fc from 'fast-check'
import { splitArticle } from '../../../../core/article/split.ts'
import { applyEdits } from '../../../../core/article/text-edit.ts'
import { composeEdits } from '../../../../core/front-matter/checks/compose-edits.ts'
import { readFrontMatter } from '../../../../core/front-matter/read.ts'
import { repairAll } from '../../../../core/front-matter/repair.ts'
import { runs } from '../../../runs.ts'

test('all that can be mended safely is mended, slips under slips included', () => {
  const text = [
    '',
    '---',
    'title： a: b',
    'date:2021-12-14 08:00:00',
    'comments：yes',
    'tags:',
    '\t- 012',
    '\t- [x] y',
    '\uFEFFauthor:\u00A0n',
    'author: n',
    '---',
    'title：body: yes',
    '',
  ].join('\n')
  const { edits, count } = repairAll(text)
  const after = applyEdits(text, edits)
  expect(after).toBe(
    [
      '---',
      "title: 'a: b'",
      'date: 2021-12-14 08:00:00',
      'comments: true',
      'tags:',
      "  - '012'",
      "  - '[x] y'",
      'author: n',
      '---',
      'title：body: yes',
      '',
    ].join('\n'),
  )
  expect(count).toBe(12)
  expect(readFrontMatter(after).complete).toBe(true)
})

test('sound front matter is left as it is', () => {
  expect(repairAll('---\ntitle: x # 标题：\n---\nbody')).toEqual({ edits: [], count: 0 })
  expect(repairAll('no front matter：here\n')).toEqual({ edits: [], count: 0 })
})

test('what only the writer can decide is left', () => {
  const text = '---\ntitle: a\ntitle: b\nanswer: yes\ndate: 01/02/2021\n---\n'
  expect(repairAll(text)).toEqual({ edits: [], count: 0 })
})

const line = fc.oneof(
  fc.constantFrom(
    'title：x',
    'title:x',
    'title: a: b',
    'title: "x',
    'comments: yes',
    'tags:',
    '\t- a',
    '  - b',
    '- c: d: e',
    'n:\u00A0012',
    '\uFEFFk: v',
    'text: |',
    '  block: text: here',
    '# comment：x',
    'x: [a, b',
    'y: {a: b}',
    '',
    'a\0b: c',
    "q: 'it's'",
    'title: [x] y',
    'dup: 1',
  ),
  fc.string({
    unit: fc.constantFrom('a', ':', '：', ' ', '-', '#', '"', "'", '[', ']', '\t', '\u00A0', '0', '1'),
  }),
)
const articles = fc
  .record({
    lead: fc.constantFrom('', '\n', ' \n\n', '\uFEFF', '\uFEFF\n'),
    lines: fc.array(line, { maxLength: 8 }),
    eol: fc.constantFrom('\n', '\r\n'),
    body: fc.string(),
  })
  .map(({ lead, lines, eol, body }) => ({
    text: lead + ['---', ...lines, '---', `body ${body}`].join(eol),
    body: `body ${body}`,
  }))

test('for every article: the body stays, nothing is left to mend, and no field is lost', () => {
  fc.assert(
    fc.property(articles, ({ text }) => {
      const before = splitArticle(text)
      const bodyFrom = before.frontMatter ? before.body.from : text.indexOf('---')
      const { edits, count } = repairAll(text)
      const after = applyEdits(text, edits)
      expect(edits.every((edit) => edit.to <= bodyFrom)).toBe(true)
      expect(after.endsWith(text.slice(bodyFrom))).toBe(true)
      expect(count === 0).toBe(edits.length === 0)
      expect(repairAll(after).count).toBe(0)
      const keys = (article: string) =>
        new Set(readFrontMatter(article).fields.map((field) => field.key)).size
      expect(keys(after)).toBeGreaterThanOrEqual(keys(text))
    }),
    { numRuns: runs(300) },
  )
})

const edit = fc.tuple(fc.nat(), fc.nat(), fc.string({ maxLength: 4 }))

test('composed edits do what the batches do one after the other', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.array(edit, { maxLength: 3 }), { maxLength: 4 }), (text, drafts) => {
      let now = text
      const batches = drafts.map((batch) => {
        const points = batch
          .flatMap(([a, b]) => [a % (now.length + 1), b % (now.length + 1)])
          .sort((a, b) => a - b)
        const edits = batch.map(([, , insert], index) => ({
          from: points[2 * index]!,
          to: points[2 * index + 1]!,
          insert,
        }))
        now = applyEdits(now, edits)
        return edits
      })
      expect(applyEdits(text, composeEdits(text.length, batches))).toBe(now)
    }),
  )
})
