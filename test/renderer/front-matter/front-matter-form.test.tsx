import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import type { FolderContext } from '../../../core/contract.ts'
import type { Problem } from '../../../core/checks/problem.ts'
import { checkFrontMatter } from '../../../core/front-matter/checks/check-front-matter.ts'
import { readFrontMatter } from '../../../core/front-matter/read.ts'
import { click, focus, nameOf, press, show, type, type Harness } from './form-harness.tsx'

const ARTICLE = "---\ntitle: 'T'\ntags: [a]\ndate: 2021-12-14\ncomments: true\ncover: a.png\nweight: 3\n---\n"
let page: Harness
afterEach(() => page.unmount())

const menu = async (path: string, item: string): Promise<void> => {
  const button = page.button('Field options', page.row(path).querySelector('.fm-label')!)
  focus(button)
  press(button, 'Enter')
  const entry = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find(
    (one) => one.textContent === item,
  )
  if (!entry) throw new Error(`No menu item ${item}`)
  click(entry)
  // The menu gives the focus back in the next frame.
  await act(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    await vi.waitFor(() => expect(document.querySelector('[role=menu]')).toBeNull())
  })
}

test('every field is one control whose accessible name is its key as in the file', () => {
  page = show(ARTICLE)
  const names = [
    ...page.form().querySelectorAll('[data-path] :is(input:not([hidden]), textarea, select)'),
  ].map(nameOf)
  expect(names).toEqual(['title', 'tags', 'date', 'comments', 'cover', 'weight'])
})

test('the form and its words are Chinese in Chinese, the keys stay', () => {
  page = show(ARTICLE, { language: 'zh-CN' })
  expect(document.querySelector('form')?.getAttribute('aria-label')).toBe('Front Matter')
  expect(page.control('title').value).toBe('T')
  expect(page.button('查看源码')).toBeTruthy()
})

test('keys that every object has are ordinary fields', () => {
  page = show('---\n__proto__: a\nconstructor: b\ntoString: c\n---\n')
  type(page.control('constructor'), 'B')
  expect(page.text()).toBe('---\n__proto__: a\nconstructor: B\ntoString: c\n---\n')
  expect(page.form().querySelector('[role=alert]')).toBeNull()
})

test('a problem is shown under its field, and its fix is one undo step', () => {
  const problems = (text: string): readonly Problem[] =>
    text.includes('T!')
      ? []
      : [
          {
            code: 'made.up',
            severity: 'warning',
            span: { from: 11, to: 14 },
            line: 2,
            message: 'Lacks vigour.',
            fix: { edits: [{ from: 13, to: 13, insert: '!' }], safe: true },
          },
        ]
  page = show(ARTICLE, { problems })
  expect(page.row('title').textContent).toContain('Lacks vigour.')
  expect(page.row('tags').textContent).not.toContain('Lacks vigour.')
  expect(page.form().textContent).toContain('1 problem')
  click(page.button('Fix'))
  expect(page.text()).toContain("title: 'T!'")
  expect(page.groups).toEqual(['form:title#1'])
  expect(page.form().textContent).not.toContain('Lacks vigour.')
})

test('while an error hides the rest, the fields before it stay editable and the rest says why it waits', () => {
  page = show('---\ntitle: a\nbad: "x\nlast: y\n---\nBody\n')
  expect(page.form().querySelector('[role=alert]')?.textContent).toMatch(/Line \d hides what follows it/)
  type(page.control('title'), 'b')
  expect(page.text()).toBe('---\ntitle: b\nbad: "x\nlast: y\n---\nBody\n')
  expect(page.control('Add field').disabled).toBe(true)
})

