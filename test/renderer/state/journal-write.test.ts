import { describe, expect, test } from 'vitest'
import type { Bridge, JournalEntry } from '../../../core/contract.ts'
import { writeJournal } from '../../../renderer/state/journal-write.ts'

const entry: JournalEntry = {
  id: 'tab-1',
  path: null,
  name: 'Untitled',
  text: '',
  encoding: 'utf-8',
  base: null,
  caret: 0,
  top: 0,
  position: 0,
  shownAt: 0,
  writtenAt: 0,
}
const long = 'harbour '.repeat(100_000)

function recording(): { readonly bridge: Pick<Bridge, 'call'>; readonly calls: unknown[][] } {
  const calls: unknown[][] = []
  const call = (...args: unknown[]): Promise<unknown> => {
    calls.push(args)
    return Promise.resolve({ ok: true, value: null })
  }
  return { bridge: { call: call as Bridge['call'] }, calls }
}

describe('sending a journal', () => {
  test('an ordinary text goes in one message', async () => {
    const { bridge, calls } = recording()
    await writeJournal(bridge, entry, 'typed', new Map(), false)
    expect(calls).toEqual([['recovery.write', { ...entry, text: 'typed' }]])
  })

  test('a long text goes in pieces that make up the whole', async () => {
    const { bridge, calls } = recording()
    await writeJournal(bridge, entry, long, new Map(), false)
    const pieces = calls.filter(([method]) => method === 'recovery.part')
    expect(pieces.map(([, , , text]) => text).join('')).toBe(long)
    expect(Math.max(...pieces.map(([, , , text]) => String(text).length))).toBeLessThanOrEqual(262_144)
    expect(calls.at(-1)).toEqual(['recovery.writeParts', entry, long.length])
  })

  test('a page that is being left sends everything at once', () => {
    const { bridge, calls } = recording()
    void writeJournal(bridge, entry, long, new Map(), true)
    expect(calls).toEqual([['recovery.write', { ...entry, text: long }]])
  })

  test('an older write never ends after a newer one', async () => {
    const { bridge, calls } = recording()
    const turns = new Map<string, number>()
    const older = writeJournal(bridge, entry, long, turns, false)
    const newer = writeJournal(bridge, entry, 'saved', turns, false)
    expect(await older).toBeNull()
    expect(await newer).toMatchObject({ ok: true })
    expect(calls.filter(([method]) => method === 'recovery.writeParts')).toEqual([])
  })
})
