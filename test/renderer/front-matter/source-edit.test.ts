import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../../core/article/text-edit.ts'
import { editsBetween } from '../../../renderer/front-matter/raw-value.ts'
import { outdented, sourceEdit } from '../../../renderer/front-matter/source-edit.ts'
import { readFrontMatter } from '../../../core/front-matter/read.ts'

const ARTICLE = '---\ntitle: x\nlinks:\n  - name: a\n    url: b # why\n  - name: c\nlast: y\n---\nBody\n'

function edited(text: string, path: string, change: (source: string) => string): string {
  const source = readFrontMatter(text).fields.find((field) => field.path === path)?.source ?? ''
  const result = sourceEdit(text, path, change(outdented(source)))
  if (!result.ok) throw new Error(`Refused: ${result.problem?.message}`)
  return applyEdits(text, result.edits)
}

describe('the source of a value', () => {
  test('is shown without its indentation', () => {
    const links = readFrontMatter(ARTICLE).fields[1]
    expect(outdented(links?.source ?? '')).toBe('- name: a\n  url: b # why\n- name: c')
  })

  test('is written back as it was', () => {
    expect(edited(ARTICLE, 'links', (source) => source)).toBe(ARTICLE)
  })

  test('is written with its indentation', () => {
    expect(edited(ARTICLE, 'links', (source) => source.replace('name: c', 'name: c\n  url: d'))).toBe(
      ARTICLE.replace('name: c\n', 'name: c\n    url: d\n'),
    )
  })

  test('may grow lines where it had one', () => {
    expect(edited('---\na:\n  - {b: 1}\nc: 2\n---\n', 'a', (source) => `${source}\n- {b: 3}`)).toBe(
      '---\na:\n  - {b: 1}\n  - {b: 3}\nc: 2\n---\n',
    )
    expect(edited('---\na: {b: 1}\nc: 2\n---\n', 'a', () => '{b: 1,\nd: 2}')).toBe(
      '---\na: {b: 1,\n  d: 2}\nc: 2\n---\n',
    )
  })

  test('waits while it does not parse', () => {
    const result = sourceEdit(ARTICLE, 'links', '- name: a\n- name: "c')
    expect(result).toMatchObject({ ok: false, problem: { severity: 'error' } })
  })

  test('waits when another field would be another', () => {
    const text = '---\n{a: {b: 1}, c: 2}\n---\n'
    expect(sourceEdit(text, 'a', '1, z: 3').ok).toBe(false)
    expect(sourceEdit(text, 'a', '{z: 3}').ok).toBe(true)
  })
})

test('an edit between two texts leaves their common ends', () => {
  expect(editsBetween('abcd', 'abXcd')).toEqual([{ from: 2, to: 2, insert: 'X' }])
  expect(editsBetween('aaa', 'aa')).toEqual([{ from: 2, to: 3, insert: '' }])
  expect(editsBetween('same', 'same')).toEqual([])
})
