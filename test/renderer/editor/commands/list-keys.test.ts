import { deleteMarkupBackward } from '@codemirror/lang-markdown'
import { describe, expect, test } from 'vitest'
import { shiftTab, tab } from '../../../../renderer/editor/commands/list-nesting.ts'
import { enterInMarkdown } from '../../../../renderer/editor/commands/markdown-enter.ts'
import { run } from '../cursor-notation.ts'

describe('Tab in lists of Markdown', () => {
  test.each([
    ['nests under the item before', '- a\n- b|', '- a\n  - b|'],
    ['by the width of a number', '1. a\n- b|', '1. a\n   - b|'],
    ['by that of a wide number', '10. a\n- b|', '10. a\n    - b|'],
    ['by that of a marker with more spaces', '-   a\n-   b|', '-   a\n    -   b|'],
    ['by a task’s bullet', '- [ ] a\n- [ ] b|', '- [ ] a\n  - [ ] b|'],
    ['whatever its bullet', '- a\n* b|', '- a\n  * b|'],
    ['over paragraphs of the item before', '- a\n\n  para\n\n- b|', '- a\n\n  para\n\n  - b|'],
    ['to the end of the list there', '- a\n  - b\n- c|', '- a\n  - b\n  - c|'],
    ['several items', '- a\n«- b\n- c»', '- a\n  «- b\n  - c»'],
    ['two carets', '- a\n- b|\n- c|', '- a\n  - b|\n  - c|'],
    ['with what is under it', '- a\n- |b\n  more\n  - c', '- a\n  - |b\n    more\n    - c'],
    ['in a quote', '> - a\n> - b|', '> - a\n>   - b|'],
    ['the first item stays', '- a|', null],
    ['not deeper than one level', '- a\n  - b|', null],
    ['not in a code block', '```\n- a\n- b|\n```', null],
    ['outside of lists nothing', 'a|', null],
    ['selected lines are indented', '«a\nb»', '  «a\n  b»'],
  ])('%s', (_, before, after) => expect(run(tab, before, 'markdown')).toBe(after))

  test.each([
    ['begin anew below, go on above', '1. a\n2. b|\n3. c', '1. a\n   1. b|\n2. c'],
    [
      'move the text under what gets narrower',
      '9. a\n10. b|\n11. c\n    - d',
      '9. a\n   1. b|\n10. c\n    - d',
    ],
    ['go on in the list there', '1. a\n   1. b\n2. c|', '1. a\n   1. b\n   2. c|'],
    ['stay where they are all the same', '1. a\n1. b|\n1. c', '1. a\n   1. b|\n1. c'],
    ['in a quote', '> 1. a\n> 2. b|', '> 1. a\n>    1. b|'],
  ])('numbers %s', (_, before, after) => expect(run(tab, before, 'markdown')).toBe(after))
})

describe('Shift-Tab in lists of Markdown', () => {
  test.each([
    ['back to the level above', '- a\n  - b|', '- a\n- b|'],
    ['from under a number', '1. a\n   - b|', '1. a\n- b|'],
    ['one level only', '- a\n  - b\n    - c|', '- a\n  - b\n  - c|'],
    ['with what is under it', '- a\n  - b|\n    more\n    - c', '- a\n- b|\n  more\n  - c'],
    ['a tab is four columns', '- a\n\t- b|', '- a\n- b|'],
    ['in a quote', '> - a\n>   - b|', '> - a\n> - b|'],
    ['numbers go on', '1. a\n   1. b|\n2. c', '1. a\n2. b|\n3. c'],
    ['and begin anew under it', '1. a\n   1. b|\n   2. c\n2. d', '1. a\n2. b|\n   1. c\n3. d'],
    ['several', '- a\n«  - b\n  - c»', '- a\n«- b\n- c»'],
    ['an item at the margin stays', '- a|', null],
    ['selected lines', '«  a\n  b»', '«a\nb»'],
  ])('%s', (_, before, after) => expect(run(shiftTab, before, 'markdown')).toBe(after))
})

