import { describe, expect, test } from 'vitest'
import type { TableOperation } from '../../../../../core/table/table.ts'
import { changeTable } from '../../../../../renderer/editor/commands/tables/change-table.ts'
import {
  breakInCell,
  enterInTable,
  nextCell,
  previousCell,
} from '../../../../../renderer/editor/commands/tables/table-keys.ts'
import { run } from '../../cursor-notation.ts'

/** Bars are the table's here: `^` is a caret and `[…]` a selection. */
const notation = (text: string): string =>
  text.replaceAll('|', '¦').replaceAll('^', '|').replaceAll('[', '«').replaceAll(']', '»')

function expectTable(operation: TableOperation, before: string, after: string | null): void {
  expect(run(changeTable(operation), notation(before), 'markdown')).toBe(
    after === null ? null : notation(after),
  )
}

describe('rows of a Markdown table', () => {
  test.each([
    ['below the header', '| a^ |\n| --- |\n| 1 |', '| a |\n| --- |\n| ^    |\n| 1 |'],
    ['below a row', '| a |\n| - |\n| 1^ |\n| 2 |', '| a |\n| - |\n| 1 |\n| ^  |\n| 2 |'],
    ['below the last row', '| a |\n| --- |\n| 1^ |', '| a |\n| --- |\n| 1 |\n| ^    |'],
    ['as wide as the columns', '| a^ | b |\n| :-- | ---: |', '| a | b |\n| :-- | ---: |\n| ^    |      |'],
    ['in a quote', '> | a^ |\n> | --- |', '> | a |\n> | --- |\n> | ^    |'],
    [
      'in two tables',
      '| a^ |\n| --- |\n\n| b^ |\n| --- |',
      '| a |\n| --- |\n| ^    |\n\n| b |\n| --- |\n| ^    |',
    ],
    ['outside a table', 'text^', null],
  ])('added %s', (_, before, after) => expectTable('rowBelow', before, after))

  test.each([
    ['above a row', '| a |\n| --- |\n| 1^ |', '| a |\n| --- |\n| ^    |\n| 1 |'],
    ['above the header, which becomes a row', '| a^ |\n| --- |', '| ^    |\n| --- |\n| a |'],
    [
      'above the first selected row',
      '| a |\n| --- |\n| [1 |\n| 2] |',
      '| a |\n| --- |\n| ^    |\n| 1 |\n| 2 |',
    ],
    [
      'in the same column',
      '| a | b |\n| --- | --- |\n| 1 | 2^ |',
      '| a | b |\n| --- | --- |\n|     | ^    |\n| 1 | 2 |',
    ],
    ['without outer bars', 'a | b\n--- | ---\n1 | 2^', 'a | b\n--- | ---\n|     | ^    |\n1 | 2'],
    ['in a list item', '- | a^ |\n  | --- |', '- | ^    |\n  | --- |\n  | a |'],
  ])('added %s', (_, before, after) => expectTable('rowAbove', before, after))

  test.each([
    ['the one with the caret', '| a |\n| - |\n| 1^ |\n| 2 |', '| a |\n| - |\n| 2^ |'],
    ['the last one', '| a |\n| - |\n| 1 |\n| 2^ |', '| a |\n| - |\n| 1^ |'],
    ['several', '| a |\n| - |\n| [1 |\n| 2] |\n| 3 |', '| a |\n| - |\n| 3^ |'],
    ['two carets', '| a |\n| - |\n| 1^ |\n| 2 |\n| 3^ |', '| a |\n| - |\n| 2^ |'],
    ['the header: the first row takes its place', '| a^ |\n| - |\n| 1 |', '| 1^ |\n| - |'],
    ['everything: the table goes', 'x\n\n| a^ |\n| - |\n\ny', 'x\n\n^\n\ny'],
  ])('deleted: %s', (_, before, after) => expectTable('deleteRow', before, after))

  test.each([
    ['down', '| a |\n| - |\n| 1^ |\n| 2 |', '| a |\n| - |\n| 2 |\n| 1^ |'],
    ['down from the header', '| a^ |\n| - |\n| 1 |', '| 1 |\n| - |\n| a^ |'],
    ['not beyond the end', '| a |\n| - |\n| 1^ |', null],
    ['several', '| a |\n| - |\n| [1 |\n| 2] |\n| 3 |', '| a |\n| - |\n| 3 |\n| [1 |\n| 2] |'],
    [
      'with two carets',
      '| a |\n| - |\n| 1^ |\n| 2 |\n| 3^ |\n| 4 |',
      '| a |\n| - |\n| 2 |\n| 1^ |\n| 4 |\n| 3^ |',
    ],
    [
      'rows of other lengths',
      '| a | b |\n| - | - |\n| 1^ |\n| 2 | 3 | 4 |',
      '| a | b |\n| - | - |\n| 2 | 3 | 4 |\n| 1^ |',
    ],
  ])('moved %s', (_, before, after) => expectTable('moveRowDown', before, after))

  test.each([
    ['up', '| a |\n| - |\n| 1 |\n| 2^ |', '| a |\n| - |\n| 2^ |\n| 1 |'],
    ['up to the header', '| a |\n| - |\n| 1^ |', '| 1^ |\n| - |\n| a |'],
    ['not beyond the start', '| a^ |\n| - |\n| 1 |', null],
    ['several', '| a |\n| - |\n| 1 |\n| [2 |\n| 3] |', '| a |\n| - |\n| [2 |\n| 3] |\n| 1 |'],
    ['with two carets', '| a |\n| - |\n| 1 |\n| 2^ |\n| 3^ |', '| a |\n| - |\n| 2^ |\n| 3^ |\n| 1 |'],
    ['in a quote', '> | a |\n> | - |\n> | 1 |\n> | 2^ |', '> | a |\n> | - |\n> | 2^ |\n> | 1 |'],
  ])('moved %s', (_, before, after) => expectTable('moveRowUp', before, after))
})

