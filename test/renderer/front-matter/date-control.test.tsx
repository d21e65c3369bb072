import { act } from 'react'
import { afterEach, expect, test } from 'vitest'
import { componentsAt } from '../../../renderer/front-matter/date-now.ts'
import { click, focus, press, put, show, type, type Harness } from './form-harness.tsx'

let page: Harness
afterEach(() => page.unmount())

const open = (path: string): void => {
  const button = page.button('Choose date', page.row(path))
  focus(button)
  press(button, 'Enter')
}
const day = (number: number): HTMLElement => {
  const cell = [...document.querySelectorAll<HTMLElement>('.fm-day:not([data-outside-month])')].find(
    (one) => one.textContent === String(number),
  )
  if (!cell) throw new Error(`No day ${number}`)
  return cell
}

test('shows a date as it is written and the moment it stands for', () => {
  page = show('---\ndate: Tue, 14 Dec 2021 00:00:00 GMT\n---\n')
  expect(page.control('date').value).toBe('Tue, 14 Dec 2021 00:00:00 GMT')
  expect(page.row('date').textContent).toMatch(/2021.*on this computer/)
})

test('a day chosen keeps the notation, the weekday following', () => {
  page = show('---\ndate: Tue, 14 Dec 2021 00:00:00 GMT # when\n---\n')
  open('date')
  click(day(15))
  expect(page.text()).toBe('---\ndate: Wed, 15 Dec 2021 00:00:00 GMT # when\n---\n')
  expect(page.groups).toEqual(['form:date#1'])
})

test.each([
  ["'2021-12-14 08:00:00'", "'2021-12-15 08:00:00'"],
  ['2021-12-14T08:00:00.000000000+08:00', '2021-12-15T08:00:00.000000000+08:00'],
  ['2021/12/14', '2021/12/15'],
])('a day chosen in %s gives %s', (before, after) => {
  page = show(`---\ndate: ${before}\n---\n`)
  open('date')
  click(day(15))
  expect(page.text()).toBe(`---\ndate: ${after}\n---\n`)
})

test('any text can be typed, and a plain date stays plain through half-typed ones', () => {
  page = show('---\ndate: 2021-12-14\n---\n')
  const date = page.control('date')
  focus(date)
  for (const typed of ['', '2', '20', '2022-', '2022-01-02']) put(date, typed)
  expect(page.text()).toBe('---\ndate: 2022-01-02\n---\n')
})

test('a text that is no date is kept, said to be none, and offers no calendar', () => {
  page = show('---\ndate: 2021-12-14\n---\n')
  type(page.control('date'), 'soon')
  expect(page.text()).toBe('---\ndate: soon\n---\n')
  expect(page.row('date').textContent).toContain('Not understood as a date')
  expect(page.button('Choose date', page.row('date'))).toHaveProperty('disabled', true)
})

test('an empty date takes the notation of the article’s other date', () => {
  page = show('---\ndate: 2021/12/14\nupdated:\n---\n')
  open('updated')
  const today = [...document.querySelectorAll('button')].find((one) => one.textContent === 'Today')
  act(() => today?.click())
  expect(page.text()).toMatch(/^---\ndate: 2021\/12\/14\nupdated: \d{4}\/\d\d\/\d\d\n---\n$/)
})

test('now is what the clock shows in the zone that is written', () => {
  page = show('')
  const now = new Date(Date.UTC(2026, 0, 31, 20, 5, 9))
  expect(componentsAt(now, { form: '±hh:mm', offset: 480 })).toMatchObject({
    year: 2026,
    month: 2,
    day: 1,
    hour: 4,
    minute: 5,
    second: 9,
  })
  expect(componentsAt(now, { form: 'Z', offset: 0 })).toMatchObject({ month: 1, day: 31, hour: 20 })
  expect(componentsAt(now, { form: 'none', offset: null })).toMatchObject({ hour: now.getHours() })
})
