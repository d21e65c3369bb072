import { describe, expect, test } from 'vitest'
import {
  cycleHeading,
  toggleHeading,
  toggleBulletList,
  toggleOrderedList,
  toggleQuote,
  toggleTaskList,
} from '../../../../renderer/editor/commands/lines.ts'
import { run } from '../cursor-notation.ts'

describe('heading', () => {
  test.each([
    ['text', 'wo|rd', '# wo|rd'],
    ['level 1', '# wo|rd', '## wo|rd'],
    ['level 6 back to text', '###### wo|rd', 'wo|rd'],
    ['an empty line', '|', '# |'],
    ['several lines', '«a\nb»', '# «a\n# b»'],
    ['two carets', 'a|\n\n## b|', '# a|\n\n### b|'],
    ['in a quote', '> wo|rd', '> # wo|rd'],
    ['a tag that looks like a heading', '#t|ag', '# #t|ag'],
    ['an underlined one loses its underline', 'Ti|tle\n=====\n\ntext', '## Ti|tle\n\ntext'],
    ['one underlined with hyphens', 'Ti|tle\n---', '### Ti|tle'],
    ['one of several lines becomes one line', 'On|e\n  two\n---\n', '### On|e two\n'],
    ['an underlined one in a quote', '> Ti|tle\n> ---\n', '> ### Ti|tle\n'],
  ])('%s (Markdown)', (_, before, after) => {
    expect(run(cycleHeading, before, 'markdown')).toBe(after)
  })

  test.each([
    ['a paragraph', '<p>wo|rd</p>', '<h1>wo|rd</h1>'],
    ['attributes stay', '<p class="x">wo|rd</p>', '<h1 class="x">wo|rd</h1>'],
    ['level 2', '<h2>wo|rd</h2>', '<h3>wo|rd</h3>'],
    ['level 6', '<h6>wo|rd</h6>', '<p>wo|rd</p>'],
    ['bare text', 'wo|rd', '<h1>wo|rd</h1>'],
    ['two carets', '<p>a|</p>\n<h1>b|</h1>', '<h1>a|</h1>\n<h2>b|</h2>'],
    ['a caret before the tag', '|<h2>word</h2>', '|<h3>word</h3>'],
  ])('%s (HTML)', (_, before, after) => {
    expect(run(cycleHeading, before, 'html')).toBe(after)
  })
})

describe('quote', () => {
  test.each([
    ['a line', 'wo|rd', '> wo|rd'],
    ['off', '> wo|rd', 'wo|rd'],
    ['off without a space', '>wo|rd', 'wo|rd'],
    ['lines with a blank one between', '«a\n\nb»', '> «a\n> \n> b»'],
    ['some are quoted: one deeper', '«> a\nb»', '> «> a\n> b»'],
    ['off for several', '«> a\n> b»', '«a\nb»'],
    ['two carets', 'a|\n\nb|', '> a|\n\n> b|'],
    ['an empty line', '|', '> |'],
  ])('%s (Markdown)', (_, before, after) => {
    expect(run(toggleQuote, before, 'markdown')).toBe(after)
  })

  test.each([
    ['a paragraph', '<p>wo|rd</p>', '<blockquote>\n<p>wo|rd</p>\n</blockquote>'],
    ['off', '<blockquote>\n<p>wo|rd</p>\n</blockquote>', '<p>wo|rd</p>'],
    ['off in one line', '<blockquote><p>wo|rd</p></blockquote>', '<p>wo|rd</p>'],
    ['two paragraphs', '«<p>a</p>\n<p>b</p>»', '<blockquote>\n«<p>a</p>\n<p>b</p>»\n</blockquote>'],
    ['off for two', '<blockquote>\n«<p>a</p>\n<p>b</p>»\n</blockquote>\n', '«<p>a</p>\n<p>b</p>»\n'],
    ['bare text', 'wo|rd', '<blockquote>\nwo|rd\n</blockquote>'],
  ])('%s (HTML)', (_, before, after) => {
    expect(run(toggleQuote, before, 'html')).toBe(after)
  })
})

describe('bullet list', () => {
  test.each([
    ['a line', 'wo|rd', '- wo|rd'],
    ['off', '- wo|rd', 'wo|rd'],
    ['off with another bullet', '* wo|rd', 'wo|rd'],
    ['lines', '«a\nb»', '- «a\n- b»'],
    ['blank lines are left alone', '«a\n\nb»', '- «a\n\n- b»'],
    ['from numbers', '«1. a\n2. b»', '«- a\n- b»'],
    ['from tasks', '- [x] a|', '- a|'],
    ['in a quote', '> a|', '> - a|'],
    ['an empty line', '|', '- |'],
    ['two carets', 'a|\n\nb|', '- a|\n\n- b|'],
  ])('%s (Markdown)', (_, before, after) => {
    expect(run(toggleBulletList, before, 'markdown')).toBe(after)
  })

  test.each([
    ['a paragraph', '<p>wo|rd</p>', '<ul>\n  <li>wo|rd</li>\n</ul>'],
    ['bare text', 'wo|rd', '<ul>\n  <li>wo|rd</li>\n</ul>'],
    ['off', '<ul>\n  <li>wo|rd</li>\n</ul>', '<p>wo|rd</p>'],
    ['two paragraphs', '<p>«a</p>\n<p>b»</p>', '<ul>\n  <li>«a</li>\n  <li>b»</li>\n</ul>'],
    ['from numbers', '<ol>\n  <li>a|</li>\n</ol>', '<ul>\n  <li>a|</li>\n</ul>'],
    ['an empty line', '|', '<ul>\n  <li>|</li>\n</ul>'],
  ])('%s (HTML)', (_, before, after) => {
    expect(run(toggleBulletList, before, 'html')).toBe(after)
  })
})

