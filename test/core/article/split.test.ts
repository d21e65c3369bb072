import { expect, test } from 'vitest'
import { splitArticle } from '../../../core/article/split.ts'
import { applyEdits, type Span } from '../../../core/article/text-edit.ts'

const cut = (text: string, span: Span | null | undefined) => (span ? text.slice(span.from, span.to) : null)

/** The pieces of a text as they were found. */
function split(text: string) {
  const { frontMatter: block, body, problems } = splitArticle(text)
  return {
    format: block?.format ?? null,
    form: block?.form ?? null,
    content: cut(text, block?.content),
    body: cut(text, body),
    problems: problems.map((problem) => problem.code),
  }
}

const yaml = (content: string, body: string) => {
  return { format: 'yaml', form: 'fenced', content, body, problems: [] }
}
const allBody = (body: string, problems: readonly string[] = []) => {
  return { format: null, form: null, content: null, body, problems }
}

test('front matter stands between two lines of dashes', () => {
  expect(split('---\ntitle: x\n---\nBody\n')).toEqual(yaml('title: x\n', 'Body\n'))
})

test('the fences are found without their spaces and line ends', () => {
  const text = '--- \r\ntitle: x\r\n---  \r\nBody'
  const { frontMatter } = splitArticle(text)
  expect(cut(text, frontMatter?.openFence)).toBe('---')
  expect(cut(text, frontMatter?.closeFence)).toBe('---')
  expect(cut(text, frontMatter?.span)).toBe('--- \r\ntitle: x\r\n---  \r\n')
})

test.each(['\n', '\r\n', '\r'])('lines may end in %j', (end) => {
  const text = ['---', 'title: x', 'tags:', '- a', '---', 'Body', ''].join(end)
  expect(split(text)).toEqual(yaml(`title: x${end}tags:${end}- a${end}`, `Body${end}`))
})

test('a byte order mark stays outside', () => {
  expect(split('\uFEFF---\ntitle: x\n---\nBody')).toEqual(yaml('title: x\n', 'Body'))
  expect(split('\uFEFFBody')).toEqual(allBody('Body'))
})

test('more dashes close what as many opened', () => {
  expect(split('-----\ntitle: x\n---\nn: 1\n-----\nBody')).toEqual(yaml('title: x\n---\nn: 1\n', 'Body'))
})

test('three dots close front matter too', () => {
  expect(split('---\ntitle: x\n...\nBody')).toEqual(yaml('title: x\n', 'Body'))
})

test('the closing fence may be the last line', () => {
  expect(split('---\ntitle: x\n---')).toEqual(yaml('title: x\n', ''))
})

test('front matter may be empty or hold only comments', () => {
  expect(split('---\n---\nBody')).toEqual(yaml('', 'Body'))
  expect(split('---\n# nothing yet\n---\nBody')).toEqual(yaml('# nothing yet\n', 'Body'))
})

test('front matter that does not parse is still front matter', () => {
  expect(split("---\ntitle: 'x\n---\nBody")).toEqual(yaml("title: 'x\n", 'Body'))
  expect(split('---\ntit\n---\nBody')).toEqual(yaml('tit\n', 'Body'))
})

test('dashes with something before or behind them are no fence', () => {
  expect(split('---\na: |\n  ---\nb: --- x\n---\nBody').content).toBe('a: |\n  ---\nb: --- x\n')
})

test('rules and fences in the body are body', () => {
  const body = 'One\n\n---\n\n```\n---\ntitle: x\n---\n```\n'
  expect(split(body)).toEqual(allBody(body))
  expect(split(`---\ntitle: x\n---\n${body}`)).toEqual(yaml('title: x\n', body))
})

test('prose between two rules is body', () => {
  const text = '---\n\nA first paragraph of plain words.\n\n---\nMore\n'
  expect(split(text)).toEqual(allBody(text))
})

