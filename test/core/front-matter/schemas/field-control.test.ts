import { expect, test } from 'vitest'
import type { Generator } from '../../../../core/generator.ts'
import { readFrontMatter } from '../../../../core/front-matter/read.ts'
import { findField } from '../../../../core/front-matter/path.ts'
import { fieldControl } from '../../../../core/front-matter/schemas/field-control.ts'
import { readSchemaConfig } from '../../../../core/front-matter/schemas/read-schema-config.ts'
import { schemaFor } from '../../../../core/front-matter/schemas/schema-for.ts'

function control(yaml: string, generator: Generator | null = 'hexo', path?: string): string {
  const { fields } = readFrontMatter(`---\n${yaml}\n---\n`)
  const field = path === undefined ? fields.at(-1) : findField(fields, path)
  if (!field) throw new Error(yaml)
  return fieldControl(field, schemaFor(generator))
}

test.each([
  ['title: x', 'text'],
  ['title:', 'text'],
  ['title: 2021', 'text'],
  ['title: |\n  a\n  b', 'longText'],
  ['date: 2021-12-14', 'date'],
  ['date: Tue, 14 Dec 2021 00:00:00 GMT', 'date'],
  ['date:', 'date'],
  ['date: soon', 'text'],
  ['date: 01/02/2021', 'text'],
  ['tags: [a, b]', 'tags'],
  ['tags: [2021, true]', 'tags'],
  ['tags:', 'tags'],
  ['tags: a', 'tags'],
  ['categories:\n  - [a, b]\n  - c', 'source'],
  ['headimg: https://example.com/a', 'image'],
  ['thumbnail:', 'image'],
  ['cover: false', 'toggle'],
  ['comments: false', 'toggle'],
  ['comments:', 'toggle'],
  ['comments: disabled', 'text'],
  ['toc: true', 'toggle'],
  ['toc:\n  enable: true', 'group'],
  ['top: 10', 'number'],
  ['top: true', 'toggle'],
  ['description: short', 'longText'],
  ['layout: false', 'toggle'],
  ['a: &x 1\ntitle: *x', 'source'],
])('in Hexo, %j is edited by the control %s', (yaml, expected) => {
  expect(control(yaml)).toBe(expected)
})

test.each([
  ['mood: good', 'text'],
  ['rating: 4.5', 'number'],
  ['sticky_note: true', 'toggle'],
  ['ogImage: a', 'image'],
  ['portrait: ./me.PNG', 'image'],
  ['picture_of: a b.png', 'text'],
  ['expires: 2021-12-14', 'date'],
  ['last_modified:', 'date'],
  ['intro: a', 'longText'],
  [`note: ${'long '.repeat(30)}`, 'longText'],
  ['links: []', 'tags'],
  ['links: [{a: b}]', 'group'],
  ['links: [null]', 'source'],
  ['nested: {}', 'group'],
  ['nested: {a: 1}', 'group'],
  ['标签:', 'tags'],
  ['封面: a', 'image'],
])('an unknown field %j is edited by the control %s', (yaml, expected) => {
  expect(control(yaml, null)).toBe(expected)
})

test('fields inside a group have controls of their own', () => {
  expect(control('author:\n  avatar: x\n  born: 2000-01-01', null, 'author.avatar')).toBe('image')
  expect(control('author:\n  avatar: x\n  born: 2000-01-01', null, 'author.born')).toBe('date')
})

test('Jekyll splits a text of tags at its spaces, so there it stays text', () => {
  expect(control('tags: a b', 'jekyll')).toBe('text')
  expect(control('tags: [a, b]', 'jekyll')).toBe('tags')
})

test('a choice is offered while the value is one of its choices', () => {
  const { config } = readSchemaConfig('{"properties": {"mood": {"enum": ["good", "bad"]}}}')
  const schema = schemaFor(null, config)
  const fields = (yaml: string) => readFrontMatter(`---\n${yaml}\n---\n`).fields
  expect(fieldControl(fields('mood: good')[0]!, schema)).toBe('choice')
  expect(fieldControl(fields('mood:')[0]!, schema)).toBe('choice')
  expect(fieldControl(fields('mood: ugly')[0]!, schema)).toBe('text')
})
