import { describe, expect, test } from 'vitest'
import { insertRule, insertTable } from '../../../../renderer/editor/commands/blocks.ts'
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