describe('columns of a Markdown table', () => {
  test.each([
    ['right of the caret', '| a^ | b |\n| - | - |', '| a | ^    | b |\n| - | --- | - |'],
    ['after the last', '| a^ |\n| - |\n| 1 |', '| a | ^    |\n| - | --- |\n| 1 |     |'],
    [
      'where a row has too few cells',
      '| a | b^ |\n| - | - |\n| 1 |',
      '| a | b | ^    |\n| - | - | --- |\n| 1 |     |     |',
    ],
    ['without outer bars', 'a^ | b\n--- | ---', '| a | ^    | b |\n| --- | --- | --- |'],
    [
      'past escaped bars and code',
      '| a\\|x^ | `b\\|c` |\n| - | - |',
      '| a\\|x | ^    | `b\\|c` |\n| - | --- | - |',
    ],
    [
      'in two tables',
      '| a^ |\n| - |\n\n| b^ |\n| - |',
      '| a | ^    |\n| - | --- |\n\n| b | ^    |\n| - | --- |',
    ],
  ])('added %s', (_, before, after) => expectTable('columnRight', before, after))

  test.each([
    ['left of the caret', '| a | b^ |\n| - | - |', '| a | ^    | b |\n| - | --- | - |'],
    ['before the first', '| a^ |\n| - |\n| 1 |', '| ^    | a |\n| --- | - |\n|     | 1 |'],
    ['from a row', '| a |\n| - |\n| 1^ |', '|     | a |\n| --- | - |\n| ^    | 1 |'],
    ['without outer bars', 'a^ | b\n--- | ---', '| ^    | a | b |\n| --- | --- | --- |'],
    ['in a quote', '> | a^ |\n> | - |', '> | ^    | a |\n> | --- | - |'],
    ['left of all selected', '| a | [b | c] |\n| - | - | - |', '| a | ^    | b | c |\n| - | --- | - | - |'],
  ])('added %s', (_, before, after) => expectTable('columnLeft', before, after))

  test.each([
    ['the one with the caret', '| a^ | b |\n| - | - |\n| 1 | 2 |', '| b^ |\n| - |\n| 2 |'],
    ['the last one', '| a | b^ |\n| - | :-: |', '| a^ |\n| - |'],
    ['two carets', '| a^ | b | c^ |\n| - | - | - |', '| b^ |\n| - |'],
    ['a selection', '| [a | b] | c |\n| - | - | - |', '| c^ |\n| - |'],
    ['one that leaves a single column without bars', 'a^ | b\n--- | ---\n1 | 2', '| b^ |\n| --- |\n| 2 |'],
    ['everything: the table goes', '| a^ |\n| - |', '^'],
  ])('deleted: %s', (_, before, after) => expectTable('deleteColumn', before, after))

  test.each([
    ['right', '| a^ | b |\n| :-- | - |\n| 1 | 2 |', '| b | a^ |\n| - | :-- |\n| 2 | 1 |'],
    ['not beyond the end', '| a | b^ |\n| - | - |', null],
    ['from a row', '| a | b |\n| - | - |\n| 1^1 | 2 |', '| b | a |\n| - | - |\n| 2 | 1^1 |'],
    ['several', '| [a | b] | c |\n| - | - | - |', '| c | [a | b] |\n| - | - | - |'],
    ['where a row has too few cells', '| a^ | b |\n| - | - |\n| 1 |', '| b | a^ |\n| - | - |\n|     | 1 |'],
    ['two carets', '| a^ | b | c^ | d |\n| - | - | - | - |', '| b | a^ | d | c^ |\n| - | - | - | - |'],
  ])('moved %s', (_, before, after) => expectTable('moveColumnRight', before, after))

  test.each([
    ['left', '| a | b^ |\n| - | :-: |\n| 1 | 2 |', '| b^ | a |\n| :-: | - |\n| 2 | 1 |'],
    ['not beyond the start', '| a^ | b |\n| - | - |', null],
    ['without outer bars', 'a | b^\n--- | ---', '| b^ | a |\n| --- | --- |'],
    ['several', '| a | [b | c] |\n| - | - | - |', '| [b | c] | a |\n| - | - | - |'],
    ['with escaped bars', '| a\\|x | b^ |\n| - | - |', '| b^ | a\\|x |\n| - | - |'],
    [
      'in two tables',
      '| a | b^ |\n| - | - |\n\n| c | d^ |\n| - | - |',
      '| b^ | a |\n| - | - |\n\n| d^ | c |\n| - | - |',
    ],
  ])('moved %s', (_, before, after) => expectTable('moveColumnLeft', before, after))
})

