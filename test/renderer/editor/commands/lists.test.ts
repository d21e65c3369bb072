import { describe, expect, test } from 'vitest'
import {
  cycleHeading,
  toggleBulletList,
  toggleHeading,
  toggleOrderedList,
  toggleQuote,
  toggleTaskList,
} from '../../../../renderer/editor/commands/lines.ts'
import { run } from '../cursor-notation.ts'

describe('lists of Markdown that are there already', () => {
  test.each([
    ['mixed kinds become one', toggleBulletList, '«- a\n1. b\n- [ ] c\nd»', '«- a\n- b\n- c\n- d»'],
    ['or are numbered', toggleOrderedList, '«- a\n1. b\n- [ ] c\nd»', '«1. a\n2. b\n3. c\n4. d»'],
    ['numbers go on', toggleOrderedList, '1. x\n2. y\na|', '1. x\n2. y\n3. a|'],
    ['over a blank line', toggleOrderedList, '1. x\n\na|', '1. x\n\n2. a|'],
    ['with their own sign', toggleOrderedList, '2) x\na|', '2) x\n3) a|'],
    ['bullets are those of the list', toggleBulletList, '* x\na|', '* x\n* a|'],
    ['off with parentheses', toggleOrderedList, '3) a|', 'a|'],
    ['off with wrong numbers', toggleOrderedList, '«1. a\n1. b\n10. c»', '«a\nb\nc»'],
    ['an empty item becomes a task', toggleTaskList, '- |', '- [ ] |'],
    ['tasks on two levels', toggleTaskList, '«- a\n  - b»', '«- [ ] a\n  - [ ] b»'],
  ])('%s', (_, command, before, after) => expect(run(command, before, 'markdown')).toBe(after))

  test.each([
    ['its text on further lines', toggleOrderedList, '«- a\n  more\n- b»', '«1. a\n   more\n2. b»'],
    ['back as well', toggleBulletList, '«1. a\n   more\n2. b»', '«- a\n  more\n- b»'],
    ['items under it', toggleOrderedList, '- a|\n  - b\n- c', '1. a|\n   - b\n- c'],
    ['items of both levels', toggleBulletList, '«1. a\n   1. b\n2. c»', '«- a\n  - b\n- c»'],
    [
      'paragraphs and code',
      toggleOrderedList,
      '«- a\n\n  para\n\n  ```\n  code\n  ```\n- b»',
      '«1. a\n\n   para\n\n   ```\n   code\n   ```\n2. b»',
    ],
    ['also when the list goes', toggleBulletList, '«- a\n  more\n- b»', '«a\nmore\nb»'],
    ['from a caret further down in it', toggleBulletList, '- a\n  more| text', 'a\nmore| text'],
  ])('an item keeps what is under it: %s', (_, command, before, after) =>
    expect(run(command, before, 'markdown')).toBe(after),
  )

  test.each([
    ['in a code block', '```\na|\n```'],
    ['in code by its indentation', '    a|'],
    ['in a table', '¦ a| ¦\n¦ - ¦'],
    ['of a rule', '---|'],
    ['of HTML', '<div>|\na\n</div>'],
  ])('nothing becomes an item %s', (_, before) =>
    expect(run(toggleBulletList, before, 'markdown')).toBe(null),
  )
})

describe('lists of HTML', () => {
  test.each([
    ['paragraphs on one line', '«<p>a</p><p>b</p>»', '«<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>»'],
    ['a heading stays one', '<h2>a|</h2>', '<ul>\n  <li><h2>a|</h2></li>\n</ul>'],
    ['items on one line, off', '<ul><li>a|</li><li>b</li></ul>', '<p>a|</p><p>b</p>'],
    [
      'an inner list, off',
      '<ul>\n<li>a\n<ul>\n<li>b|</li>\n</ul>\n</li>\n</ul>',
      '<ul>\n<li>a\n<p>b|</p>\n</li>\n</ul>',
    ],
    [
      'at the depth it stands in',
      '<div>\n  <p>a|</p>\n</div>',
      '<div>\n  <ul>\n    <li>a|</li>\n  </ul>\n</div>',
    ],
    ['inside a cell', '<td>a|</td>', '<td><ul>\n  <li>a|</li>\n</ul></td>'],
    ['lines of bare text', '«one\ntwo»', '<ul>\n  <li>«one</li>\n  <li>two»</li>\n</ul>'],
    [
      'two carets in two places',
      '<p>a|</p>\n\n<p>b|</p>',
      '<ul>\n  <li>a|</li>\n</ul>\n\n<ul>\n  <li>b|</li>\n</ul>',
    ],
    ['not in preformatted text', '<pre>\na|\n</pre>', null],
  ])('%s', (_, before, after) => expect(run(toggleBulletList, before, 'html')).toBe(after))

  test('the boxes of tasks stand in the items of one list only', () => {
    const inner = '<ul>\n<li>b</li>\n</ul>'
    expect(run(toggleTaskList, `<ul>\n<li>a|\n${inner}\n</li>\n</ul>`, 'html')).toBe(
      `<ul>\n<li><input type="checkbox"> a|\n${inner}\n</li>\n</ul>`,
    )
  })
})

describe('headings', () => {
  test.each([
    ['in a code block', '```\na|\n```'],
    ['in a table', '¦ a| ¦\n¦ - ¦'],
    ['of a definition', '[a]: b|'],
  ])('none %s', (_, before) => expect(run(cycleHeading, before, 'markdown')).toBe(null))

  test.each([
    ['in a section', '<div>a|</div>', '<div><h2>a|</h2></div>'],
    ['in an item', '<ul>\n<li>a|</li>\n</ul>', '<ul>\n<li><h2>a|</h2></li>\n</ul>'],
    ['in a cell', '<td>a|</td>', '<td><h2>a|</h2></td>'],
    ['of a paragraph on several lines', '<p>\na|\n</p>', '<h2>\na|\n</h2>'],
    ['on an empty line', '|', '<h2>|</h2>'],
    ['not in preformatted text', '<pre>a|</pre>', null],
  ])('HTML: %s', (_, before, after) => expect(run(toggleHeading(2), before, 'html')).toBe(after))
})

describe('quotes', () => {
  test.each([
    ['what continues a list item, inside it', '- a\n\n  |b', '- a\n\n  > |b'],
    ['that off again', '- a\n\n  > |b', '- a\n\n  |b'],
    ['one of two levels off', '> > a|', '> a|'],
    ['all of the code a line is in', '```\na|\n```', '> ```\n> a|\n> ```'],
    ['all of the table a line is in', '¦ a| ¦\n¦ - ¦', '> ¦ a| ¦\n> ¦ - ¦'],
  ])('%s (Markdown)', (_, before, after) => expect(run(toggleQuote, before, 'markdown')).toBe(after))

  test.each([
    ['a whole list', '<ul>\n<li>a|</li>\n</ul>', '<blockquote>\n<ul>\n<li>a|</li>\n</ul>\n</blockquote>'],
    ['a whole paragraph', '<p>\na|\n</p>', '<blockquote>\n<p>\na|\n</p>\n</blockquote>'],
    ['an empty line', '|', '<blockquote>\n|\n</blockquote>'],
  ])('%s (HTML)', (_, before, after) => expect(run(toggleQuote, before, 'html')).toBe(after))
})
