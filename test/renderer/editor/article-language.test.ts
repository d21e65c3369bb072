import { markdownLanguage } from '@codemirror/lang-markdown'
import { ensureSyntaxTree, foldable, LanguageDescription, syntaxTree } from '@codemirror/language'
import { languages } from '@codemirror/language-data'
import { EditorState } from '@codemirror/state'
import { Parser, TreeFragment, type Input, type PartialParse, type Tree } from '@lezer/common'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleFields } from '../../../renderer/editor/article-fields.ts'
import { articleLanguage } from '../../../renderer/editor/article-language.ts'
import { ChunkedParser } from '../../../renderer/editor/chunked-parser.ts'
import { runs } from '../../runs.ts'

const LONG = 60_000

/** Every node that has a name, in order. */
function nodes(tree: Tree): string[] {
  const found: string[] = []
  tree.iterate({
    enter: ({ type, from, to }) => {
      if (!type.isAnonymous) found.push(`${type.name} ${from}-${to}`)
    },
  })
  return found
}

/** A parser that adds up how much it is given. */
class Counting extends Parser {
  parsed = 0
  /** Parses begun. */
  times = 0

  override createParse(
    input: Input,
    fragments: readonly TreeFragment[],
    ranges: readonly { readonly from: number; readonly to: number }[],
  ): PartialParse {
    this.times += 1
    for (const { from, to } of ranges) this.parsed += to - from
    return markdownLanguage.parser.createParse(input, fragments, ranges)
  }
}

const block = fc.constantFrom(
  'A paragraph of *some* words.',
  '## Heading',
  '- one\n- two\n\n  more of two',
  '```js\nconst x = 1\n```',
  '> quoted\nlazily',
  '| a | b |\n| - | - |\n| 1 | 2 |',
  'Title\n=====',
  '    indented code\n\n    more',
  '<div>\n\nraw\n\n</div>',
  '<!-- a comment\n\nthat goes on -->',
  '[ref]: https://example.com',
)
const text = fc
  .array(block, { minLength: 20, maxLength: 60 })
  .map((blocks) => [...blocks, ...blocks, ...blocks, ...blocks, ...blocks, ...blocks].join('\n\n').repeat(4))
const edit = fc.record({
  at: fc.nat(),
  /** How far before or behind the last edit, as most keys are; null for anywhere. */
  near: fc.option(fc.integer({ min: -3000, max: 3000 }), { freq: 3 }),
  cut: fc.nat(30),
  insert: fc.constantFrom(
    '',
    'x',
    '\n',
    '\n\n',
    '```\n',
    '- ',
    '# ',
    '| - | - |\n',
    '====',
    '<!--',
    '-->',
    '    ',
  ),
})

describe('parsing Markdown a few blocks at a time', () => {
  test('gives the nodes of a parse of the whole, after any edits', () => {
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 8 }), (start, edits) => {
        const parser = new ChunkedParser(markdownLanguage.parser)
        let doc = start
        let tree = parser.parse(doc)
        let fragments: readonly TreeFragment[] = TreeFragment.addTree(tree)
        let last = 0
        for (const { at, near, cut, insert } of edits) {
          const wanted = near === null ? at % (doc.length + 1) : last + near
          const from = (last = Math.min(doc.length, Math.max(0, wanted)))
          const to = Math.min(doc.length, from + cut)
          doc = doc.slice(0, from) + insert + doc.slice(to)
          const changed = { fromA: from, toA: to, fromB: from, toB: from + insert.length }
          fragments = TreeFragment.applyChanges(fragments, [changed])
          tree = parser.parse(doc, fragments)
          fragments = TreeFragment.addTree(tree, fragments)
          expect(nodes(tree)).toEqual(nodes(markdownLanguage.parser.parse(doc)))
        }
      }),
      { numRuns: runs(60) },
    )
  })

  test('a key in a long article has only its neighbourhood parsed again', () => {
    const counting = new Counting()
    const parser = new ChunkedParser(counting)
    const doc = 'A paragraph of some words.\n\n## Heading\n\n'.repeat(20_000)
    const fragments = TreeFragment.addTree(parser.parse(doc))
    counting.parsed = 0
    const changed = { fromA: 400_000, toA: 400_000, fromB: 400_000, toB: 400_001 }
    parser.parse(
      doc.slice(0, 400_000) + 'x' + doc.slice(400_000),
      TreeFragment.applyChanges(fragments, [changed]),
    )
    expect(counting.parsed).toBeLessThan(20_000)
  })

  test('keys in a row have one short stretch parsed again, the same at every key', () => {
    const counting = new Counting()
    const parser = new ChunkedParser(counting)
    let doc = `${'word '.repeat(80)}\n\n`.repeat(500)
    let fragments: readonly TreeFragment[] = TreeFragment.addTree(parser.parse(doc))
    const parsed: number[] = []
    for (let key = 0; key < 20; key++) {
      const at = 100_000 + key
      doc = doc.slice(0, at) + 'x' + doc.slice(at)
      const changed = { fromA: at, toA: at, fromB: at, toB: at + 1 }
      counting.parsed = counting.times = 0
      const tree = parser.parse(doc, TreeFragment.applyChanges(fragments, [changed]))
      fragments = TreeFragment.addTree(tree, fragments)
      expect(counting.times).toBe(1)
      parsed.push(counting.parsed)
    }
    expect(Math.max(...parsed)).toBeLessThan(12_000)
    expect(new Set(parsed.map((length, key) => length - key)).size).toBe(1)
  })
})

