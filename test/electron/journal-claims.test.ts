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
  scrollTop: 0,
  position: 0,
  shownAt: 0,
  writtenAt: 0,
})

/** Claims on a journal that holds these entries. */
function claimsOn(ids: readonly string[], leaving?: number): JournalClaims {
  const held = new Map(ids.map((id) => [id, entry(id)]))
  return createJournalClaims(
    {
      'recovery.list': () => Promise.resolve([...held.values()]),
      'recovery.write': (one) => Promise.resolve(null).finally(() => held.set(one.id, one)),
      'recovery.writeParts': (one) => Promise.resolve(null).finally(() => held.set(one.id, one)),
      'recovery.remove': (id) => Promise.resolve(null).finally(() => held.delete(id)),
    },
    leaving,
  )
}
type Page = ReturnType<JournalClaims['join']>
const idsFor = async (page: Page): Promise<readonly string[]> =>
  (await page['recovery.list']()).map(({ id }) => id)

describe('a journal that several pages share', () => {
  it('offers each entry to exactly one page, however many start at once', async () => {
    const claims = claimsOn(['a', 'b', 'c'], 1)
    const offered = await Promise.all(Array.from({ length: 4 }, () => idsFor(claims.join())))
    expect(offered.flat().sort()).toEqual(['a', 'b', 'c'])
  })

  it('does not offer what another page is writing', async () => {
    const claims = claimsOn([])
    const first = claims.join()
    await first['recovery.write'](entry('a'))
    await first['recovery.writeParts'](entry('b'), 4)
    expect(await idsFor(claims.join())).toEqual([])
    expect(await idsFor(first)).toEqual(['a', 'b'])
  })

  it('offers what a page has left or released', async () => {
    const claims = claimsOn(['a', 'b'])
    const first = claims.join()
    await idsFor(first)
    await first['recovery.release']('b')
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

  it('does not keep for a page that has gone what it asked for before', async () => {
    const claims = claimsOn(['a'])
    const first = claims.join()
    const asked = first['recovery.list']()
    first.left()
    await asked
    expect(await idsFor(claims.join())).toEqual(['a'])
  })
})
