import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Scanner } from '../../../core/markdown/block.ts'
import { BlockIndex } from '../../../core/markdown/block-index.ts'
import { htmlScanner } from '../../../core/markdown/html-scanner.ts'
import { markdownScanner } from '../../../core/markdown/markdown-scanner.ts'
import { htmlEdits, htmlText, markdownEdits, markdownText, type RandomEdit } from './random-text.ts'
import { runs } from '../../runs.ts'

/** A text with an index that follows it and a mirror that is kept by the index's reports alone. */
class Subject {
  text: string
  readonly mirror: Block[] = []
  readonly refreshed: Block[] = []
  readonly index: BlockIndex

  constructor(text: string, scanner: Scanner) {
    this.text = text
    const host = {
      length: () => this.text.length,
      slice: (from: number, to: number) => this.text.slice(from, to),
      onSplice: (at: number, removed: readonly Block[], added: readonly Block[]) => {
        assert.deepEqual(this.mirror.slice(at, at + removed.length), removed)
        this.mirror.splice(at, removed.length, ...added)
      },
      onRefresh: (blocks: readonly Block[]) => this.refreshed.push(...blocks),
    }
    this.index = new BlockIndex(host, scanner)
    // The first text stands as one stale block, which `onSplice` will replace.
    this.mirror.push(...this.index.blocks)
  }

  edit(edit: RandomEdit): void {
    const from = Math.floor(edit.at * this.text.length)
    const to = Math.min(this.text.length, from + edit.remove)
    this.text = this.text.slice(0, from) + edit.insert + this.text.slice(to)
    const before = this.index.blocks.length
    this.index.edit(from, to, edit.insert.length)
    if (this.index.blocks.length > before) this.mirror.push(this.index.blocks.at(-1)!)
  }

  step(most: number): void {
    for (let i = 0; i < most && this.index.dirty; i++) this.index.step()
  }

  sum(): number {
    return this.index.blocks.reduce((sum, block) => sum + block.length, 0)
  }
}

function summary(blocks: readonly Block[], text: string): readonly string[] {
  let at = 0
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => {
      at += block.length
      return `${block.type}${block.opens ? '+' : ''} ${JSON.stringify(text.slice(at - block.length, at))}`
    })
}

function whole(text: string, scanner: Scanner): readonly string[] {
  const pieces = scanner.scan(text, true, true).pieces
  return summary(
    pieces.map((piece) => ({ ...piece, stale: false, head: false })),
    text,
  )
}

// `expect` takes longer than an edit does: of so many, the checks are `assert`'s.
function followsEdits(
  texts: fc.Arbitrary<string>,
  scripts: fc.Arbitrary<readonly RandomEdit[]>,
  scanner: Scanner,
  usual = 5000,
) {
  fc.assert(
    fc.property(texts, scripts, (text, script) => {
      const subject = new Subject(text, scanner)
      subject.step(1000)
      for (const edit of script) {
        subject.edit(edit)
        assert.equal(subject.sum(), subject.text.length)
        subject.step(edit.steps)
        assert.equal(subject.sum(), subject.text.length)
      }
      subject.step(1000)
      assert.equal(subject.index.dirty, null)
      assert.deepEqual(summary(subject.index.blocks, subject.text), whole(subject.text, scanner))
      assert.deepEqual(subject.mirror, subject.index.blocks)
    }),
    { numRuns: runs(usual) },
  )
}

describe('the block index', () => {
  test('after any edits holds the Markdown blocks of a full lex', () => {
    followsEdits(markdownText, markdownEdits, markdownScanner())
  })

  test('and with a reach so short that groups are often out of it', () => {
    followsEdits(markdownText, markdownEdits, markdownScanner(150), 1000)
  })

  test('after any edits holds the HTML blocks of a full scan', () => {
    followsEdits(htmlText, htmlEdits, htmlScanner())
  })

  test('and with containers that are opened up early', () => {
    followsEdits(htmlText, htmlEdits, htmlScanner(120), 1000)
  })

  test('finds the block of every offset, and where each begins, wherever the last edit was', () => {
    fc.assert(
      fc.property(markdownText, markdownEdits, (text, script) => {
        const subject = new Subject(text, markdownScanner())
        for (const edit of script) {
          subject.edit(edit)
          subject.step(edit.steps)
          const { index } = subject
          const { blocks } = index
          const starts = blocks.map((_, i) => blocks.slice(0, i).reduce((sum, { length }) => sum + length, 0))
          assert.deepEqual(
            blocks.map((_, i) => index.offsetOf(i)),
            starts,
          )
          assert.equal(index.offsetOf(blocks.length), subject.text.length)
          for (let offset = -1; offset <= subject.text.length; offset += 1 + (subject.text.length >> 4)) {
            const holding = blocks.findIndex(
              ({ length }, i) => length > 0 && offset < (starts[i] ?? 0) + length,
            )
            const at = holding < 0 ? blocks.findLastIndex(({ length }) => length > 0) : holding
            const found = at < 0 ? null : { index: at, block: blocks[at], from: starts[at] }
            assert.deepEqual(index.find(offset), found)
          }
        }
      }),
      { numRuns: runs(200) },
    )
  })

  test('knows the reference definitions of the whole text', () => {
    fc.assert(
      fc.property(markdownText, markdownEdits, (text, script) => {
        const subject = new Subject(text, markdownScanner())
        for (const edit of script) {
          subject.edit(edit)
          subject.step(edit.steps)
        }
        subject.step(1000)
        const fresh = new Subject(subject.text, markdownScanner())
        fresh.step(1000)
        expect(subject.index.labels.definitions).toEqual(fresh.index.labels.definitions)
        expect([...subject.index.labels.footnotes]).toEqual([...fresh.index.labels.footnotes])
      }),
      { numRuns: runs(200) },
    )
  })
})
