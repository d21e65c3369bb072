import { describe, expect, test } from 'vitest'
import { insertRule, insertTable } from '../../../../renderer/editor/commands/blocks.ts'
import { shiftTab, tab } from '../../../../renderer/editor/commands/list-nesting.ts'
import { run } from '../cursor-notation.ts'

describe('table', () => {
  const grid = '¦     ¦     ¦\n¦ --- ¦ --- ¦ --- ¦\n¦     ¦     ¦     ¦\n¦     ¦     ¦     ¦'

  test.each([
    ['an empty article', '|', `¦ |    ${grid}`],
    ['after text, a blank line between', 'text|', `text\n\n¦ |    ${grid}`],
    ['on a blank line after text', 'text\n|', `text\n\n¦ |    ${grid}`],
    ['on a blank line with blank lines around', 'a\n\n|\n\nb', `a\n\n¦ |    ${grid}\n\nb`],
    ['before text', '|\ntext', `¦ |    ${grid}\n\ntext`],
    ['under front matter', '---\na: b\n---\n|', `---\na: b\n---\n¦ |    ${grid}`],
    ['in a table: after it', '¦ a| ¦\n¦ - ¦\n¦ b ¦\n', `¦ a ¦\n¦ - ¦\n¦ b ¦\n\n¦ |    ${grid}\n`],
  ])('%s (Markdown)', (_, before, after) => {
    expect(run(insertTable, before, 'markdown')).toBe(after)
  })

  test.each(['|', '<p>a</p>|', '<p>a</p>\n|', '|\n<p>b</p>', '<div>\n|\n</div>', '<p>a|</p>\n<p>b</p>'])(
    'a table after %j (HTML)',
    (before) => {
      expect(run(insertTable, before, 'html')).toMatch(/<table>\n {2}<thead>\n {4}<tr><th>\|<\/th><th><\/th>/)
    },
  )
})

test('a table in a table goes after it (HTML)', () => {
  const table = '<table>\n<tr><td>a|</td></tr>\n</table>\n<p>b</p>'
  expect(run(insertTable, table, 'html')).toMatch(
    /^<table>\n<tr><td>a<\/td><\/tr>\n<\/table>\n<table>\n {2}<thead>/,
  )
})

describe('horizontal rule', () => {
  test.each([
    ['an empty article', '|', '---\n|'],
    ['after text: not a heading underline', 'text|', 'text\n\n---\n|'],
    ['on the line after text', 'text\n|', 'text\n\n---\n|'],
    ['between paragraphs', 'a\n\n|\n\nb', 'a\n\n---\n|\n\nb'],
    ['before text', '|\ntext', '---\n|\n\ntext'],
    ['several', 'a|\n\nb|', 'a\n\n---\n|\n\nb\n\n---\n|'],
    ['after code, not in it', '```\na|\n```', '```\na\n```\n\n---\n|'],
  ])('%s (Markdown)', (_, before, after) => {
    expect(run(insertRule, before, 'markdown')).toBe(after)
  })

  test.each([
    ['an empty article', '|', '<hr>\n|'],
    ['after a paragraph', '<p>a</p>|', '<p>a</p>\n<hr>\n|'],
    ['on the next line', '<p>a</p>\n|', '<p>a</p>\n<hr>\n|'],
    ['between', '<p>a</p>\n|\n<p>b</p>', '<p>a</p>\n<hr>\n|\n<p>b</p>'],
    ['inside an element', '<div>\n|\n</div>', '<div>\n<hr>\n|\n</div>'],
    ['after a paragraph of several lines', '<p>\na|\n</p>', '<p>\na\n</p>\n<hr>\n|'],
    ['after a list', '<ul>\n<li>a|</li>\n</ul>', '<ul>\n<li>a</li>\n</ul>\n<hr>\n|'],
    ['several', '<p>a</p>|\n<p>b</p>|', '<p>a</p>\n<hr>\n|\n<p>b</p>\n<hr>\n|'],
  ])('%s (HTML)', (_, before, after) => {
    expect(run(insertRule, before, 'html')).toBe(after)
  })
})

describe('Tab in lists', () => {
  test.each([
    ['nests under the item before', '- a\n- b|', '- a\n  - b|'],
    ['by the width of a number', '1. a\n2. b|', '1. a\n   2. b|'],
    ['a wide number', '10. a\n11. b|', '10. a\n    11. b|'],
    ['the first item stays', '- a|', null],
    ['several items', '- a\n«- b\n- c»', '- a\n  «- b\n  - c»'],
    ['in a quote', '> - a\n> - b|', '> - a\n>   - b|'],
    ['not deeper than one level', '- a\n  - b|', null],
    ['outside of lists nothing', 'a|', null],
    ['selected lines are indented', '«a\nb»', '  «a\n  b»'],
  ])('%s', (_, before, after) => {
    expect(run(tab, before, 'markdown')).toBe(after)
  })

  test.each([
    ['back to the level above', '- a\n  - b|', '- a\n- b|'],
    ['from under a number', '1. a\n   - b|', '1. a\n- b|'],
    ['one level only', '- a\n  - b\n    - c|', '- a\n  - b\n  - c|'],
    ['an item at the margin stays', '- a|', null],
    ['several', '- a\n«  - b\n  - c»', '- a\n«- b\n- c»'],
    ['selected lines', '«  a\n  b»', '«a\nb»'],
  ])('Shift-Tab: %s', (_, before, after) => {
    expect(run(shiftTab, before, 'markdown')).toBe(after)
  })
})