test('an article with other languages in it has the tree of a fresh one after any edits', async () => {
  await LanguageDescription.matchLanguageName(languages, 'js')?.load()
  const open = (doc: string): EditorState =>
    EditorState.create({ doc, extensions: [articleFields, articleLanguage('markdown')] })
  const whole = (state: EditorState): string[] => {
    ensureSyntaxTree(state, state.doc.length, 20_000)
    return nodes(syntaxTree(state.update({}).state))
  }
  const start = `---\ntitle: A\n---\n\n${[
    '```js\nconst x = `a${1}`\n```',
    '```html\n<p>one <b>two</b>\n```',
    '<div class="a">raw <i>HTML</i></div>',
    'A paragraph with <b>HTML</b> and *more*.',
    '- a list\n\n  ```js\n  f()\n  ```',
  ]
    .join('\n\n')
    .concat('\n\n')
    .repeat(60)}`
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      let state = open(start)
      whole(state)
      state = state.update({}).state
      let last = 0
      for (const { at, near, cut, insert } of edits) {
        const { length } = state.doc
        const from = (last = near === null ? at % (length + 1) : Math.min(length, Math.max(0, last + near)))
        state = state.update({ changes: { from, to: Math.min(length, from + cut), insert } }).state
      }
      expect(whole(state)).toEqual(whole(open(state.doc.toString())))
    }),
    { numRuns: runs(20) },
  )
})

test('a section of a long article folds to its end, however it is parsed', () => {
  const doc = `# First\n\n${'A paragraph of some words.\n\n'.repeat(2000)}# Second\n`
  const state = EditorState.create({ doc, extensions: [articleFields, articleLanguage('markdown')] })
  ensureSyntaxTree(state, doc.length, 5000)
  const { from } = state.doc.line(state.doc.lines - 1)
  expect(foldable(state.update({}).state, 0, 7)).toEqual({ from: 7, to: from - 2 })
})

describe('texts that take the Markdown parser long', () => {
  const hostile: Readonly<Record<string, string>> = {
    'brackets without end': '![[]()'.repeat(LONG),
    'comments without end': '<!--'.repeat(LONG),
    'delimiters without end': `${'*a '.repeat(LONG)}${'b* '.repeat(LONG)}`,
    'quotes in quotes': `${'> '.repeat(LONG)}deep`,
    'delimiters on many lines': '*a _b `c [d\n'.repeat(LONG),
    'a line without end': 'x'.repeat(3_000_000),
  }
  test.each(Object.entries(hostile))('%s are plain text, and what follows is Markdown', (_, costly) => {
    const doc = `# Before\n\n${costly}\n\n## After\n`
    const state = EditorState.create({ doc, extensions: [articleFields, articleLanguage('markdown')] })
    const tree = ensureSyntaxTree(state, doc.length, 5000)
    const names = tree === null ? [] : nodes(tree).map((node) => node.split(' ')[0])
    expect(names.filter((name) => name !== 'HeaderMark')).toEqual([
      'Article',
      'Document',
      'ATXHeading1',
      'PlainText',
      'ATXHeading2',
    ])
  })
})
