import { ensureSyntaxTree } from '@codemirror/language'
import { classHighlighter, highlightTree } from '@lezer/highlight'
import type { Tree } from '@lezer/common'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { prunedTree } from '../../../renderer/editor/pruned-tree.ts'
import { htmlText, markdownText } from '../../core/markdown/random-text.ts'
import { stateOf } from './cursor-notation.ts'

function coloured(tree: Tree, from: number, to: number): unknown[] {
  const found: unknown[] = []
  highlightTree(tree, classHighlighter, (...one) => found.push(one), from, to)
  return found
}

/** How many nodes there are. */
function count(tree: Tree): number {
  let nodes = 0
  tree.iterate({ enter: () => void nodes++ })
  return nodes
}

describe.each([
  ['markdown', markdownText, 'Some *words*.\n\n'],
  ['html', htmlText, '<div>\n<p>Some <b>words</b>.</p>\n</div>\n'],
] as const)('a pruned tree of %s', (format, texts, usual) => {
  const parsed = (text: string): Tree =>
    ensureSyntaxTree(stateOf(`|${text.replaceAll('|', '¦')}`, format), text.length, 10_000)!

  test('has the same colours in its range, for any text and range', () => {
    const place = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 3 }), fc.nat(60), place, place, (parts, often, one, other) => {
        const text = `---\ntitle: x\n---\n${parts.join(`\n\n${usual.repeat(often)}`)}`
        const tree = parsed(text)
        const [from, to] = [one, other].map((at) => Math.floor(at * tree.length)).sort((a, b) => a - b)
        expect(coloured(prunedTree(tree, from!, to!), from!, to!)).toEqual(coloured(tree, from!, to!))
      }),
    )
  })

  test('holds little more than its range', () => {
    const tree = parsed(`<div>\n${usual.repeat(3000)}`)
    const middle = Math.floor(tree.length / 2)
    const near = prunedTree(tree, middle, middle + 100)
    expect(near.length).toBe(tree.length)
    expect(count(near)).toBeLessThan(count(tree) / 20)
    expect(prunedTree(tree, 0, tree.length)).toBe(tree)
  })
})
