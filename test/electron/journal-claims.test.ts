import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../core/contract.ts'
import { createJournalClaims, type JournalClaims } from '../../electron/journal-claims.ts'

const entry = (id: string): JournalEntry => ({
  id,
  path: null,
  name: id,
  text: 'text',
  encoding: 'utf-8',
  base: null,
  caret: 0,
  top: 0,
  position: 0,
  shownAt: 0,
  writtenAt: 0,
})

/** Claims on a journal that holds these entries. */
function claimsOn(
  ids: readonly string[],
  leaving?: number,
  held = new Map(ids.map((id) => [id, entry(id)])),
): JournalClaims {
  return createJournalClaims(
    {
      'recovery.list': () => Promise.resolve([...held.values()]),
      'recovery.part': () => Promise.resolve(null),
      'recovery.write': (one) => Promise.resolve(null).finally(() => held.set(one.id, one)),
      'recovery.writeParts': (one) => Promise.resolve(1).finally(() => held.set(one.id, one)),
      'recovery.edit': (one) => Promise.resolve(2).finally(() => held.set(one.id, one)),
      'recovery.remove': (id) => Promise.resolve(null).finally(() => held.delete(id)),
    },
    leaving,
  )
}
type Page = ReturnType<JournalClaims['join']>
const idsFor = async (page: Page): Promise<readonly string[]> =>
  (await page.handlers['recovery.list']()).map(({ id }) => id)

describe('a journal that several pages share', () => {
  it('offers each entry to exactly one page, however many start at once', async () => {
    const claims = claimsOn(['a', 'b', 'c'], 1)
    const offered = await Promise.all(Array.from({ length: 4 }, () => idsFor(claims.join())))
    expect(offered.flat().sort()).toEqual(['a', 'b', 'c'])
  })

  it('does not offer what another page is writing', async () => {
    const claims = claimsOn([])
    const first = claims.join()
    await first.handlers['recovery.write'](entry('a'))
    await first.handlers['recovery.writeParts'](entry('b'), 4)
    expect(await idsFor(claims.join())).toEqual([])
    expect(await idsFor(first)).toEqual(['a', 'b'])
  })

  it('offers what a page has left or released', async () => {
    const claims = claimsOn(['a', 'b'])
    const first = claims.join()
    await idsFor(first)
    await first.handlers['recovery.release']('b')
    expect(await idsFor(claims.join())).toEqual(['b'])
    first.left()
    expect(await idsFor(claims.join())).toEqual(['a'])
  })

  it('waits for a page that is just leaving, as the same page loaded anew does', async () => {
    const claims = claimsOn(['a'], 60_000)
    const first = claims.join()
    await idsFor(first)
    const offered = idsFor(claims.join())
    first.left()
    expect(await offered).toEqual(['a'])
  })

  it('keeps for a page whose connection broke what it had, until it joins again', async () => {
    const claims = claimsOn(['a'], 60_000)
    const first = claims.join('first')
    await idsFor(first)
    first.lost()
    const offered = idsFor(claims.join('second'))
    const again = claims.join('first')
    expect(await idsFor(again)).toEqual(['a'])
    again.left()
    expect(await offered).toEqual(['a'])
  })

  it('knows a page that connects again before the end of its former connection is noticed', async () => {
    const claims = claimsOn(['a'], 60_000)
    const first = claims.join('first')
    await idsFor(first)
    const again = claims.join('first')
    first.lost()
    const offered = idsFor(claims.join('second'))
    expect(await idsFor(again)).toEqual(['a'])
    again.left()
    expect(await offered).toEqual(['a'])
  })

  it('offers what a page had whose connection broke and that does not come again', async () => {
    const claims = claimsOn(['a'], 20)
    const first = claims.join('first')
    await idsFor(first)
    first.lost()
    await expect.poll(() => idsFor(claims.join())).toEqual(['a'])
  })

  it('keeps both texts where a page comes again after another one got its entry', async () => {
    const held = new Map([['a', entry('a')]])
    const claims = claimsOn([], 0, held)
    const [first, second] = [claims.join('first'), claims.join('second')]
    await idsFor(first)
    first.lost()
    await expect.poll(() => idsFor(second)).toEqual(['a'])
    const again = claims.join('first')
    await again.handlers['recovery.write']({ ...entry('a'), text: 'of the first' })
    await second.handlers['recovery.write']({ ...entry('a'), text: 'of the second' })
    await again.handlers['recovery.writeParts']({ ...entry('a'), text: 'of the first, long' }, 18)
    const edit = { from: 18, to: 18, insert: 'er' }
    await again.handlers['recovery.edit']({ ...entry('a'), text: 'of the first, longer' }, 1, edit)
    expect([...held.values()].map(({ text }) => text).sort()).toEqual([
      'of the first, longer',
      'of the second',
    ])
    await again.handlers['recovery.remove']('a')
    expect([...held.values()].map(({ text }) => text)).toEqual(['of the second'])
    await again.handlers['recovery.remove']('a')
    expect(held.size).toBe(1)
  })

  it('does not keep for a page that has gone what it asked for before', async () => {
    const claims = claimsOn(['a'])
    const first = claims.join()
    const asked = first.handlers['recovery.list']()
    first.left()
    await asked
    expect(await idsFor(claims.join())).toEqual(['a'])
  })
})