describe('ordered list', () => {
  test.each([
    ['a line', 'wo|rd', '1. wo|rd'],
    ['off', '3. wo|rd', 'wo|rd'],
    ['lines are numbered', '«a\nb\nc»', '1. «a\n2. b\n3. c»'],
    ['from bullets', '«- a\n- b»', '«1. a\n2. b»'],
    ['a nested list counts for itself, under its item', '«- a\n  - b\n- c»', '«1. a\n   1. b\n2. c»'],
    ['two carets', 'a|\n\nb|', '1. a|\n\n1. b|'],
  ])('%s (Markdown)', (_, before, after) => {
    expect(run(toggleOrderedList, before, 'markdown')).toBe(after)
  })

  test.each([
    ['a paragraph', '<p>wo|rd</p>', '<ol>\n  <li>wo|rd</li>\n</ol>'],
    ['off', '<ol>\n  <li>wo|rd</li>\n</ol>', '<p>wo|rd</p>'],
    ['from bullets', '<ul>\n  <li>a|</li>\n  <li>b</li>\n</ul>', '<ol>\n  <li>a|</li>\n  <li>b</li>\n</ol>'],
    ['two paragraphs', '<p>«a</p>\n<p>b»</p>', '<ol>\n  <li>«a</li>\n  <li>b»</li>\n</ol>'],
    ['an empty line', '|', '<ol>\n  <li>|</li>\n</ol>'],
    ['bare text', 'wo|rd', '<ol>\n  <li>wo|rd</li>\n</ol>'],
  ])('%s (HTML)', (_, before, after) => {
    expect(run(toggleOrderedList, before, 'html')).toBe(after)
  })
})

describe('task list', () => {
  test.each([
    ['a line', 'wo|rd', '- [ ] wo|rd'],
    ['off', '- [ ] wo|rd', 'wo|rd'],
    ['off when done', '- [x] wo|rd', 'wo|rd'],
    ['from bullets', '«- a\n- b»', '«- [ ] a\n- [ ] b»'],
    ['from numbers', '1. a|', '- [ ] a|'],
    ['two carets', 'a|\n\nb|', '- [ ] a|\n\n- [ ] b|'],
  ])('%s (Markdown)', (_, before, after) => {
    expect(run(toggleTaskList, before, 'markdown')).toBe(after)
  })

  test.each([
    ['a paragraph', '<p>wo|rd</p>', '<ul>\n  <li><input type="checkbox"> wo|rd</li>\n</ul>'],
    ['off', '<ul>\n  <li><input type="checkbox"> wo|rd</li>\n</ul>', '<p>wo|rd</p>'],
    ['off when done', '<ul>\n<li><input type="checkbox" checked> a|</li>\n</ul>', '<p>a|</p>'],
    ['from bullets', '<ul>\n  <li>a|</li>\n</ul>', '<ul>\n  <li><input type="checkbox"> a|</li>\n</ul>'],
    ['to bullets', '<ol>\n  <li>a|</li>\n</ol>', '<ul>\n  <li><input type="checkbox"> a|</li>\n</ul>'],
    ['an empty line', '|', '<ul>\n  <li><input type="checkbox"> |</li>\n</ul>'],
  ])('%s (HTML)', (_, before, after) => {
    expect(run(toggleTaskList, before, 'html')).toBe(after)
  })
})

describe('a heading of one level', () => {
  test.each([
    ['on a paragraph', 'a|', '### a|'],
    ['in place of another', '# a|', '### a|'],
    ['off', '### a|', 'a|'],
    ['several lines', '«a\nb»', '### «a\n### b»'],
    ['two carets', 'a|\n\n## b|', '### a|\n\n### b|'],
    ['in place of an underline', 'a|\n===\n', '### a|\n'],
    ['in a list item', '- a|', '- ### a|'],
  ])('%s (Markdown)', (_, before, after) => {
    expect(run(toggleHeading(3), before, 'markdown')).toBe(after)
  })

  test.each([
    ['on a paragraph', '<p>a|</p>', '<h3>a|</h3>'],
    ['on a bare line', 'a|b', '<h3>a|b</h3>'],
    ['in place of another', '<h1 id="x">a|</h1>', '<h3 id="x">a|</h3>'],
    ['off', '<h3>a|</h3>', '<p>a|</p>'],
    ['several lines', '«<p>a</p>\n<p>b</p>»', '«<h3>a</h3>\n<h3>b</h3>»'],
    ['two carets', '<p>a|</p>\n<h2>b|</h2>', '<h3>a|</h3>\n<h3>b|</h3>'],
  ])('%s (HTML)', (_, before, after) => {
    expect(run(toggleHeading(3), before, 'html')).toBe(after)
  })
})
