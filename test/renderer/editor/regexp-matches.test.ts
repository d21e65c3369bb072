import { SearchQuery } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { regexpMatches } from '../../../renderer/editor/regexp-matches.ts'

function places(text: string, pattern: string): readonly (readonly [number, number])[] {
  const { ranges } = regexpMatches({ text, pattern, ignoreCase: false, replacement: null })
  return Array.from({ length: ranges.length / 2 }, (_, i) => [ranges[2 * i] ?? 0, ranges[2 * i + 1] ?? 0])
}

/** Where the editor's own search finds it. */
function own(text: string, pattern: string): readonly (readonly [number, number])[] {
  const query = new SearchQuery({ search: pattern, regexp: true, caseSensitive: true })
  const cursor = query.getCursor(EditorState.create({ doc: text }))
  const found: [number, number][] = []
  for (let match = cursor.next(); match.done !== true; match = cursor.next())
    found.push([match.value.from, match.value.to])
  return found
}

test('a regular expression finds what the editor’s own search finds', () => {
  const pattern = fc.constantFrom(
    'a',
    '^a',
    'a$',
    'a+',
    'b.a',
    '\\d+',
    '[^a]',
    'a\\nb',
    '(a)(b)?',
    '灯.',
    '\\bb',
    'a|b1',
  )
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', '\n', '灯', '🏮', ' '), maxLength: 60 })
  fc.assert(
    fc.property(text, pattern, (doc, search) => {
      expect(places(doc, search)).toEqual(own(doc, search))
    }),
    { numRuns: 600 },
  )
})

describe('what a match is replaced with', () => {
  test.each([
    ['[$&]', '[ab]'],
    ['$2$1', 'ba'],
    ['$12', 'a2'],
    ['$3', ''],
    ['$4$$', '$4$'],
  ])('%s', (replacement, expected) => {
    const { inserts } = regexpMatches({ text: 'ab', pattern: '(a)(b)(c)?', ignoreCase: false, replacement })
    expect(inserts).toEqual([expected])
  })
})
