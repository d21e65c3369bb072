import { deleteCharBackward, history, selectAll, undo } from '@codemirror/commands'
import { EditorState, type StateCommand, type TransactionSpec } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { articleFields, frontMatterField, splitField } from '../../../renderer/editor/article-fields.ts'
import { hiddenFrontMatter } from '../../../renderer/editor/hidden-front-matter.ts'
import { setRawEffect } from '../../../renderer/editor/raw-front-matter.ts'

const HEAD = '---\ntitle: One\n---\n'

function open(doc: string, caret = doc.length): EditorState {
  return EditorState.create({
    doc,
    selection: { anchor: caret },
    extensions: [history(), articleFields, hiddenFrontMatter],
  })
}

function run(state: EditorState, command: StateCommand): EditorState {
  let next = state
  command({ state, dispatch: (tr) => (next = tr.state) })
  return next
}

const type = (state: EditorState, text: string): EditorState =>
  state.update(state.replaceSelection(text), { userEvent: 'input.type' }).state
const form = (state: EditorState, spec: TransactionSpec): EditorState =>
  state.update(spec, { userEvent: 'form.title' }).state

describe('the front matter that the form shows', () => {
  test('select all and delete remove only the body', () => {
    const selected = run(open(`${HEAD}body\nmore\n`), selectAll)
    expect(selected.selection.main).toMatchObject({ from: HEAD.length, to: HEAD.length + 10 })
    expect(run(selected, deleteCharBackward as StateCommand).doc.toString()).toBe(HEAD)
  })

  test('typing over everything leaves it', () => {
    expect(type(run(open(`${HEAD}body`), selectAll), 'x').doc.toString()).toBe(`${HEAD}x`)
  })

  test('Backspace at the start of the body does nothing', () => {
    const state = open(`${HEAD}body`, HEAD.length)
    expect(run(state, deleteCharBackward as StateCommand).doc.toString()).toBe(`${HEAD}body`)
  })

  test('deleting the only line of the body leaves the closing fence its line end', () => {
    const state = open(`${HEAD}body`)
    const line = { from: HEAD.length - 1, to: HEAD.length + 4 }
    expect(state.update({ changes: line, userEvent: 'delete.line' }).state.doc.toString()).toBe(HEAD)
  })

  test('a deletion that begins before the body removes only what is in the body', () => {
    const state = open(`${HEAD}body`)
    const next = state.update({ changes: { from: 0, to: HEAD.length + 2 }, userEvent: 'delete.cut' }).state
    expect(next.doc.toString()).toBe(`${HEAD}dy`)
  })

  test('no caret gets in', () => {
    const state = open(`${HEAD}body`)
    expect(state.update({ selection: { anchor: 3 } }).state.selection.main.head).toBe(HEAD.length)
    expect(
      state.update({ selection: { anchor: HEAD.length + 2, head: 0 } }).state.selection.main,
    ).toMatchObject({
      anchor: HEAD.length + 2,
      head: HEAD.length,
    })
  })

  test('the form edits it, and undo takes that back in the one history', () => {
    const typed = type(open(`${HEAD}body`), '!')
    const edited = form(typed, { changes: { from: 11, to: 14, insert: 'Two' } })
    expect(edited.doc.toString()).toBe('---\ntitle: Two\n---\nbody!')
    expect(edited.selection.main.head).toBe(edited.doc.length)
    const once = run(edited, undo)
    expect(once.doc.toString()).toBe(`${HEAD}body!`)
    expect(run(once, undo).doc.toString()).toBe(`${HEAD}body`)
  })

  test('front matter the form adds is hidden, and the caret stays in the body', () => {
    const state = form(open('body', 0), { changes: { from: 0, insert: HEAD } })
    expect(state.field(splitField).frontMatter).not.toBeNull()
    expect(state.selection.main.head).toBe(HEAD.length)
  })

  test('typing behind a closing fence without a line end begins a line', () => {
    const state = type(open('---\ntitle: One\n---'), 'x')
    expect(state.doc.toString()).toBe('---\ntitle: One\n---\nx')
    expect(state.selection.main.head).toBe(state.doc.length)
    expect(type(state, 'y').doc.toString()).toBe('---\ntitle: One\n---\nxy')
  })

  test('a blank line before the opening fence is hidden with it', () => {
    const state = open(`\n${HEAD}body`)
    expect(state.update({ selection: { anchor: 0 } }).state.selection.main.head).toBe(HEAD.length + 1)
  })

  test('shown as text, it is text like any other', () => {
    const raw = open(`${HEAD}body`).update({ effects: setRawEffect.of(true) }).state
    expect(run(raw, selectAll).selection.main.from).toBe(0)
    const typed = raw.update({ changes: { from: 14, insert: '!' }, userEvent: 'input.type' }).state
    expect(typed.doc.toString()).toBe('---\ntitle: One!\n---\nbody')
    expect(run(typed, deleteCharBackward as StateCommand).doc.length).toBe(typed.doc.length - 1)
  })

  test('hiding it again moves the caret out', () => {
    const raw = open(`${HEAD}body`).update({ effects: setRawEffect.of(true), selection: { anchor: 5 } }).state
    expect(raw.update({ effects: setRawEffect.of(false) }).state.selection.main.head).toBe(HEAD.length)
  })

  test('a carefully broken fence shows what is left as body', () => {
    const raw = open(`${HEAD}body`).update({ effects: setRawEffect.of(true) }).state
    const broken = raw.update({ changes: { from: 0, to: 1 } }).state
    expect(broken.field(splitField).frontMatter?.openFence ?? null).toBeNull()
    const whole = broken.update({ changes: { from: 0, insert: '-' } }).state
    expect(whole.field(frontMatterField).fields.map((field) => field.path)).toEqual(['title'])
  })
})
