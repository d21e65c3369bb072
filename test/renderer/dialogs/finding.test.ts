import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { difference, excerpt } from '../../../renderer/dialogs/difference.ts'
import { fuzzyMatch } from '../../../renderer/dialogs/fuzzy.ts'
import { findItems } from '../../../renderer/dialogs/pick-list.tsx'
import { breadcrumbs, isArticleName, joinPath, resolveTyped } from '../../../renderer/dialogs/typed-path.ts'

describe('a query', () => {
  test('fits a text that holds its letters in order, in any case', () => {
    expect(fuzzyMatch('SVA', 'Save All')?.positions).toEqual([0, 2, 5])
    expect(fuzzyMatch('avs', 'Save')).toBeNull()
  })
  test('of several words needs each of them', () => {
    expect(fuzzyMatch('line go', 'Go to Line…')).not.toBeNull()
    expect(fuzzyMatch('line stop', 'Go to Line…')).toBeNull()
  })
  test('of nothing fits everything', () => {
    expect(fuzzyMatch('', 'Save')?.positions).toEqual([])
  })
  test('finds Chinese', () => {
    expect(fuzzyMatch('存', '另存为…')?.positions).toEqual([1])
  })
  test('names only places of the text that hold its letters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 6 }), fc.string({ maxLength: 40 }), (query, text) => {
        const match = fuzzyMatch(query, text)
        for (const at of match?.positions ?? []) {
          expect(query.toLowerCase()).toContain(text.toLowerCase().charAt(at))
        }
      }),
    )
  })
})

describe('items', () => {
  const item = (text: string, ...alsoFoundBy: readonly string[]) => ({ id: text, text, alsoFoundBy })
  const found = (query: string, ...items: readonly ReturnType<typeof item>[]): readonly string[] =>
    findItems(items, query).map((it) => it.item.id)
  test('keep their order while nothing is typed', () => {
    expect(found('', item('b'), item('a'))).toEqual(['b', 'a'])
  })
  test('stand best first', () => {
    expect(found('save', item('Sea and waves'), item('Autosave'), item('Save'))).toEqual([
      'Save',
      'Autosave',
      'Sea and waves',
    ])
  })
  test('are found by their other names, too', () => {
    expect(found('bold', item('加粗', 'Bold'), item('斜体', 'Italic'))).toEqual(['加粗'])
  })
  test('are not marked where they were met by another name', () => {
    const [hit] = findItems([item('加粗', 'Bold')], 'bold')
    expect(hit?.inText).toBe(false)
  })
})

describe('a typed path', () => {
  test.each([
    ['a.md', '/home/ann/posts/a.md'],
    ['drafts/a.md', '/home/ann/posts/drafts/a.md'],
    ['/etc/hosts', '/etc/hosts'],
    ['~/a.md', '/home/ann/a.md'],
    ['~', '/home/ann'],
    ['  a.md ', '/home/ann/posts/a.md'],
    ['~old/a.md', '/home/ann/posts/~old/a.md'],
    ['C:\\posts', 'C:\\posts'],
  ])('%s is %s', (typed, path) => {
    expect(resolveTyped(typed, '/home/ann/posts', '/home/ann')).toBe(path)
  })
  test('joins with the separator the folder has', () => {
    expect(joinPath('C:\\posts', 'a.md')).toBe('C:\\posts\\a.md')
    expect(joinPath('/', 'a.md')).toBe('/a.md')
  })
  test('has its folders as steps', () => {
    expect(breadcrumbs({ path: '/home/ann' })).toEqual([
      { name: '/', path: '/' },
      { name: 'home', path: '/home' },
      { name: 'ann', path: '/home/ann' },
    ])
    expect(breadcrumbs({ path: 'C:\\posts' })).toEqual([
      { name: 'C:', path: 'C:\\' },
      { name: 'posts', path: 'C:\\posts' },
    ])
  })
  test.each([
    ['a.md', true],
    ['a.TXT', true],
    ['a.htm', true],
    ['a.png', false],
    ['.hidden.md', false],
    ['md', false],
  ])('%s is an article by its name: %s', (name, is) => {
    expect(isArticleName(name)).toBe(is)
  })
})

describe('a difference', () => {
  const numbered = (from: number, to: number): string =>
    Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}\n`).join('')

  test('puts a changed line beside what it became', () => {
    const { rows, added, removed } = difference('a\nb\nc\n', 'a\nB\nc\n')
    expect([added, removed]).toEqual([1, 1])
    expect(rows[1]).toEqual({
      kind: 'changed',
      left: { line: 2, text: 'b' },
      right: { line: 2, text: 'B' },
    })
  })
  test('leaves the other side empty for a line that only one has', () => {
    const { rows } = difference('a\n', 'a\nb\n')
    expect(rows[1]).toEqual({ kind: 'changed', left: null, right: { line: 2, text: 'b' } })
  })
  test('keeps three unchanged lines around a change and counts the rest', () => {
    const before = numbered(1, 20)
    const { rows } = difference(before, before.replace('line 10\n', 'ten\n'))
    expect(rows[0]).toEqual({ kind: 'skipped', lines: 6 })
    expect(rows[1]).toMatchObject({ left: { line: 7 } })
    expect(rows.at(-1)).toEqual({ kind: 'skipped', lines: 7 })
    expect(rows).toHaveLength(9)
  })
  test('of the same text has no added and no removed lines', () => {
    expect(difference('a\n', 'a\n')).toMatchObject({ added: 0, removed: 0 })
  })
  test('holds every line of both texts once', () => {
    const line = fc.constantFrom('a', 'b', 'c', '')
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.map((it) => `${it}\n`).join(''))
    fc.assert(
      fc.property(text, text, (left, right) => {
        const { rows } = difference(left, right)
        const skipped = rows.reduce((sum, row) => sum + (row.kind === 'skipped' ? row.lines : 0), 0)
        for (const [side, whole] of [['left', left] as const, ['right', right] as const]) {
          const shown = rows.flatMap((row) => (row.kind === 'skipped' ? [] : (row[side] ?? [])))
          expect(shown.length + skipped).toBe(whole.split('\n').length - 1)
          for (const it of shown) expect(it.text).toBe(whole.split('\n')[it.line - 1])
        }
      }),
    )
  })
})

describe('of a line of millions of characters', () => {
  const line = 'harbour '.repeat(500_000)
  test('the part around its first difference is shown', () => {
    const beside = `${line.slice(0, 3_000_000)}quay${line.slice(3_000_000)}`
    const shown = excerpt(beside, line)
    expect(shown.length).toBeLessThan(20_000)
    expect(shown).toMatch(/^….*quay.*…$/)
    expect(excerpt(line, beside).slice(0, 200)).toBe(shown.slice(0, 200))
  })
  test('the beginning is shown where it is the same, and the end where only that differs', () => {
    expect(excerpt(line)).toMatch(/^harbour .*…$/)
    expect(excerpt(`${line}quay`, line)).toMatch(/^….*quay$/)
  })
  test('a line of usual length is shown whole', () => {
    expect(excerpt('A flask.', 'A glass.')).toBe('A flask.')
  })
})
