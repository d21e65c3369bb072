import { describe, expect, test } from 'vitest'
import { StatusBar } from '../../../renderer/panels/status-bar.tsx'
import type { ArticleTab, AppState } from '../../../renderer/state/app-state.ts'
import { createFakeApp, makeTab, type FakeApp } from './fake-app.ts'
import { button, click, render } from './render.tsx'

async function show(tab: Partial<ArticleTab> = {}, state: Partial<AppState> = {}): Promise<FakeApp> {
  const fake = createFakeApp({ tabs: [makeTab(tab)], activeId: 'one', ...state })
  await render(fake.app, <StatusBar />)
  return fake
}
const status = (): HTMLElement => document.querySelector<HTMLElement>('[role="status"]')!
const SELECTED = {
  words: 9,
  characters: 40,
  charactersNoSpaces: 33,
  cjk: 4,
  readingMinutes: 1,
  selected: { words: 2, characters: 7, charactersNoSpaces: 6, cjk: 1 },
}
const full = { code: 'diskFull', message: 'The disk is full', details: {} } as const

describe('the status bar', () => {
  test('is a status named Status', async () => {
    await show()
    expect(status().getAttribute('aria-label')).toBe('Status')
  })
  test.each([
    [{ kind: 'saved' }, 'Saved'],
    [{ kind: 'edited' }, 'Edited'],
    [{ kind: 'saving' }, 'Saving…'],
  ] as const)('says of %o “%s”', async (saveState, text) => {
    await show({ saveState })
    expect(status().querySelector('.save-state')?.textContent).toBe(text)
  })
  test('does not call a new article saved that has no file yet', async () => {
    await show({ path: null, saveState: { kind: 'saved' } })
    expect(status().querySelector('.save-state')?.textContent).toBe('New, not saved yet')
  })
  test('says of a new article with text that it was edited', async () => {
    await show({ path: null, dirty: true, saveState: { kind: 'edited' } })
    expect(status().querySelector('.save-state')?.textContent).toBe('Edited')
  })
  test('says why an article is not saved, and “not saved” once', async () => {
    await show({ saveState: { kind: 'failed', failure: full } })
    const text = status().querySelector('.save-state')?.textContent ?? ''
    expect(text).toMatch(/^Not saved: /)
    expect(text.match(/not saved/gi)).toHaveLength(1)
  })
  test('adds “Not saved” to a reason that lacks it', async () => {
    const failure = { code: 'noPermission', message: '', details: { name: 'a.md' } } as const
    await show({ saveState: { kind: 'failed', failure } })
    expect(status().querySelector('.save-state')?.textContent).toMatch(
      /^Not saved: You do not have permission/,
    )
  })
  test('speaks Chinese', async () => {
    await show({ saveState: { kind: 'failed', failure: full } }, { language: 'zh-CN' })
    expect(status().textContent).toMatch(/未保存：(?!未保存)/)
    expect(status().textContent).toContain('1,250 字')
  })
  test('shows counts, format, encoding, line endings and caret', async () => {
    await show()
    for (const text of [
      '1,250 words',
      '7,043 characters',
      '6 min read',
      'Markdown',
      'UTF-8',
      'LF',
      'Ln 12, Col 4',
    ]) {
      expect(status().textContent).toContain(text)
    }
  })
  test('says no number before the article is counted', async () => {
    await show({ statistics: null })
    expect(status().textContent).toContain('…')
    expect(status().textContent).not.toMatch(/words|characters|min read/)
  })
  test('counts the words of a selection', async () => {
    await show({ statistics: SELECTED })
    expect(status().textContent).toContain('2 words selected')
    expect(status().textContent).toContain('7 characters')
  })
  test('shows all counts of the article and of the selection at a press', async () => {
    await show({ statistics: SELECTED })
    await click(button(/^Counts: 2 words selected/))
    const rows = [...document.querySelectorAll('[role="dialog"] tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    )
    expect(rows).toEqual([
      ['', 'Article', 'Selection'],
      ['Words', '9', '2'],
      ['Characters', '40', '7'],
      ['Without spaces', '33', '6'],
      ['Chinese, Japanese, Korean', '4', '1'],
      ['Estimated reading time', '1 min read', ''],
    ])
  })
  test('does not announce what changes at every key', async () => {
    await show()
    const counts = [...status().querySelectorAll('[aria-live="off"]')].map((it) => it.textContent).join()
    expect(counts).toMatch(/1,250 words.*Ln 12, Col 4/)
    expect(status().getAttribute('aria-atomic')).toBe('false')
    expect(status().querySelector('.save-state')?.closest('[aria-live="off"]')).toBeNull()
  })
  test('tells that the connection is lost', async () => {
    await show({}, { connected: false })
    expect(status().textContent).toContain('Connection lost')
  })
  test('stands empty without an article', async () => {
    const fake = createFakeApp()
    await render(fake.app, <StatusBar />)
    expect(status().textContent).toBe('')
  })
})

describe('a menu of the status bar', () => {
  test('overrides the body format and gives the reason of the one found', async () => {
    const fake = await show()
    const format = button(/^Body format: Markdown\. The body is text/)
    await click(format)
    await click(button(/^HTML$/))
    expect(fake.calls).toEqual([['setBodyFormat', 'one', 'html']])
  })
  test('ticks what was chosen', async () => {
    await show({ bodyFormat: 'html', bodyFormatReason: 'chosen' })
    await click(button(/^Body format/))
    const ticked = [...document.querySelectorAll('[role="menuitemradio"][aria-checked="true"]')]
    expect(ticked.map((it) => it.textContent)).toEqual(['HTML'])
  })
  test('changes the line endings', async () => {
    const fake = await show({ lineEnds: 'mixed' })
    await click(button('Line endings: Mixed'))
    expect(document.querySelector('[role="menuitemradio"][aria-checked="true"]')).toBeNull()
    await click([...document.querySelectorAll('[role="menuitemradio"]')].at(1))
    expect(fake.calls).toEqual([['setLineEnds', 'one', 'crlf']])
  })
  test('cannot change the line endings of a read-only article', async () => {
    await show({ readOnly: full })
    expect(button('Line endings: LF').hasAttribute('disabled')).toBe(true)
    expect(status().textContent).toContain('Read-only')
  })
  test('goes to a line from the caret’s place', async () => {
    const fake = await show()
    await click(button('Ln 12, Col 4, go to line'))
    expect(fake.calls).toEqual([['run', 'edit.goToLine']])
  })
})
