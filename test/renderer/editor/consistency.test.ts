import { redo, undo } from '@codemirror/commands'
import { deleteMarkupBackward } from '@codemirror/lang-markdown'
import { ensureSyntaxTree, syntaxTree } from '@codemirror/language'
import { EditorSelection, type EditorState, type StateCommand } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { surroundWith } from '../../../renderer/editor/brackets.ts'
import { splitField } from '../../../renderer/editor/article-fields.ts'
import { SOURCE_COMMANDS } from '../../../renderer/editor/commands/source-commands.ts'
import { tab, shiftTab } from '../../../renderer/editor/commands/list-nesting.ts'
import { continueHtmlList } from '../../../renderer/editor/commands/html-enter.ts'
import { linkTo } from '../../../renderer/editor/commands/link.ts'
import { enterInMarkdown } from '../../../renderer/editor/commands/markdown-enter.ts'
import {
  breakInCell,
  enterInTable,
  nextCell,
  previousCell,
} from '../../../renderer/editor/commands/tables/table-keys.ts'
import { wrapInTag } from '../../../renderer/editor/commands/tags.ts'
import { folding } from '../../../renderer/editor/folding.ts'
import { hiddenFrontMatter } from '../../../renderer/editor/hidden-front-matter.ts'
import { linkedTags } from '../../../renderer/editor/linked-tags.ts'
import { runs } from '../../runs.ts'
import { stateOf } from './cursor-notation.ts'

const HEAD = '---\ntitle: x\ntags: [a, b]\n---\n'
const BODIES = {
  markdown:
    '# One\n\nSome **bold** and `code`, 冬天的*港口*。\n\n- a\n  1. b\n  2. c\n- [ ] d\n\n```js\nx\n```\n\n[l](u)[^1] $m$\n\n| x | y |\n| --- | --- |\n| 1 | 2 |\n\n> q\n\n<div>\n<b>z</b>\n</div>\n',
  html: '<h1>One</h1>\n<p>Some <strong>bold</strong> 冬天</p>\n<ul>\n  <li>a</li>\n</ul>\n<table>\n  <tr><td>1</td><td>2</td></tr>\n</table>\n',
}

const commands: readonly StateCommand[] = [
  ...Object.entries(SOURCE_COMMANDS).flatMap(([id, command]) =>
    /^edit\.(?:undo|redo)$/.test(id) ? [] : [command],
  ),
  ...[tab, shiftTab, nextCell, previousCell, enterInTable, breakInCell, enterInMarkdown, continueHtmlList],
  ...[deleteMarkupBackward, wrapInTag('b'), linkTo('https://example.org/a_(b)'), surroundWith('*')],
]

type Step =
  | { readonly do: 'command'; readonly n: number }
  | { readonly do: 'type'; readonly text: string }
  | { readonly do: 'delete' }
  | { readonly do: 'select'; readonly places: readonly (readonly [number, number])[] }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('command' as const), n: fc.nat(commands.length - 1) }),
  fc.record({
    do: fc.constant('type' as const),
    text: fc.constantFrom(
      'a',
      ' ',
      '\n',
      '*',
      '|',
      '`',
      '<',
      '>',
      '-',
      '#',
      '。',
      '港',
      '「',
      '$',
      '[^1]',
      '<b>',
    ),
  }),
  fc.record({ do: fc.constant('delete' as const) }),
  fc.record({
    do: fc.constant('select' as const),
    places: fc.array(fc.tuple(fc.nat(400), fc.nat(30)), { minLength: 1, maxLength: 3 }),
  }),
)