describe('alignment in a Markdown table', () => {
  test.each([
    ['centre', '| a^ | b |\n| --- | --- |', '| a^ | b |\n| :-: | --- |', 'alignCenter'],
    [
      'right',
      '| a | b |\n| --- | ------ |\n| 1 | 2^ |',
      '| a | b |\n| --- | -----: |\n| 1 | 2^ |',
      'alignRight',
    ],
    ['left', '| a^ |\n| --- |', '| a^ |\n| :-- |', 'alignLeft'],
    ['another', '| a^ |\n| :-: |', '| a^ |\n| --: |', 'alignRight'],
    ['off', '| a^ |\n| :-: |', '| a^ |\n| --- |', 'alignCenter'],
    [
      'several columns',
      '| a^ | b | c^ |\n| --- | --- | --- |',
      '| a^ | b | c^ |\n| :-- | --- | :-- |',
      'alignLeft',
    ],
    ['a short delimiter', '| a^ |\n| - |', '| a^ |\n| :-: |', 'alignCenter'],
  ] as const)('%s', (_, before, after, operation) => expectTable(operation, before, after))
})

describe('a Markdown table set out evenly', () => {
  test.each([
    ['bars under bars', '|a^|bcd|\n|-|-|\n|1|2|', '| a^   | bcd |\n| --- | --- |\n| 1   | 2   |'],
    [
      'East Asian width',
      '| 名字^ | b |\n| - | - |\n| x | 港口在冬天 |',
      '| 名字^ | b          |\n| ---- | ---------- |\n| x    | 港口在冬天 |',
    ],
    [
      'alignment',
      '| a | b | c^ |\n| :- | :-: | -: |\n| 1 | 12345 | 1234 |',
      '| a   |   b   |    c^ |\n| :-- | :---: | ---: |\n| 1   | 12345 | 1234 |',
    ],
    ['escaped bars', '| a\\|b^ |\n| - |\n| `x\\|yy` |', '| a\\|b^    |\n| ------- |\n| `x\\|yy` |'],
    [
      'rows with too few and too many cells',
      '| a^ | b |\n| - | - |\n| 1 |\n| 1 | 2 | 3 |',
      '| a^   | b   |\n| --- | --- |\n| 1   |     |\n| 1   | 2   | 3 |',
    ],
    ['two tables', '|a^|\n|-|\n\n|b^|\n|-|', '| a^   |\n| --- |\n\n| b^   |\n| --- |'],
    ['an even one stays', '| a^   |\n| --- |', null],
  ])('%s', (_, before, after) => expectTable('format', before, after))
})

