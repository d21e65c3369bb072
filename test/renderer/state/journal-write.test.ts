import { EditorState } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { applyEdits, type TextEdit } from '../../../core/article/text-edit.ts'
import { splitLineEnds } from '../../../core/article/line-ends.ts'
import type { Bridge, JournalEntry } from '../../../core/contract.ts'
import { lineEndsExtension, rawText } from '../../../renderer/editor/line-ends.ts'
import { createJournalWriter } from '../../../renderer/state/journal-write.ts'

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
const LONG = 'harbour '.repeat(100_000)

function stateOf(raw: string): EditorState {
  const { text, ends } = splitLineEnds(raw)
  return EditorState.create({ doc: text, extensions: lineEndsExtension(ends) })
}
const typed = (state: EditorState, insert: string, from = 400_000): EditorState =>
  state.update({ changes: { from, insert } }).state

/** A journal behind a bridge: `journal` is what it holds; `answers` are given instead, once each. */
function journalled(answers: Record<string, unknown> = {}) {
  const left = new Map(Object.entries(answers))
  const calls: unknown[][] = []
  let journal = ''
  let number = 0
  const call = (method: string, ...args: unknown[]): Promise<unknown> => {
    calls.push([method, ...args])
    if (left.has(method)) {
      const value = left.get(method)
      left.delete(method)
      return Promise.resolve(value)
    }
    if (method === 'recovery.write') journal = (args[0] as JournalEntry).text
    if (method === 'recovery.part') journal = (args[1] === 0 ? '' : journal) + String(args[2])
    if (method === 'recovery.edit') {
      if (args[1] !== number) return Promise.resolve({ ok: true, value: null })
      journal = applyEdits(journal, [args[2] as TextEdit])
    }
    return Promise.resolve({ ok: true, value: (number += 1) })
  }
  const methods = (): string[] => calls.map(([method]) => String(method)).filter((it) => !it.endsWith('part'))
  return {
    writer: createJournalWriter({ call: call as Bridge['call'] }),
    calls,
    methods,
    journal: () => journal,
  }
}

describe('sending a journal', () => {
  test('an ordinary text goes in one message', async () => {
    const { writer, calls } = journalled()
    await writer.write(entry, stateOf('typed\r\n'), false)
    expect(calls).toEqual([['recovery.write', { ...entry, text: 'typed\r\n' }]])
  })

  test('a long text goes in pieces that make up the whole', async () => {
    const { writer, calls, journal } = journalled()
    await writer.write(entry, stateOf(LONG), false)
    const pieces = calls.filter(([method]) => method === 'recovery.part')
    expect(journal()).toBe(LONG)
    expect(Math.max(...pieces.map(([, , , text]) => String(text).length))).toBeLessThanOrEqual(262_144)
    expect(calls.at(-1)).toEqual(['recovery.writeParts', entry, LONG.length])
  })

  test('of a long text that was sent before only what changed goes', async () => {
    const { writer, calls, journal } = journalled()
    let state = stateOf(LONG.replaceAll('harbour harbour', 'harbour\r\nharbour'))
    await writer.write(entry, state, false)
    const first = calls.length
    for (const word of ['Tea', '\n', '茶']) {
      state = typed(state, word)
      await writer.write(entry, state, false)
    }
    expect(calls.slice(first).map(([method]) => method)).toEqual(Array(3).fill('recovery.edit'))
    expect(calls.slice(first).map(([, , , edit]) => (edit as TextEdit).insert)).toEqual(['Tea', '\r\n', '茶'])
    expect(journal()).toBe(rawText(state))
  })

  test('what the services do not know any more goes whole', async () => {
    const { writer, methods, journal } = journalled({ 'recovery.edit': { ok: true, value: null } })
    const state = stateOf(LONG)
    await writer.write(entry, state, false)
    const last = typed(state, 'Tea')
    expect(await writer.write(entry, last, false)).toMatchObject({ ok: true })
    expect(methods()).toEqual(['recovery.writeParts', 'recovery.edit', 'recovery.writeParts'])
    expect(journal()).toBe(rawText(last))
  })

  test('after a failure all goes again', async () => {
    const failed = { ok: false, code: 'disconnected', message: '', details: {} }
    const { writer, methods, journal } = journalled({
      'recovery.writeParts': failed,
      'recovery.edit': failed,
    })
    let state = stateOf(LONG)
    for (const word of ['Tea', 'Coffee', 'Milk', 'Water']) {
      state = typed(state, word)
      await writer.write(entry, state, false)
    }
    const [whole, edit] = ['recovery.writeParts', 'recovery.edit']
    expect(methods()).toEqual([whole, whole, edit, whole])
    expect(journal()).toBe(rawText(state))
  })

  test('what is pasted into a long text goes in pieces when it is long itself', async () => {
    const { writer, methods, journal } = journalled()
    const state = stateOf(LONG)
    await writer.write(entry, state, false)
    const pasted = typed(state, 'quay '.repeat(50_000))
    await writer.write(entry, pasted, false)
    expect(methods()).toEqual(['recovery.writeParts', 'recovery.writeParts'])
    expect(journal()).toBe(rawText(pasted))
  })

  test('lines that end in different ways are sent as they are', async () => {
    const { writer, journal } = journalled()
    let state = stateOf(LONG.replace(' ', '\r\n').replace(' ', '\n').replace(' ', '\n'))
    await writer.write(entry, state, false)
    state = typed(state, 'Tea\n', 3)
    await writer.write(entry, state, false)
    expect(journal()).toBe(rawText(state))
  })

  test('a page that is being left sends everything at once', () => {
    const { writer, calls } = journalled()
    void writer.write(entry, stateOf(LONG), true)
    expect(calls).toEqual([['recovery.write', { ...entry, text: LONG }]])
  })

  test('an older write never ends after a newer one, or after the end', async () => {
    const { writer, methods } = journalled()
    const older = writer.write(entry, stateOf(LONG), false)
    const newer = writer.write(entry, stateOf('saved'), false)
    expect(await older).toBeNull()
    expect(await newer).toMatchObject({ ok: true })
    const last = writer.write(entry, stateOf(LONG), false)
    writer.end(entry.id)
    expect(await last).toBeNull()
    expect(methods()).toEqual(['recovery.write'])
  })
})
