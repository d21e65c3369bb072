import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeTexts } from '../../../core/article/merge.ts'
import { runs } from '../../runs.ts'

const base = 'one\ntwo\nthree\nfour\nfive\n'
const merged = (text: string) => ({ mine: text, theirs: text, conflicts: 0 })

describe('merging', () => {
  test('edits of different places are both kept', () => {
    const mine = base.replace('one', 'ONE')
    const theirs = base.replace('four', 'FOUR').concat('six\n')
    expect(mergeTexts(base, mine, theirs)).toEqual(merged('ONE\ntwo\nthree\nFOUR\nfive\nsix\n'))
  })
  test('the same edit on both sides is made once', () => {
    const both = base.replace('two\n', 'two\ntwo and a half\n')
    expect(mergeTexts(base, both, both)).toEqual(merged(both))
  })
  test('edits of one line are a conflict, and the rest is merged', () => {
    const result = mergeTexts(base, base.replace('two', 'mine'), `zero\n${base.replace('two', 'theirs')}`)
    expect(result).toEqual({
      mine: 'zero\none\nmine\nthree\nfour\nfive\n',
      theirs: 'zero\none\ntheirs\nthree\nfour\nfive\n',
      conflicts: 1,
    })
  })
  test('edits of neighbouring lines touch: a conflict', () => {
    expect(mergeTexts(base, base.replace('two', 'mine'), base.replace('three', 'theirs')).conflicts).toBe(1)
  })
  test('two different texts added at the end are a conflict, never both or one', () => {
    expect(mergeTexts(base, `${base}mine\n`, `${base}theirs\n`)).toEqual({
      mine: `${base}mine\n`,
      theirs: `${base}theirs\n`,
      conflicts: 1,
    })
  })
  test('a line edited here and deleted there is a conflict', () => {
    expect(mergeTexts(base, base.replace('two', 'mine'), base.replace('two\n', '')).conflicts).toBe(1)
  })
  test('another end of a line is an edit of it', () => {
    const theirs = base.replace('two\n', 'two\r\n')
    expect(mergeTexts(base, base.replace('five', 'FIVE'), theirs)).toEqual(
      merged('one\ntwo\r\nthree\nfour\nFIVE\n'),
    )
  })
  test('texts without a last line end are joined only as a conflict', () => {
    expect(mergeTexts('a', 'a\nmine', 'a\ntheirs').conflicts).toBe(1)
    expect(mergeTexts('a', 'a', 'a\nb')).toEqual(merged('a\nb'))
  })
  test('thousands of blank lines take no time to speak of', () => {
    const blank = '\n'.repeat(20_000)
    expect(mergeTexts(blank, `first\n${blank}`, `${blank}last\n`)).toEqual(merged(`first\n${blank}last\n`))
  })
})

const line = fc.constantFrom('a', 'b', 'c', '', 'd\r', '中文')
const text = fc
  .tuple(fc.array(line, { maxLength: 12 }), fc.boolean())
  .map(([lines, ended]) => lines.join('\n') + (ended ? '\n' : ''))
const lines = (of: string): readonly string[] => of.match(/[^\r\n]*(?:\r\n?|\n)|[^\r\n]+$/g) ?? []

describe('for every three texts', () => {
  test('one side untouched gives the other, and one edit made twice is made once', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        expect(mergeTexts(from, to, from)).toEqual(merged(to))
        expect(mergeTexts(from, from, to)).toEqual(merged(to))
        expect(mergeTexts(from, to, to)).toEqual(merged(to))
      }),
    )
  })
  test('no line either side wrote is lost, and only conflicts tell the two results apart', () => {
    fc.assert(
      fc.property(text, text, text, (from, mine, theirs) => {
        const known = new Set(lines(from))
        const result = mergeTexts(from, mine, theirs)
        for (const one of lines(mine)) if (!known.has(one)) expect(lines(result.mine)).toContain(one)
        for (const one of lines(theirs)) if (!known.has(one)) expect(lines(result.theirs)).toContain(one)
        expect(result.mine === result.theirs).toBe(result.conflicts === 0)
        expect(mergeTexts(from, theirs, mine)).toEqual({
          mine: result.theirs,
          theirs: result.mine,
          conflicts: result.conflicts,
        })
      }),
      { numRuns: runs(1000) },
    )
  })
  test('edits that do not touch are all kept and make no conflict', () => {
    const edits = fc.uniqueArray(fc.record({ at: fc.nat(19), mine: fc.boolean(), deletes: fc.boolean() }), {
      selector: (edit) => edit.at,
    })
    fc.assert(
      fc.property(edits, (all) => {
        const source = Array.from({ length: 60 }, (_, n) => `line ${n}\n`)
        const apply = (chosen: typeof all): string =>
          source
            .map((old, n) => {
              const edit = chosen.find((one) => one.at * 3 + 1 === n)
              return edit === undefined ? old : edit.deletes ? '' : `edit ${n}\n`
            })
            .join('')
        const result = mergeTexts(
          source.join(''),
          apply(all.filter((one) => one.mine)),
          apply(all.filter((one) => !one.mine)),
        )
        expect(result).toEqual(merged(apply(all)))
      }),
    )
  })
})