test('an article without front matter gets some at a press, its body untouched', () => {
  page = show('# Body\n')
  click(page.button('Add front matter'))
  expect(page.text()).toMatch(/^---\ntitle:\ndate: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\n---\n\n?# Body\n$/)
  expect(document.activeElement).toBe(page.control('title'))
})

test('a field is added by its key and takes the focus', () => {
  page = show('---\ntitle: a\n---\n')
  type(page.control('Add field'), 'mood')
  press(page.control('Add field'), 'Enter')
  expect(page.text()).toMatch(/^---\ntitle: a\nmood:\n---\n$/)
  expect(document.activeElement).toBe(page.control('mood'))
})

test('a known field is offered with what it means and added with a value of its kind', () => {
  page = show('---\ntitle: a\n---\n')
  type(page.control('Add field'), 'tag')
  const offered = [...document.querySelectorAll('[role=option]')].map(
    (one) => one.querySelector('span')?.textContent,
  )
  expect(offered).toContain('tags')
  press(page.control('Add field'), 'ArrowDown')
  press(page.control('Add field'), 'Enter')
  expect(page.text()).toBe('---\ntitle: a\ntags: []\n---\n')
})

test('a required field that is missing is offered, added with one click and takes the focus', () => {
  page = show('---\ndate: 2024-01-09\n---\n')
  click(page.button('Add title, which is expected here'))
  expect(page.text()).toBe('---\ndate: 2024-01-09\ntitle:\n---\n')
  expect(document.activeElement).toBe(page.control('title'))
  expect(page.form().textContent).not.toContain('Expected here')
})

test('no missing field is offered while an error hides the rest', () => {
  page = show('---\ndate: 2024-01-09\n"x: [\n---\n')
  expect(page.form().textContent).not.toContain('Expected here')
})

test('adding a key that is there goes to it', () => {
  page = show('---\ntitle: a\n---\n')
  type(page.control('Add field'), 'title')
  press(page.control('Add field'), 'Enter')
  expect(page.groups).toEqual([])
  expect(document.activeElement).toBe(page.control('title'))
})

test('a field is renamed in place of its label', async () => {
  page = show('---\na: 1 # one\nb: 2\n---\n')
  await menu('a', 'Rename')
  type(page.control('New name for a'), 'c')
  press(page.control('New name for a'), 'Enter')
  expect(page.text()).toBe('---\nc: 1 # one\nb: 2\n---\n')
})

test('a name that is taken is refused with a reason', async () => {
  page = show('---\na: 1\nb: 2\n---\n')
  await menu('a', 'Rename')
  type(page.control('New name for a'), 'b')
  press(page.control('New name for a'), 'Enter')
  expect(page.text()).toBe('---\na: 1\nb: 2\n---\n')
  expect(page.row('a').textContent).toContain('There is already a field of that name.')
})

test('fields are moved and removed, the focus staying near', async () => {
  page = show('---\na: x\nb: y\nc: z\n---\n')
  await menu('a', 'Move down')
  expect(page.text()).toBe('---\nb: y\na: x\nc: z\n---\n')
  await menu('a', 'Remove')
  expect(page.text()).toBe('---\nb: y\nc: z\n---\n')
  expect(page.groups).toEqual(['form:a#1', 'form:a#2'])
})

test('a field is copied as YAML', async () => {
  const copied: string[] = []
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => {
    copied.push(text)
    return Promise.resolve()
  })
  page = show('---\nauthor: # who\n    name: Ann\n    links:\n      - x # why\n---\n')
  await menu('author', 'Copy as YAML')
  await menu('author.links', 'Copy as YAML')
  expect(copied).toEqual(['author: # who\n    name: Ann\n    links:\n      - x\n', 'links:\n  - x\n'])
})

test('a read-only article can be read and not changed', () => {
  page = show(ARTICLE, { readOnly: true })
  expect(page.control('title').readOnly).toBe(true)
  expect(page.control('comments').disabled).toBe(true)
  expect(page.form().textContent).not.toContain('Add field')
})

test('the folder’s galley.json says which fields there are; what is wrong in it is said', () => {
  const text = JSON.stringify({
    required: ['mood'],
    properties: { mood: { enum: ['calm', 'wild'], description: 'How it feels' } },
    colour: 1,
  })
  const context: FolderContext = {
    generator: 'hexo',
    siteRoot: '/site',
    config: { path: '/site/galley.json', text },
    suggestions: {},
    usualFormat: null,
    assetBase: '/asset/a/',
    siteAssetBase: null,
  }
  page = show('---\nmood: calm\n---\n', { context })
  const mood = page.row('mood').querySelector('select')!
  expect([...mood.options].map((one) => one.value)).toEqual(['calm', 'wild'])
  expect(page.row('mood').textContent).toContain('How it feels')
  expect(page.form().textContent).toContain('“colour” is not a key Galley knows')
  act(() => {
    mood.value = 'wild'
    mood.dispatchEvent(new Event('change', { bubbles: true }))
  })
  expect(page.text()).toBe('---\nmood: wild\n---\n')
})

test('the source is a press away', () => {
  page = show(ARTICLE)
  click(page.button('Show source'))
  expect(page.rawShown()).toBe(1)
})

test('duplicate keys are shown once each, and only the first is edited', () => {
  page = show('---\na: x\nb: y\na: z\n---\n')
  const [first, second] = page.form().querySelectorAll<HTMLTextAreaElement>('[data-path="a"] textarea')
  expect([first?.readOnly, second?.readOnly]).toEqual([false, true])
  expect([first?.value, second?.value]).toEqual(['x', 'z'])
})

test('what hides the rest is named by its cause, with its fix, and once', () => {
  const text = '---\ntitle：Harbour\ndate: 2024-01-09\n---\n'
  const problems = (now: string): readonly Problem[] => checkFrontMatter(now, readFrontMatter(now), null)
  page = show(text, { problems })
  const note = page.form().querySelector('.fm-incomplete')!
  expect(note.textContent).toContain('Line 2')
  expect(page.form().textContent.match(/full-width colon/gi)).toHaveLength(1)
  click(page.button('Use a plain colon'))
  expect(page.text()).toBe('---\ntitle: Harbour\ndate: 2024-01-09\n---\n')
  expect(page.form().querySelector('.fm-incomplete')).toBeNull()
})