describe('keys in a Markdown table', () => {
  const expectKey = (command: typeof nextCell, before: string, after: string | null): void => {
    expect(run(command, notation(before), 'markdown')).toBe(after === null ? null : notation(after))
  }

  test.each([
    ['the next cell, selected', '| a^ | b |\n| - | - |', '| a | [b] |\n| - | - |'],
    ['over the delimiter row', '| a^ |\n| - |\n| 1 |', '| a |\n| - |\n| [1] |'],
    ['an empty cell', '| a^ |     |\n| - | - |', '| a | ^    |\n| - | - |'],
    [
      'a new row after the last cell',
      '| a | b |\n| --- | --- |\n| 1 | 2^ |',
      '| a | b |\n| --- | --- |\n| 1 | 2 |\n| ^    |     |',
    ],
    ['several carets', '| a^ | b |\n| - | - |\n| 1^ | 2 |', '| a | [b] |\n| - | - |\n| 1 | [2] |'],
    ['outside a table nothing', 'a^', null],
  ])('Tab: %s', (_, before, after) => expectKey(nextCell, before, after))

  test.each([
    ['the cell before', '| a | b^ |\n| - | - |', '| [a] | b |\n| - | - |'],
    ['the row above', '| a |\n| - |\n| 1^ |', '| [a] |\n| - |\n| 1 |'],
    ['the first cell stays', '| a^ |\n| - |', '| a^ |\n| - |'],
    ['several carets', '| a | b^ |\n| - | - |\n| 1 | 2^ |', '| [a] | b |\n| - | - |\n| [1] | 2 |'],
    ['an empty cell', '|     | b^ |\n| - | - |', '| ^    | b |\n| - | - |'],
    ['outside a table nothing', 'a^', null],
  ])('Shift-Tab: %s', (_, before, after) => expectKey(previousCell, before, after))

  test.each([
    ['the cell below', '| a^ | b |\n| - | - |\n| 1 | 2 |', '| a | b |\n| - | - |\n| [1] | 2 |'],
    ['a new row after the last', '| a |\n| --- |\n| 1^ |', '| a |\n| --- |\n| 1 |\n| ^    |'],
    ['out of an empty last row', '| a |\n| --- |\n| ^    |\n\nb', '| a |\n| --- |\n\n^\n\nb'],
    ['out of it in a quote', '> | a |\n> | --- |\n> | ^    |', '> | a |\n> | --- |\n>\n> ^'],
    ['after the last bar a line as ever', '| a |\n| - |^', null],
    ['before the first bar a line as ever', '| a |\n^| - |', null],
  ])('Enter: %s', (_, before, after) => expectKey(enterInTable, before, after))

  test('Shift-Enter breaks the line within the cell', () => {
    expectKey(breakInCell, '| a^ |\n| - |', '| a<br>^ |\n| - |')
    expectKey(breakInCell, 'a^', null)
  })
})
