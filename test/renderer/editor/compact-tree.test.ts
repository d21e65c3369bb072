import { markdownLanguage } from '@codemirror/lang-markdown'
import { NodeProp, Tree, type TreeBuffer } from '@lezer/common'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleLanguage } from '../../../renderer/editor/article-language.ts'
import { compactTree } from '../../../renderer/editor/compact-tree.ts'

/** All of a tree that its parser goes by, node by node. */
function parts(tree: Tree | TreeBuffer): unknown {
  if (!(tree instanceof Tree)) return tree
  const { type, length, positions } = tree
  const mounted = tree.prop(NodeProp.mounted)
  return [type, length, [...positions], tree.prop(NodeProp.contextHash), mounted, tree.children.map(parts)]
}

const block = fc.constantFrom(
  'A paragraph of *some* **words** and [a link](https://example.com).',
  '## Heading',
  '- one\n- two\n  1. more of `two`\n\n     > quoted',
  '```html\n<b>x</b>\n```',
  '<div>raw &amp; <i>inline</i></div>',
  '> quoted\n> - in it',
  '| a | b |\n| - | - |\n| 1 | 2 |',
)

describe('a tree in less memory', () => {
  test('is the same tree, for any text', () => {
    const texts = fc.array(block, { maxLength: 30 }).map((blocks) => blocks.join('\n\n'))
    const { parser } = articleLanguage('markdown').language
    fc.assert(
      fc.property(texts, (text) => {
        for (const tree of [markdownLanguage.parser.parse(text), parser.parse(text)])
          expect(parts(compactTree(tree, new Set()))).toEqual(parts(tree))
      }),
    )
  })

  test('keeps what is compact already', () => {
    const tree = markdownLanguage.parser.parse('# A\n\nB\n')
    const known = new Set(tree.children)
    const again = compactTree(tree, known)
    expect(again).not.toBe(tree)
    for (const [i, child] of again.children.entries()) expect(child).toBe(tree.children[i])
  })

  test('keeps a list that is nested ever more deeply', () => {
    const text = Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- ${depth}`).join('\n')
    const tree = markdownLanguage.parser.parse(text)
    expect(parts(compactTree(tree, new Set()))).toEqual(parts(tree))
  })
})
