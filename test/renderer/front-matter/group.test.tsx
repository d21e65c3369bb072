import { afterEach, describe, expect, test } from 'vitest'
import { click, press, put, focus, show, type, type Harness } from './form-harness.tsx'

let page: Harness
afterEach(() => page.unmount())

describe('a map in the front matter', () => {
  test('takes a new entry from a control of its own, in its own indentation', () => {
    page = show('---\ntitle: T\nauthor:\n   name: Ann # herself\n   url: x\ntags: [a]\n---\n')
    const add = page.control('Add to author')
    focus(add)
    put(add, 'mail')
    press(add, 'Enter')
    expect(page.text()).toBe(
      '---\ntitle: T\nauthor:\n   name: Ann # herself\n   url: x\n   mail:\ntags: [a]\n---\n',
    )
    type(page.control('mail'), 'ann@x')
    expect(page.text()).toContain('   url: x\n   mail: ann@x\ntags')
  })

  test('in flow style stays in flow style', () => {
    page = show('---\nauthor: {name: Ann}\n---\n')
    const add = page.control('Add to author')
    focus(add)
    put(add, 'url')
    press(add, 'Enter')
    expect(page.text()).toBe('---\nauthor: {name: Ann, url: null}\n---\n')
  })

  test('that is empty is a group to add to', () => {
    page = show('---\nauthor: {}\n---\n')
    const add = page.control('Add to author')
    focus(add)
    put(add, 'name')
    press(add, 'Enter')
    expect(page.control('name')).toBeTruthy()
  })
})

describe('a list of maps', () => {
  const LINKS = '---\nlinks:\n- name: One # first\n  url: a\n- name: Two\n  url: b\n---\n'

  test('shows each as a group whose fields are edited alone', () => {
    page = show(LINKS)
    expect(page.row('links[1]').querySelector('.fm-key')?.textContent).toBe('2')
    const name = page.row('links[1].name').querySelector('textarea') as unknown as HTMLInputElement
    type(name, 'Second')
    expect(page.text()).toBe(LINKS.replace('Two', 'Second'))
  })

  test('takes another entry with the keys of the last one', () => {
    page = show(LINKS)
    click(page.button('Add to links'))
    expect(page.text()).toBe(LINKS.replace('url: b\n', 'url: b\n- name:\n  url:\n'))
  })
})
