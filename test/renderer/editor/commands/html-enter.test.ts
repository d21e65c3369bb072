import { expect, test } from 'vitest'
import { continueHtmlList } from '../../../../renderer/editor/commands/html-enter.ts'
import { run } from '../cursor-notation.ts'

test.each([
  ['continues a list', '<ul>\n  <li>one|</li>\n</ul>', '<ul>\n  <li>one</li>\n  <li>|</li>\n</ul>'],
  [
    'parts an item at the caret',
    '<ol>\n<li>one| two</li>\n</ol>',
    '<ol>\n<li>one</li>\n<li>| two</li>\n</ol>',
  ],
  ['replaces what is selected', '<ul>\n<li>a«b»c</li>\n</ul>', '<ul>\n<li>a</li>\n<li>|c</li>\n</ul>'],
  [
    'continues tasks, not yet done',
    '<ul>\n  <li><input type="checkbox" checked> one|</li>\n</ul>',
    '<ul>\n  <li><input type="checkbox" checked> one</li>\n  <li><input type="checkbox"> |</li>\n</ul>',
  ],
  [
    'leaves the list from an empty last item',
    '<ul>\n  <li>one</li>\n  <li>|</li>\n</ul>\n<p>on</p>',
    '<ul>\n  <li>one</li>\n</ul>\n|\n<p>on</p>',
  ],
  [
    'stays in the list in an empty item between others',
    '<ul>\n<li>|</li>\n<li>two</li>\n</ul>',
    '<ul>\n<li></li>\n<li>|</li>\n<li>two</li>\n</ul>',
  ],
  [
    'parts a paragraph in the item',
    '<ul>\n<li><p>a|</p></li>\n</ul>',
    '<ul>\n<li><p>a</p></li>\n<li><p>|</p></li>\n</ul>',
  ],
  [
    'parts inline elements, ids only once',
    '<ul>\n<li>a <b class="x" id="y">b|c</b> d</li>\n</ul>',
    '<ul>\n<li>a <b class="x" id="y">b</b></li>\n<li><b class="x">|c</b> d</li>\n</ul>',
  ],
  ['leaves a list that is nothing else', '<p>x</p>\n<ul>\n  <li>|</li>\n</ul>', '<p>x</p>\n|'],
  [
    'goes from an inner list to the outer one',
    '<ul>\n<li>a\n<ul>\n<li>b</li>\n<li>|</li>\n</ul>\n</li>\n</ul>',
    '<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>|</li>\n</ul>',
  ],
  ['leaves a paragraph alone', '<p>one|</p>', null],
  ['leaves code in an item alone', '<ul><li><pre>a|</pre></li></ul>', null],
  ['leaves a caret before the item alone', '<ul>\n|<li>one</li>\n</ul>', null],
])('Enter %s (HTML)', (_, before, after) => {
  expect(run(continueHtmlList, before, 'html')).toBe(after)
})

test('Enter is left to the other keys in Markdown', () => {
  expect(run(continueHtmlList, '<ul>\n<li>one|</li>\n</ul>', 'markdown')).toBe(null)
})
