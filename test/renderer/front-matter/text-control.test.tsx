import { afterEach, expect, test } from 'vitest'
import { click, compose, focus, press, put, show, type, type Harness } from './form-harness.tsx'

let page: Harness
afterEach(() => page.unmount())

test('typing in a text changes the characters of its value and nothing else', () => {
  page = show("\n---\ntitle: 'Old'  # keep\nauthor: Ann\n---\nBody\n")
  type(page.control('title'), 'New')
  expect(page.text()).toBe("\n---\ntitle: 'New'  # keep\nauthor: Ann\n---\nBody\n")
  expect(page.control('title').value).toBe('New')
})

test('each input is written at once, and all typing in a field has one undo group', () => {
  page = show('---\ntitle: a\n---\n')
  for (const text of ['ab', 'abc', 'abcd']) type(page.control('title'), text)
  expect(page.text()).toBe('---\ntitle: abcd\n---\n')
  expect(page.groups).toEqual(['form:title', 'form:title', 'form:title'])
})

test('a text that is emptied and typed anew does not keep the quotes it needed in between', () => {
  page = show('---\ntitle: Foo\n---\n')
  const title = page.control('title')
  focus(title)
  put(title, '')
  expect(page.text()).not.toContain('Foo')
  put(title, '2')
  put(title, '2 cats')
  expect(page.text()).toBe('---\ntitle: 2 cats\n---\n')
})

test('a focused control follows a change from elsewhere', () => {
  page = show('---\ntitle: a\n---\n')
  type(page.control('title'), 'ab')
  page.setText('---\ntitle: a\n---\n')
  expect(page.control('title').value).toBe('a')
  expect(document.activeElement).toBe(page.control('title'))
})

test('what was typed is not undone by the article coming late', () => {
  page = show('---\ntitle: a\n---\n', { late: true })
  const title = page.control('title')
  focus(title)
  put(title, 'ab')
  put(title, 'abc')
  expect(title.value).toBe('abc')
  page.setText('---\ntitle: ab\n---\n')
  expect(title.value).toBe('abc')
  page.setText('---\ntitle: abc\n---\n')
  expect(title.value).toBe('abc')
  page.setText('---\ntitle: a\n---\n')
  expect(title.value).toBe('a')
})

test('a composition is written once, when it ends', () => {
  page = show('---\ntitle: x\n---\n')
  compose(page.control('title'), ['xn', 'xni', 'x你'], () => expect(page.groups).toEqual([]))
  expect(page.text()).toBe('---\ntitle: x你\n---\n')
  expect(page.groups).toHaveLength(1)
})

test('a composition is not disturbed by a change from elsewhere', () => {
  page = show('---\ntitle: x\nauthor: Ann\n---\n')
  compose(page.control('title'), ['xn'], () => {
    page.setText('---\ntitle: y\nauthor: Bob\n---\n')
    expect(page.control('title').value).toBe('xn')
    expect(page.control('author').value).toBe('Bob')
  })
  expect(page.text()).toBe('---\ntitle: xn\nauthor: Bob\n---\n')
})

test('a single-line text takes no line break; a block scalar does', () => {
  page = show('---\ntitle: a\nnote: |\n  one\n  two\n---\n')
  type(page.control('title'), 'a\n b')
  type(page.control('note'), 'one\ntwo\nthree\n')
  expect(page.text()).toBe('---\ntitle: a b\nnote: |\n  one\n  two\n  three\n---\n')
})

test('empty, null and missing values are told apart', () => {
  page = show("---\na: ''\nb: null\nc:\nd: ~\n---\n")
  expect(['a', 'b', 'c', 'd'].map((key) => page.control(key).placeholder)).toEqual([
    'empty',
    'null',
    'no value',
    'null',
  ])
  expect(page.control('b').value).toBe('')
})

test('a control stays while a half-typed address or date is neither', () => {
  page = show('---\nfront: a.png\nwhen: 2021-12-14\n---\n')
  for (const [key, half] of [
    ['front', 'a.p'],
    ['when', '2021-12-'],
  ] as const) {
    const control = page.control(key)
    type(control, half)
    expect(page.control(key)).toBe(control)
    expect(document.activeElement).toBe(control)
  }
})

test('a number keeps the digits as typed, and waits while it is none', () => {
  page = show('---\nweight: 1.10\n---\n')
  const weight = page.control('weight')
  expect(weight.value).toBe('1.10')
  type(weight, '1.20')
  expect(page.text()).toBe('---\nweight: 1.20\n---\n')
  type(weight, '1.2x')
  expect(page.text()).toBe('---\nweight: 1.20\n---\n')
  expect(page.row('weight').textContent).toContain('Not a number yet')
})

test('a toggle writes true or false, each time as an undo step of its own', () => {
  page = show('---\ncomments: false # off\n---\n')
  click(page.control('comments'))
  expect(page.text()).toBe('---\ncomments: true # off\n---\n')
  click(page.control('comments'))
  expect(page.text()).toBe('---\ncomments: false # off\n---\n')
  expect(new Set(page.groups).size).toBe(2)
})

test('the Enter key does not send the form', () => {
  page = show('---\ntitle: a\n---\n')
  const event = new Event('submit', { bubbles: true, cancelable: true })
  page.form().dispatchEvent(event)
  expect(event.defaultPrevented).toBe(true)
  press(page.control('title'), 'Enter')
  expect(page.text()).toBe('---\ntitle: a\n---\n')
})

test('a field of a group is edited in place', () => {
  page = show('---\nauthor:\n  name: Ann # who\n  site: x\n---\n')
  type(page.control('name'), 'Bob')
  expect(page.text()).toBe('---\nauthor:\n  name: Bob # who\n  site: x\n---\n')
  expect(page.row('author').getAttribute('role')).toBe('group')
})

test('an alias is shown and not edited', () => {
  page = show('---\na: &x one\nb: *x\n---\n')
  expect(page.control('b').value).toBe('*x')
  expect(page.control('b').readOnly).toBe(true)
})

test('a text typed where nothing stood is as plain as it can be, whatever it was on the way', () => {
  page = show('---\nmood:   # how\nauthor: {name: }\n---\n')
  for (const typed of ['a', 'a ', 'a c', 'a calm', 'a calm ', 'a calm sea']) type(page.control('mood'), typed)
  for (const typed of ['A', 'A ', 'A B']) type(page.control('name'), typed)
  expect(page.text()).toBe('---\nmood: a calm sea   # how\nauthor: {name: A B }\n---\n')
})