function take(state: EditorState, one: Step): EditorState {
  switch (one.do) {
    case 'command': {
      let next = state
      commands[one.n]?.({ state, dispatch: (tr) => (next = tr.state) })
      return next
    }
    case 'type':
      return state.update(state.replaceSelection(one.text), { userEvent: 'input.type' }).state
    case 'delete': {
      const spec = state.changeByRange((range) => {
        const from = range.empty ? Math.max(0, range.from - 1) : range.from
        return { changes: { from, to: range.to }, range: EditorSelection.cursor(from) }
      })
      return state.update(spec, { userEvent: 'delete.backward' }).state
    }
    case 'select': {
      const { length } = state.doc
      const ranges = one.places.map(([at, size]) => {
        const from = Math.min(at, length)
        return EditorSelection.range(from, Math.min(length, from + size))
      })
      return state.update({ selection: EditorSelection.create(ranges) }).state
    }
  }
}

describe.each(['markdown', 'html'] as const)('any commands and typing in %s', (format) => {
  // A state is never changed: every walk begins at this one.
  const begin = stateOf(`${HEAD}|${BODIES[format].replaceAll('|', '¦')}`, format, [
    hiddenFrontMatter,
    linkedTags,
    folding,
  ])

  /** Takes the steps one after another, with what must hold after each of them; then the whole way back and forth. */
  const walk = (steps: readonly Step[]): void => {
    const text = HEAD + BODIES[format]
    let state = begin
    const outside: string[] = []
    for (const one of steps) {
      state = take(state, one)
      const { from } = state.field(splitField).body
      const to = state.doc.length
      for (const range of state.selection.ranges) {
        if (range.from < from || range.to > to)
          outside.push(`${range.from}-${range.to} is not in ${from}-${to}`)
      }
    }
    expect(outside).toEqual([])
    expect(state.sliceDoc(0, HEAD.length)).toBe(HEAD)
    const end = state.doc.toString()
    const follow = (command: StateCommand): void => {
      let left = 500
      while (command({ state, dispatch: (tr) => (state = tr.state) }) && left > 0) left -= 1
      expect(left).toBeGreaterThan(0)
    }
    follow(undo)
    expect(state.doc.toString()).toBe(text)
    follow(redo)
    expect(state.doc.toString()).toBe(end)
  }

  test('leave a document that holds together, the front matter as it was, and a way back and forth', () => {
    fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), walk), { numRuns: runs(5000) })
  }, 300_000)

  test('so do many of them', () => {
    fc.assert(fc.property(fc.array(step, { minLength: 10, maxLength: 30 }), walk), { numRuns: runs(100) })
  }, 300_000)

  test('change text by one step of the history each', () => {
    // What Backspace takes away is undone with what it took away before.
    const others = commands.map((_, n) => n).filter((n) => commands[n] !== deleteMarkupBackward)
    const changes = fc.record({ first: step, n: fc.constantFrom(...others) })
    fc.assert(
      fc.property(changes, ({ first, n }) => {
        const before = take(begin, first)
        const done = take(before, { do: 'command', n })
        if (done.doc.eq(before.doc)) return
        let back = done
        undo({ state: done, dispatch: (tr) => (back = tr.state) })
        expect(back.doc.toString()).toBe(before.doc.toString())
        expect(back.selection.ranges.map(String)).toEqual(before.selection.ranges.map(String))
      }),
      { numRuns: runs(1000) },
    )
  }, 300_000)

  test('leave the tree that parsing the text afresh makes', () => {
    const tree = (state: EditorState): string => {
      ensureSyntaxTree(state, state.doc.length, 10_000)
      const found: string[] = []
      syntaxTree(state.update({}).state).iterate({
        enter: ({ name, from, to }) => void found.push(`${name} ${String(from)}-${String(to)}`),
      })
      return found.join('\n')
    }
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), (steps) => {
        const first = stateOf(`${HEAD}|${BODIES[format].replaceAll('|', '¦')}`, format, folding)
        tree(first)
        const last = steps.reduce(take, first.update({}).state)
        const fresh = stateOf(`|${last.doc.toString().replaceAll('|', '¦')}`.replace(/[«»]/g, ''), format)
        expect(tree(last)).toBe(tree(fresh))
      }),
      { numRuns: runs(100) },
    )
  }, 300_000)
})
