import { describe, expect, test, vi } from 'vitest'
import { Bars } from '../../../renderer/panels/bars.tsx'
import type { ArticleTab, AppState } from '../../../renderer/state/app-state.ts'
import { createFakeApp, makeTab, type FakeApp } from './fake-app.ts'
import { button, click, render } from './render.tsx'

async function show(tab: Partial<ArticleTab>, state: Partial<AppState> = {}): Promise<FakeApp> {
  const fake = createFakeApp({ tabs: [makeTab(tab)], activeId: 'one', ...state })
  await render(fake.app, <Bars />)
  return fake
}
const texts = (): readonly string[] => [...document.querySelectorAll('.bar-text')].map((it) => it.textContent)
const roles = (): readonly (string | null)[] =>
  [...document.querySelectorAll('.bar-text')].map((it) => it.getAttribute('role'))

describe('over the article', () => {
  test('nothing is said while all is well', async () => {
    await show({})
    expect(texts()).toEqual([])
  })
  test.each([
    ['Compare', 'compare'],
    ['Merge', 'merge'],
    ['Keep Mine', 'mine'],
    ['Take Theirs', 'theirs'],
  ])('a file changed on disk offers %s', async (name, how) => {
    const fake = await show({ conflict: 'changed', dirty: true })
    expect(texts()).toEqual(['“harbour.md” was changed by another program, and you have edits of your own.'])
    expect(roles()).toEqual(['alert'])
    await click(button(name))
    expect(fake.calls).toEqual([['resolveConflict', 'one', how]])
  })
  test('a Galley that has ended is told of, and the text can be taken along', async () => {
    const fake = await show({}, { connected: false, ended: true })
    expect(texts()).toHaveLength(1)
    expect(texts()[0]).toContain('Galley has ended')
    await click(button('Copy the Text'))
    await click(button('Download a Copy'))
    expect(fake.calls).toEqual([
      ['copyArticle', 'one'],
      ['downloadArticle', 'one'],
    ])
  })
  test('a file gone from the disk offers Save As', async () => {
    const fake = await show({ conflict: 'deleted' })
    expect(texts()[0]).toContain('no longer on the disk')
    await click(button('Save As…'))
    expect(fake.calls).toEqual([['run', 'file.saveAs']])
  })
  test('a file that was renamed can be followed', async () => {
    const fake = await show({ conflict: 'deleted', movedTo: '/home/ann/posts/quay.md' })
    expect(texts()[0]).toBe('“harbour.md” was renamed to “quay.md”. Your text is still here.')
    await click(button('Go on with “quay.md”'))
    expect(fake.calls).toEqual([['resolveConflict', 'one', 'follow']])
  })
  test('a file that was moved to another folder can be followed', async () => {
    const path = '/home/ann/drafts/harbour.md'
    await show({ path, conflict: 'deleted', movedTo: '/home/ann/posts/harbour.md' })
    expect(texts()[0]).toBe('“harbour.md” was moved to “posts/harbour.md”. Your text is still here.')
  })
  test('characters an encoding has no form for are listed, and UTF-8 is offered', async () => {
    const details = { encoding: 'gbk', count: 1, characters: '😀' }
    const failure = { code: 'unencodable', message: '', details } as const
    const fake = await show({ encoding: 'gbk', saveState: { kind: 'failed', failure } })
    expect(texts()[0]).toContain('Not saved: GBK has no form')
    expect(texts()[0]).toContain('😀')
    await click(button('Save as UTF-8'))
    expect(fake.calls).toEqual([['saveWithEncoding', 'one', 'utf-8']])
  })
  test('a save that was not made can be tried again', async () => {
    const failure = { code: 'diskFull', message: '', details: {} } as const
    const fake = await show({ saveState: { kind: 'failed', failure } })
    expect(texts()[0]).toContain('the disk is full')
    await click(button('Try Again'))
    expect(fake.calls).toEqual([['retrySave', 'one']])
  })
  test('a damaged article can be opened as a repaired copy', async () => {
    const details = { encoding: 'utf-8', byte: 12, name: 'harbour.md' }
    const fake = await show({ readOnly: { code: 'damagedEncoding', message: '', details } })
    expect(texts()[0]).toContain('its encoding (UTF-8) from byte 12 on')
    await click(button('Open a Repaired Copy'))
    expect(fake.calls).toEqual([['openRepairedCopy', 'one']])
  })
  test('a part of a large file cannot be saved from here', async () => {
    const details = { name: 'harbour.md', shown: 100, bytes: 1000 }
    await show({ readOnly: { code: 'tooLarge', message: '', details } })
    expect(texts()[0]).toContain('100 of 1,000 bytes')
    expect(document.querySelectorAll('.bar button')).toHaveLength(0)
  })
  test('a read-only article says why', async () => {
    await show({ readOnly: { code: 'readOnly', message: '', details: { name: 'harbour.md' } } })
    expect(texts()[0]).toBe(
      'This article cannot be saved in place. “harbour.md” is read-only. Make it writable, or use Save As to keep your text elsewhere.',
    )
  })
  test('a cut connection and a slow opening are told', async () => {
    const cancel = vi.fn()
    await show({}, { connected: false, opening: { name: 'big.md', at: 2, of: 5, read: null, cancel } })
    expect(texts()).toEqual([
      'Opening big.md, 2 of 5…',
      'The connection to Galley is lost. Your text is kept here; reconnecting…',
    ])
    expect(document.querySelector('[role="progressbar"]')?.getAttribute('aria-label')).toBe(
      'Opening big.md, 2 of 5…',
    )
    await click(button('Cancel'))
    expect(cancel).toHaveBeenCalledOnce()
  })
  test('what is read of a large article is told in numbers, and only the article is announced', async () => {
    const read = { done: 12_300_000, total: 40_000_000 }
    await show({}, { opening: { name: 'big.md', at: 1, of: 1, read, cancel: () => undefined } })
    expect(texts()).toEqual(['Opening big.md…12.3 of 40.0 MB'])
    expect(document.querySelector('[role="status"]')?.textContent).toBe('Opening big.md…')
    expect(document.querySelector('[role="progressbar"]')?.getAttribute('aria-valuetext')).toBe('31%')
  })
  test('notices are announced by their weight and can be dismissed', async () => {
    const fake = await show(
      {},
      {
        notices: [
          { id: 7, severity: 'info', text: 'Restored 2 articles.' },
          { id: 8, severity: 'error', text: 'Settings could not be read.' },
        ],
      },
    )
    expect(roles()).toEqual(['status', 'alert'])
    await click(document.querySelectorAll('button')[1])
    expect(fake.calls).toEqual([['dismissNotice', 8]])
  })
})