test('a fence never closed is body and a problem', () => {
  const text = '---\ntitle: x\n\nBody\n'
  expect(split(text)).toEqual(allBody(text, ['fenceNeverClosed']))
  const [problem] = splitArticle(text).problems
  expect(problem).toMatchObject({ severity: 'error', line: 1, span: { from: 0, to: 3 } })
})

test('a rule above prose is no fence', () => {
  expect(split('---\nOnce upon a time\n')).toEqual(allBody('---\nOnce upon a time\n'))
})

test('blank lines before the fence are a problem with a fix', () => {
  const text = '\uFEFF\n \r\n---\ntitle: x\n---\nBody'
  expect(split(text)).toEqual({ ...yaml('title: x\n', 'Body'), problems: ['leadingBlankLine'] })
  const [problem] = splitArticle(text).problems
  expect(problem).toMatchObject({ severity: 'warning', line: 1, span: { from: 1, to: 5 } })
  expect(applyEdits(text, problem?.fix?.edits ?? [])).toBe('\uFEFF---\ntitle: x\n---\nBody')
})

test('blank lines before a rule are body', () => {
  expect(split('\n---\nJust words\n---\n')).toEqual(allBody('\n---\nJust words\n---\n'))
})

test('TOML stands between pluses', () => {
  expect(split('+++\ntitle = "x"\n+++\nBody')).toEqual({
    ...yaml('title = "x"\n', 'Body'),
    format: 'toml',
  })
})

test('JSON stands between semicolons, or above them', () => {
  expect(split(';;;\n"title": "x"\n;;;\nBody')).toEqual({ ...yaml('"title": "x"\n', 'Body'), format: 'json' })
  expect(split('"title": "x",\n"tags": []\n;;;\nBody')).toEqual({
    ...yaml('"title": "x",\n"tags": []\n', 'Body'),
    format: 'json',
    form: 'unopened',
  })
})

test('a JSON object at the head needs no fences', () => {
  const object = '{\n  "title": "a } b \\" {",\n  "n": [1, {"x": null}]\n}'
  expect(split(`${object}\n\nBody`)).toEqual({ ...yaml(object, '\nBody'), format: 'json', form: 'bare' })
  expect(split(`{"title": "x"}`)).toMatchObject({ form: 'bare', body: '' })
})

test.each(['{% raw %}\nx\n', '{{< figure >}}\n', '{a}\n', '{"a": 1} and more\n', '{"a": <b>}\n'])(
  '%j is no JSON object',
  (text) => expect(split(text)).toEqual(allBody(text)),
)

test('a JSON object never closed is a problem', () => {
  expect(split('{\n "title": "x",\n').problems).toEqual(['fenceNeverClosed'])
})

test("Hexo's form without an opening fence", () => {
  expect(split('title: x\ntags:\n- a\n- b\n\n# more\ndate: 2020-01-01\n---\nBody')).toEqual({
    ...yaml('title: x\ntags:\n- a\n- b\n\n# more\ndate: 2020-01-01\n', 'Body'),
    form: 'unopened',
  })
  expect(split('title: x\r\n----\r\nBody')).toMatchObject({ form: 'unopened', body: 'Body' })
})

test('an unopened head with one entry that does not parse keeps its form', () => {
  expect(split("title: 'x\ndate: 2020-01-01\n---\nBody").form).toBe('unopened')
})

test.each([
  'A heading\n---\nText\n',
  'Note: a heading\n---\nText\n',
  '# Title\n\nauthor: me\n\n---\n',
  'A paragraph with a colon: here.\n\n---\n',
  'Two lines\nof heading: text\n---\n',
  '- a list\n- of: things\n---\n',
  'see: this\n\n---\nText\n',
  '<p title="a: b">x</p>\n---\n',
  'https://example.org: a page\n---\n',
  'title: x\n\nBody without any fence\n',
  'title: x\n    - - -\n***\n',
])('%j has no front matter', (text) => {
  expect(split(text)).toEqual(allBody(text))
})

test('an empty text is an empty body', () => {
  expect(split('')).toEqual(allBody(''))
})
