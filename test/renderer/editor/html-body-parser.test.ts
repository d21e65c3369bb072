import { ensureSyntaxTree } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { describe, expect, test } from 'vitest'
import { articleFields } from '../../../renderer/editor/article-fields.ts'
import { articleLanguage } from '../../../renderer/editor/article-language.ts'

const LONG = 60_000
const data = 'A'.repeat(2_000_000)
const doc = `<p>Before</p>\n<p><img src="data:image/png;base64,${data}" alt="Quay"></p>\n<p>After</p>`

function stateOf(text: string): EditorState {
  return EditorState.create({ doc: text, extensions: [articleFields, articleLanguage('html')] })
}

/** Names and texts of the elements and attributes, long texts cut. */
function outline(state: EditorState): string[] {
  const found: string[] = []
  ensureSyntaxTree(state, state.doc.length, LONG)?.iterate({
    enter: ({ name, from, to }) => {
      if (name === 'TagName' || name === 'AttributeName' || name === 'AttributeValue')
        found.push(`${name} ${state.sliceDoc(from, Math.min(to, from + 6))}`)
    },
  })
  return found
}

const EXPECTED = [
  'TagName p',
  'TagName p',
  'TagName p',
  'TagName img',
  'AttributeName src',
  'AttributeValue "data:',
  'AttributeName alt',
  'AttributeValue "Quay"',
  'TagName p',
  'TagName p',
  'TagName p',
]

describe('HTML with a long word of data in it', () => {
  test('is parsed around the data', () => {
    expect(outline(stateOf(doc))).toEqual(EXPECTED)
  })

  test.each([
    ['before the data', 6],
    ['in the data', 100_000],
    ['behind the data', doc.length - 5],
  ])('is parsed so after a change %s', (_where, at) => {
    const before = stateOf(doc)
    ensureSyntaxTree(before, doc.length, LONG)
    const after = before.update({ changes: { from: at, insert: 'word' } }).state
    expect(outline(after)).toEqual(EXPECTED)
  })
})
