import { describe, expect, test } from 'vitest'
import {
  deleteLine,
  duplicateLine,
  moveDown,
  moveUp,
} from '../../../../renderer/editor/commands/whole-lines.ts'
import { run } from '../cursor-notation.ts'

describe.each(['markdown', 'html'] as const)('lines of %s', (format) => {
  test.each([
    ['up', 'a\nb|', 'b|\na'],
    ['several', 'a\n«b\nc»\nd', '«b\nc»\na\nd'],
    ['two carets', 'a\nb|\nc\nd|', 'b|\na\nd|\nc'],
    ['not beyond the start', 'a|\nb', null],
    ['not into the front matter', '---\nt: 1\n---\na|\nb', null],
    ['within the body', '---\nt: 1\n---\na\nb|', '---\nt: 1\n---\nb|\na'],
  ])('move %s', (_, before, after) => expect(run(moveUp, before, format)).toBe(after))

  test.each([
    ['down', 'a|\nb', 'b\na|'],
    ['several', '«a\nb»\nc', 'c\n«a\nb»'],
    ['two carets', 'a|\nb\nc|\nd', 'b\na|\nd\nc|'],
    ['not beyond the end', 'a\nb|', null],
    ['not out of the front matter', '---\nt: 1\n---|\na', null],
    ['within the body', '---\nt: 1\n---\na|\nb', '---\nt: 1\n---\nb\na|'],
  ])('move %s', (_, before, after) => expect(run(moveDown, before, format)).toBe(after))

  test.each([
    ['below', 'a|\nb', 'a\na|\nb'],
    ['several', '«a\nb»', 'a\nb\n«a\nb»'],
    ['two carets', 'a|\nx\nb|', 'a\na|\nx\nb\nb|'],
    ['an empty line', 'a\n|\nb', 'a\n\n|\nb'],
    ['the last line', 'a\nb|', 'a\nb\nb|'],
    ['the first line of the body', '---\nt: 1\n---\na|', '---\nt: 1\n---\na\na|'],
  ])('are duplicated: %s', (_, before, after) => expect(run(duplicateLine, before, format)).toBe(after))

  test.each([
    ['the first', 'a|\nb', '|b'],
    ['the last', 'a\nb|', 'a|'],
    ['several', 'a\n«b\nc»\nd', 'a\n|d'],
    ['two carets', 'a|\nb\nc|\nd', '|b\n|d'],
    ['neighbours', 'a|\nb|\nc', '|c'],
    ['the only line of the body', '---\nt: 1\n---\na|', '---\nt: 1\n---\n|'],
  ])('are deleted: %s', (_, before, after) => expect(run(deleteLine, before, format)).toBe(after))
})

describe('a line of a Markdown table moves as a row', () => {
  test.each([
    ['up over the delimiter row', '¦ a ¦\n¦ - ¦\n¦ 1| ¦', '¦ 1| ¦\n¦ - ¦\n¦ a ¦', moveUp],
    ['down over the delimiter row', '¦ a| ¦\n¦ - ¦\n¦ 1 ¦', '¦ 1 ¦\n¦ - ¦\n¦ a| ¦', moveDown],
    ['not out of the table', '¦ a ¦\n¦ - ¦\n¦ 1| ¦\n\nb', null, moveDown],
  ])('%s', (_, before, after, command) => expect(run(command, before, 'markdown')).toBe(after))
})
