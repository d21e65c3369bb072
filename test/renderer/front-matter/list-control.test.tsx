import { afterEach, describe, expect, test } from 'vitest'
import type { FolderContext } from '../../../core/contract.ts'
import { endsEntry, parseList } from '../../../renderer/front-matter/parse-list.ts'
import { click, compose, focus, paste, press, show, type, type Harness } from './form-harness.tsx'

const BLOCK = '---\ntags: \n - a\n - b # two\n - c\nlast: x\n---\n'
let page: Harness
const chips = () => [...page.row('tags').querySelectorAll('[role=button]')].map((one) => one.textContent)

describe('a list', () => {
  afterEach(() => page.unmount())

  test('shows its entries as chips and takes a new one with Enter', () => {
    page = show(BLOCK)
    expect(chips()).toEqual(['a', 'b', 'c'])
    type(page.control('tags'), 'd')
    press(page.control('tags'), 'Enter')
    expect(page.text()).toBe('---\ntags: \n - a\n - b # two\n - c\n - d\nlast: x\n---\n')
    expect(page.control('tags').value).toBe('')
  })

  test.each(['d,', 'd，', 'd、'])('takes a new entry with a comma: %s', (typed) => {
    page = show('---\ntags: [a]\n---\n')
    type(page.control('tags'), typed)
    expect(page.text()).toBe('---\ntags: [a, d]\n---\n')
  })

  test('adds many from a pasted list as one step, without those it has', () => {
    page = show('---\ntags: [a]\n---\n')
    paste(page.control('tags'), '- a\n- "b"\n- c\n')
    expect(page.text()).toBe('---\ntags: [a, b, c]\n---\n')
    expect(page.groups).toHaveLength(1)
  })

  test('loses its last entry with Backspace in the empty box', () => {
    page = show(BLOCK)
    focus(page.control('tags'))
    press(page.control('tags'), 'Backspace')
    expect(page.text()).toBe('---\ntags: \n - a\n - b # two\nlast: x\n---\n')
  })

  test('does not take an entry while it is composed', () => {
    page = show('---\ntags: [a]\n---\n')
    compose(page.control('tags'), ['n', 'ni，'], () => expect(page.groups).toEqual([]))
    expect(page.text()).toBe('---\ntags: [a, ni]\n---\n')
  })

  test('is reordered with Alt and the arrows, the focus going along', () => {
    page = show('---\ntags: [a, b, c]\n---\n')
    focus(page.button('a', page.row('tags')))
    press(page.button('a', page.row('tags')), 'ArrowRight', { altKey: true })
    expect(page.text()).toBe('---\ntags: [b, a, c]\n---\n')
    expect(document.activeElement?.textContent).toBe('a')
    press(page.button('a', page.row('tags')), 'ArrowLeft', { altKey: true })
    expect(page.text()).toBe('---\ntags: [a, b, c]\n---\n')
    expect(page.form().querySelector('[aria-live]')?.textContent).toBe('a moved to place 1 of 3')
  })

  test('is walked through with the arrows and gives up an entry with Delete', () => {
    page = show('---\ntags: [a, b, c]\n---\n')
    focus(page.button('a', page.row('tags')))
    press(page.button('a', page.row('tags')), 'ArrowRight')
    expect(document.activeElement?.textContent).toBe('b')
    press(page.button('b', page.row('tags')), 'Delete')
    expect(page.text()).toBe('---\ntags: [a, c]\n---\n')
    expect(document.activeElement?.textContent).toBe('c')
    press(page.button('c', page.row('tags')), 'ArrowRight')
    expect(document.activeElement).toBe(page.control('tags'))
  })

  test('is edited in place with Enter', () => {
    page = show(BLOCK)
    press(page.button('b', page.row('tags')), 'Enter')
    type(page.control('Edit b'), 'B, and more')
    press(page.control('Edit b'), 'Enter')
    expect(chips()).toEqual(['a', 'B, and more', 'c'])
    expect(page.text()).toContain(' # two\n')
  })

  test('gives up an entry by its button', () => {
    page = show('---\ntags: [a, b]\n---\n')
    click(page.button('Remove a'))
    expect(page.text()).toBe('---\ntags: [b]\n---\n')
  })

  test('is made of a key with one value or none', () => {
    page = show('---\ntags: a\ncategories:\n---\n')
    type(page.control('tags'), 'b,')
    type(page.control('categories'), 'c,')
    expect(chips()).toEqual(['a', 'b'])
    expect(page.row('categories').querySelectorAll('li')).toHaveLength(1)
  })

  test('keeps what was typed when the focus leaves', () => {
    page = show('---\ntags: [a]\ntitle: x\n---\n')
    type(page.control('tags'), 'b')
    focus(page.control('title'))
    expect(page.text()).toBe('---\ntags: [a, b]\ntitle: x\n---\n')
  })

  test('offers what other articles use', () => {
    const context = contextWith({ tags: ['alpha', 'beta', 'a'] })
    page = show('---\ntags: [a]\n---\n', { context })
    type(page.control('tags'), 'al')
    const options = [...document.querySelectorAll('[role=option]')].map((one) => one.textContent)
    expect(options).toEqual(['alpha'])
    press(page.control('tags'), 'ArrowDown')
    press(page.control('tags'), 'Enter')
    expect(page.text()).toBe('---\ntags: [a, alpha]\n---\n')
    expect(page.control('tags').value).toBe('')
  })

  test('of a key that every object has takes no suggestions from it', () => {
    page = show('---\nconstructor: [a]\n---\n', { context: contextWith({}) })
    type(page.control('constructor'), 'b,')
    expect(page.text()).toBe('---\nconstructor: [a, b]\n---\n')
  })

  test('cannot be changed in a read-only article', () => {
    page = show('---\ntags: [a, b]\n---\n', { readOnly: true })
    press(page.button('a', page.row('tags')), 'Delete')
    expect(page.control('tags').readOnly).toBe(true)
    expect(page.groups).toEqual([])
  })
})

describe('a pasted list', () => {
  test.each([
    ['a, b,c', ['a', 'b', 'c']],
    ['甲，乙、丙；丁', ['甲', '乙', '丙', '丁']],
    ['- a\r\n- b\r\n', ['a', 'b']],
    ['["a", \'b\']', ['a', 'b']],
    ['one word', ['one word']],
    [' , ', []],
  ])('%j is read as %j', (text, entries) => expect(parseList(text)).toEqual(entries))

  test('is told from a single entry by its commas while it is typed', () => {
    expect(['a', 'a b', 'a;b', 'a,', 'a，'].map(endsEntry)).toEqual([false, false, false, true, true])
  })
})

function contextWith(suggestions: FolderContext['suggestions']): FolderContext {
  return {
    generator: null,
    siteRoot: null,
    config: null,
    suggestions,
    usualFormat: null,
    assetBase: '/asset/key/',
    siteAssetBase: null,
  }
}
