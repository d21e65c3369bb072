import { describe, expect, test } from 'vitest'
import { htmlScanner } from '../../../core/markdown/html-scanner.ts'
import { isCostlyHtml, isHeavyHtml, isHeavyMarkdown } from '../../../core/markdown/limits.ts'

const attributes = (count: number): string =>
  Array.from({ length: count }, (_, n) => `a${n}="x / y"`).join(' ')

describe('HTML that is not shown', () => {
  test.each([
    ['a little', '<p>a</p>', false],
    ['10,000 elements', '<br>'.repeat(10_000), false],
    ['10,001 elements', '<br>'.repeat(10_001), true],
    ['500 levels', '<div>'.repeat(500), false],
    ['501 levels', '<div>'.repeat(501), true],
    ['an element of 1,000 attributes', `<p ${attributes(1000)}>a</p>`, false],
    ['an element of 1,001 attributes', `<p ${attributes(1001)}>a</p>`, true],
    ['a tag of slashes', `<p ${'/'.repeat(5000)}>a</p>`, false],
    ['two million characters', 'a'.repeat(2_000_000), false],
    ['more', 'a'.repeat(2_000_001), true],
  ])('%s: %#', (_, html, costly) => {
    expect(isCostlyHtml(html)).toBe(costly)
  })
})

describe('what is made between other tasks', () => {
  test('is HTML of many elements, or of fewer with many attributes', () => {
    expect(isHeavyHtml('<b>a</b>'.repeat(1000))).toBe(false)
    expect(isHeavyHtml('<b>a</b>'.repeat(1300))).toBe(true)
    expect(isHeavyHtml(`<p ${attributes(900)}>a</p>`.repeat(3))).toBe(true)
    expect(isHeavyHtml('harbour '.repeat(200_000))).toBe(false)
  })

  test('is long Markdown, unless it is code', () => {
    expect(isHeavyMarkdown('- item\n'.repeat(2000))).toBe(false)
    expect(isHeavyMarkdown('- item\n'.repeat(3000))).toBe(true)
    expect(isHeavyMarkdown(`\`\`\`js\n${'a\n'.repeat(20_000)}\`\`\`\n`)).toBe(false)
  })
})

// Each of these took minutes when its cost grew with the square of its length: the suite's own limit ends it then.
describe('a text costs what its length costs', () => {
  test.each([
    ['white space in a tag', `<p ${' '.repeat(400_000)}>a</p>`],
    ['slashes in a tag', `<p ${'/'.repeat(400_000)}>a</p>`],
    ['quotes in a tag', `<p ${'"'.repeat(400_000)}>a</p>`],
    ['quotes and signs in a tag', `<p ${`='`.repeat(200_000)}>a</p>`],
    ['tags in a value', `<p title="${'<a>'.repeat(150_000)}">a</p>`],
    ['tags in a value by itself', `<a title="${'<div>'.repeat(80_000)}">a</a>`],
  ])('%s', (_, html) => {
    isCostlyHtml(html)
    isHeavyHtml(html)
    const { pieces } = htmlScanner().scan(html, true, false)
    expect(pieces.reduce((sum, piece) => sum + piece.length, 0)).toBe(html.length)
  })
})
