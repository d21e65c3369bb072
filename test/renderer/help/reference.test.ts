import { describe, expect, test } from 'vitest'
import { BUILT_IN_SCHEMAS } from '../../../core/front-matter/schemas/built-in.ts'
import { readSchemaConfig } from '../../../core/front-matter/schemas/read-schema-config.ts'
import { SCHEMA_NAMES } from '../../../core/front-matter/schemas/schema.ts'
import { readFrontMatter } from '../../../core/front-matter/read.ts'
import { loadReference, sectionsOf, withResults } from '../../../renderer/help/reference.ts'

const LANGUAGES = ['en', 'zh-CN'] as const
const CODE = /^(`{3,})(\w+)[^\n]*\n([\s\S]*?)^\1$/gm

/** The code of a reference, by language. */
const codeIn = (text: string): readonly (readonly [language: string, code: string])[] =>
  [...text.matchAll(CODE)].map(([, , language = '', code = '']) => [language, code])

test('an example is shown as it is written and then as it comes out', () => {
  expect(withResults('```markdown example\n*a*\n```\n\nEnd.\n')).toBe(
    '```markdown\n*a*\n```\n\n*a*\n\n\nEnd.\n',
  )
})

test('the sections of a text are its headings outside code', () => {
  const text = '# Top\n\n## One\n\n```markdown\n## none\n```\n\n### Two\n'
  expect(sectionsOf(text).map(({ title, at }) => [title, text.slice(at, at + 4)])).toEqual([
    ['One', '## O'],
    ['Two', '### '],
  ])
})

describe.each(['markdown', 'frontMatter'] as const)('the reference of %s', (topic) => {
  test('has the same sections with the same kinds of examples in both languages', async () => {
    const [en, zh] = await Promise.all(LANGUAGES.map((language) => loadReference(topic, language)))
    expect(sectionsOf(zh!)).toHaveLength(sectionsOf(en!).length)
    expect(codeIn(zh!).map(([language]) => language)).toEqual(codeIn(en!).map(([language]) => language))
  })
})

describe.each(LANGUAGES)('the front matter reference in %s', (language) => {
  test('shows whole articles only as Galley reads them', async () => {
    const code = codeIn(await loadReference('frontMatter', language))
    const whole = code.filter(([, it]) => /^(?:---|\+\+\+|\{)|^---$/m.test(it) && !it.includes('properties'))
    expect(whole.length).toBeGreaterThanOrEqual(4)
    for (const [, it] of whole) {
      const { fields, problems } = readFrontMatter(it)
      expect(problems, it).toEqual([])
      expect(
        fields.map(({ key }) => key),
        it,
      ).toContain('title')
    }
  })
  test('shows a galley.json that is read without a problem', async () => {
    const code = codeIn(await loadReference('frontMatter', language))
    const [, config = ''] = code.find(([, it]) => it.includes('properties')) ?? []
    const read = readSchemaConfig(config)
    expect(read.problems).toEqual([])
    expect(read.config?.fields.map(({ key }) => key)).toEqual(['rating', 'mood'])
  })
  test('names every field that the form knows', async () => {
    const text = await loadReference('frontMatter', language)
    const keys = SCHEMA_NAMES.flatMap((name) => BUILT_IN_SCHEMAS[name].fields.map(({ key }) => key))
    expect(keys.filter((key) => !text.includes(`| \`${key}\` |`))).toEqual([])
  })
})

test('the Chinese references have full-width punctuation and no stray spaces', async () => {
  const half = /\p{Script=Han}[,;:?!()]|[,;:?!(]\p{Script=Han}|\p{Script=Han} \p{Script=Han}/u
  for (const topic of ['markdown', 'frontMatter'] as const) {
    const text = (await loadReference(topic, 'zh-CN')).replace(CODE, '').replace(/`[^`\n]*`/g, '')
    const prose = text.split('\n').filter((line) => !/^[*[|>:-]|^\d\./.test(line))
    expect(prose.filter((line) => half.test(line))).toEqual([])
  }
})