describe('Tab in lists of HTML', () => {
  test.each([
    [
      'nests in a new list',
      '<ul>\n  <li>a</li>\n  <li>b|</li>\n</ul>',
      '<ul>\n  <li>a\n    <ul>\n      <li>b|</li>\n    </ul>\n  </li>\n</ul>',
    ],
    [
      'nests in the list there',
      '<ul>\n  <li>a\n    <ul>\n      <li>x</li>\n    </ul>\n  </li>\n  <li>b|</li>\n</ul>',
      '<ul>\n  <li>a\n    <ul>\n      <li>x</li>\n      <li>b|</li>\n    </ul>\n  </li>\n</ul>',
    ],
    ['of one line', '<ol><li>a</li><li>b|</li></ol>', '<ol><li>a<ol><li>b|</li></ol></li></ol>'],
    [
      'with all its lines',
      '<ul>\n  <li>a</li>\n  <li>b|\n  more</li>\n</ul>',
      '<ul>\n  <li>a\n    <ul>\n      <li>b|\n      more</li>\n    </ul>\n  </li>\n</ul>',
    ],
    ['the first item stays', '<ul>\n  <li>a|</li>\n</ul>', null],
    ['outside of lists nothing', '<p>a|</p>', null],
  ])('%s', (_, before, after) => expect(run(tab, before, 'html')).toBe(after))

  test.each([
    [
      'out of a list that is empty then',
      '<ul>\n  <li>a\n    <ul>\n      <li>b|</li>\n    </ul>\n  </li>\n</ul>',
      '<ul>\n  <li>a</li>\n  <li>b|</li>\n</ul>',
    ],
    [
      'out of one with others',
      '<ul>\n  <li>a\n    <ul>\n      <li>b</li>\n      <li>c|</li>\n    </ul>\n  </li>\n  <li>d</li>\n</ul>',
      '<ul>\n  <li>a\n    <ul>\n      <li>b</li>\n    </ul>\n  </li>\n  <li>c|</li>\n  <li>d</li>\n</ul>',
    ],
    ['of one line', '<ul><li>a<ul><li>b|</li></ul></li></ul>', '<ul><li>a</li><li>b|</li></ul>'],
    ['an outer item stays', '<ul>\n  <li>a|</li>\n</ul>', null],
  ])('Shift-Tab: %s', (_, before, after) => expect(run(shiftTab, before, 'html')).toBe(after))
})

describe('Enter in Markdown goes on', () => {
  test.each([
    ['with bullets', '* a|', '* a\n* |'],
    ['with numbers', '1. a|', '1. a\n2. |'],
    ['with their sign', '9) a|', '9) a\n10) |'],
    ['and counts on what follows', '1. a|\n2. b\n3. c', '1. a\n2. |\n3. b\n4. c'],
    ['with tasks, not yet done', '- [x] a|', '- [x] a\n- [ ] |'],
    ['with quotes', '> a|', '> a\n> |'],
    ['with quotes in lists', '- > a|', '- > a\n  > |'],
    ['with lists in quotes', '> - a|', '> - a\n> - |'],
    ['with the inner list', '1. a\n   - b|', '1. a\n   - b\n   - |'],
    ['with a loose list', '- a\n\n- b|', '- a\n\n- b\n\n- |'],
    ['and parts an item', '- a|b', '- a\n- |b'],
    ['with a paragraph of an item', '- a\n\n  para|', '- a\n\n  para\n  |'],
    ['at several carets', '- a|\n- b|', '- a\n- |\n- b\n- |'],
    ['not in code', '```\n- a|\n```', null],
    ['not in code in an item', '- ```\n  a|\n  ```', null],
    ['not before a marker', '|- a', null],
    ['not with headings', '# a|', null],
  ])('%s', (_, before, after) => expect(run(enterInMarkdown, before, 'markdown')).toBe(after))
})

describe('Enter on an empty line of it ends', () => {
  test.each([
    ['a list, with a blank line: else text would go on with the item', '- a\n- |', '- a\n\n|'],
    ['a list between its items', '- a\n- |\n- b', '- a\n\n|\n- b'],
    ['tasks', '- [ ] a\n- [ ] |', '- [ ] a\n\n|'],
    ['numbers', '1. a\n2. |', '1. a\n\n|'],
    ['a loose list', '- a\n\n- |', '- a\n\n|'],
    ['an inner list: back to the outer', '- a\n  - |', '- a\n- |'],
    ['a list in a quote', '> - a\n> - |', '> - a\n>\n> |'],
    ['a quote', '> a\n> |', '> a\n\n|'],
    ['a quote of two paragraphs', '> a\n>\n> |', '> a\n>\n|'],
    ['the inner of two quotes', '> > a\n> > |', '> > a\n>\n> |'],
    ['a quote in a list', '- > a\n  > |', '- > a\n\n|'],
    ['a list that is nothing else', '- |', '|'],
    ['a quote that is nothing else', '> |', '|'],
    ['one under front matter', '---\nt: 1\n---\n- |', '---\nt: 1\n---\n|'],
    ['but nothing in code', '```\n> |\n```', null],
  ])('%s', (_, before, after) => expect(run(enterInMarkdown, before, 'markdown')).toBe(after))
})

describe('Backspace takes a marker away', () => {
  test.each([
    ['of a list', '- |a', '|a'],
    ['leaves a second one’s text in its column', '- a\n- |b', '- a\n  |b'],
    ['of a quote, one at a time', '> > |a', '> |a'],
    ['of a task', '- [ ] |a', '|a'],
    ['of a number', '1. |a', '|a'],
    ['not in the text', '- a|', null],
    ['not of a heading', '## |a', null],
  ])('%s', (_, before, after) => expect(run(deleteMarkupBackward, before, 'markdown')).toBe(after))
})
