import { NO_COUNTS } from '../../../core/article/statistics.ts'
import { describe, expect, test } from 'vitest'
import type { ArticleTab } from '../../../renderer/state/app-state.ts'
import { panesTab, steadyTab, steadyTabs } from '../../../renderer/state/steady-tab.ts'

const statistics = { ...NO_COUNTS, words: 1, characters: 1, readingMinutes: 1, selected: null }
const tab: ArticleTab = {
  id: 'a',
  name: 'harbour.md',
  path: '/harbour.md',
  dirty: false,
  saveState: { kind: 'saved' },
  readOnly: null,
  encoding: 'utf-8',
  lineEnds: 'lf',
  bodyFormat: 'markdown',
  bodyFormatReason: 'extension',
  frontMatter: { fields: [], problems: [] } as unknown as ArticleTab['frontMatter'],
  problems: [],
  bodyProblems: [],
  rawFrontMatter: false,
  statistics,
  outline: [],
  currentHeading: -1,
  caretLine: 1,
  caretColumn: 1,
  hasSelection: false,
  inTable: false,
  conflict: null,
  movedTo: null,
  context: null,
  remoteImages: false,
}

describe('what of a tab is drawn', () => {
  test('stays the same object while the caret moves and words are counted', () => {
    const moved: ArticleTab = {
      ...tab,
      caretLine: 2,
      caretColumn: 9,
      hasSelection: true,
      currentHeading: 0,
      outline: [],
      statistics: { ...statistics, words: 2 },
    }
    expect(steadyTab(moved, tab)).toBe(tab)
    const tabs = [tab]
    expect(steadyTabs([moved], tabs)).toBe(tabs)
  })

  test('in the panes as it turns unsaved, is saved and its body is checked, too', () => {
    const typed: ArticleTab = { ...tab, dirty: true, saveState: { kind: 'edited' }, caretLine: 2 }
    expect(panesTab(typed, tab)).toBe(tab)
    expect(steadyTab(typed, tab)).toBe(typed)
    const renamed = { ...typed, name: 'port.md' }
    expect(panesTab(renamed, tab)).toBe(renamed)
  })

  test.each<Partial<ArticleTab>>([
    { dirty: true },
    { saveState: { kind: 'edited' } },
    { name: 'quay.md' },
    { conflict: 'changed' },
    { remoteImages: true },
  ])('is another when %o', (change) => {
    const next = { ...tab, ...change }
    expect(steadyTab(next, tab)).toBe(next)
    expect(steadyTabs([next], [tab])).toEqual([next])
  })

  test('of several tabs only the one that changed is another', () => {
    const other = { ...tab, id: 'b' }
    const [first, second] = steadyTabs(
      [
        { ...tab, caretLine: 3 },
        { ...other, dirty: true },
      ],
      [tab, other],
    )
    expect(first).toBe(tab)
    expect(second?.dirty).toBe(true)
  })

  test('is what there is when nothing was before, and nothing when nothing is', () => {
    expect(steadyTab(tab, null)).toBe(tab)
    expect(steadyTab(null, tab)).toBeNull()
    expect(steadyTabs([], [tab])).toEqual([])
  })
})
