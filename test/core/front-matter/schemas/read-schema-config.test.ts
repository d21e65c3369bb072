import { expect, test } from 'vitest'
import fc from 'fast-check'
import { readSchemaConfig } from '../../../../core/front-matter/schemas/read-schema-config.ts'
import { knownField, schemaFor } from '../../../../core/front-matter/schemas/schema-for.ts'

const read = (value: unknown) => readSchemaConfig(JSON.stringify(value, null, 2))
const kind = (property: unknown, key = 'k') =>
  read({ properties: { [key]: property } }).config?.fields.map((field) => field.kind)[0]

test.each([
  [{ type: 'string' }, 'text'],
  [{ type: 'string', format: 'date' }, 'date'],
  [{ type: 'string', format: 'date-time' }, 'date'],
  [{ type: 'string', 'x-control': 'longText' }, 'longText'],
  [{ type: 'integer' }, 'number'],
  [{ type: ['number', 'null'] }, 'number'],
  [{ type: ['number', 'string'] }, 'any'],
  [{ type: 'boolean' }, 'toggle'],
  [{ type: 'array' }, 'tags'],
  [{ type: 'array', items: { type: 'string' } }, 'tags'],
  [{ type: 'array', items: { type: 'object' } }, 'any'],
  [{ type: 'object' }, 'object'],
  [{ enum: ['a', 'b', null] }, 'choice'],
  [{ 'x-control': 'choice' }, 'text'],
  [{}, 'any'],
])('a property %j is of the kind %s', (property, expected) => {
  expect(kind(property)).toBe(expected)
})

test('a text under a key that names an image or a summary is one', () => {
  expect(kind({ type: 'string' }, 'coverImage')).toBe('image')
  expect(kind({ type: 'string' }, 'summary')).toBe('longText')
})

test('required, titles, descriptions, choices and nested properties are read', () => {
  const { config, problems } = read({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    required: ['rating'],
    properties: {
      rating: { enum: ['low', 'high'], title: 'Rating', description: 'How good it is.' },
      seo: { type: 'object', properties: { robots: { type: 'string' } }, required: ['robots'] },
    },
  })
  expect(problems).toEqual([])
  expect(config).toMatchObject({
    base: 'folder',
    fields: [
      {
        key: 'rating',
        required: true,
        choices: ['low', 'high'],
        title: 'Rating',
        description: 'How good it is.',
      },
      { key: 'seo', kind: 'object', fields: [{ key: 'robots', kind: 'text', required: true }] },
    ],
  })
})

test('a folder extends the schema of its generator, and its fields come first', () => {
  const { config } = read({ properties: { rating: { type: 'number' }, title: { type: 'string' } } })
  const schema = schemaFor('hexo', config)
  expect(schema.name).toBe('hexo')
  expect(schema.fields.slice(0, 2).map((field) => field.key)).toEqual(['rating', 'title'])
  expect(schema.fields.filter((field) => field.key === 'title')).toHaveLength(1)
  expect(knownField(schema, ['title'])).toMatchObject({ required: false, messageKey: 'field.title' })
  expect(knownField(schema, ['toc'])).toMatchObject({ kind: 'toggle' })
})

test('a folder replaces the schema with `x-base: none`, and takes another with its name', () => {
  const none = schemaFor('hexo', read({ 'x-base': 'none', properties: { a: {} } }).config)
  expect(none.fields.map((field) => field.key)).toEqual(['a'])
  expect(schemaFor('hexo', read({ 'x-base': 'astro' }).config).name).toBe('astro')
})

test.each([
  ['{"properties": {', 'configSyntax', {}],
  ['[]', 'configShape', { path: 'galley.json' }],
  ['{"properties": []}', 'configShape', { path: 'properties' }],
  ['{"properties": {"a": 1}}', 'configShape', { path: 'a' }],
  ['{"properties": {"a": {"type": "text"}}}', 'configUnknownValue', { path: 'a.type', value: 'text' }],
  [
    '{"properties": {"a": {"x-control": "slider"}}}',
    'configUnknownValue',
    { path: 'a.x-control', value: 'slider' },
  ],
  ['{"properties": {"a": {"enum": "x"}}}', 'configShape', { path: 'a.enum' }],
  ['{"properties": {"a": {"enum": [1]}}}', 'configUnknownValue', { path: 'a.enum', value: '1' }],
  ['{"properties": {"a": {"title": 1}}}', 'configShape', { path: 'a.title' }],
  ['{"required": "a"}', 'configShape', { path: 'required' }],
  ['{"required": ["a"]}', 'configRequiredUnknown', { key: 'a' }],
  ['{"x-base": "gatsby"}', 'configUnknownValue', { path: 'x-base', value: 'gatsby' }],
  ['{"propertys": {}}', 'configUnknownKey', { path: 'propertys' }],
])('%s is a problem with its place, and never fatal', (text, code, params) => {
  const { problems } = readSchemaConfig(text)
  expect(problems).toMatchObject([{ code, params, line: 1 }])
  expect(problems[0]!.span.to).toBeLessThanOrEqual(text.length)
})

test('what is wrong in one property leaves the others in use', () => {
  const { config } = read({ properties: { a: 1, b: { type: 'boolean' } } })
  expect(config?.fields.map((field) => field.key)).toEqual(['b'])
})

test('no text makes it throw', () => {
  const noise = fc.oneof(
    fc.string(),
    fc.json(),
    fc.jsonValue().map((value) => JSON.stringify({ properties: value, required: value, 'x-base': value })),
  )
  fc.assert(
    fc.property(noise, (text) => {
      const { config, problems } = readSchemaConfig(text)
      expect(config !== null || problems.length > 0).toBe(true)
      schemaFor('hugo', config)
    }),
  )
})
