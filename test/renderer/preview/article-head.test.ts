import { describe, expect, test } from 'vitest'
import type { Field, FieldValue } from '../../../core/front-matter/model.ts'
import { articleHead, headField, type ArticleHead } from '../../../renderer/preview/article-head.ts'

const NOWHERE = { from: 0, to: 0 }

function fieldsOf(values: Readonly<Record<string, FieldValue>>): readonly Field[] {
  return Object.entries(values).map(([key, value]): Field => ({
    key,
    path: key,
    segments: [key],
    kind: 'text',
    style: 'plain',
    value,
    source: '',
    span: NOWHERE,
    keySpan: NOWHERE,
    valueSpan: NOWHERE,
    alias: false,
    items: [],
  }))
}

const head = (values: Readonly<Record<string, FieldValue>>): ArticleHead => articleHead(fieldsOf(values))

describe('the head of an article', () => {
  test.each(['headimg', 'thumbnail', 'cover', 'banner', 'image'])('takes the cover from %s', (key) => {
    expect(head({ [key]: 'a.png' }).cover).toBe('a.png')
  })

  test('prefers the larger picture, and finds one inside a map', () => {
    expect(head({ thumbnail: 'small.png', headimg: 'large.png' }).cover).toBe('large.png')
    expect(head({ cover: { image: 'a.png' } }).cover).toBe('a.png')
  })

  test.each([
    ['Tue, 14 Dec 2021 00:00:00 GMT', '14 Dec 2021'],
    ['2021-12-14', '2021-12-14'],
    ['2021-12-14 08:30:00', '2021-12-14 08:30'],
    ['2021-12-14T00:00:00Z', '2021-12-14'],
    ['someday', 'someday'],
  ])('shows %s as %s', (date, shown) => {
    expect(head({ date }).date).toBe(shown)
  })

  test('tells the field each part is read from', () => {
    const fields = fieldsOf({ cover: '', image: 'a.png', Title: 'T', author: null, authors: ['A'], tag: 'x' })
    expect(headField(fields, 'cover')?.key).toBe('image')
    expect(headField(fields, 'title')?.key).toBe('Title')
    expect(headField(fields, 'author')?.key).toBe('authors')
    expect(headField(fields, 'tags')?.key).toBe('tag')
    expect(headField(fields, 'date')).toBeNull()
  })

  test('lists categories and tags however they are written', () => {
    const { categories, tags } = head({ categories: [['a', 'b'], 'c'], tags: 'one' })
    expect(categories).toEqual(['a', 'b', 'c'])
    expect(tags).toEqual(['one'])
  })

  test('of an article without fields is empty', () => {
    expect(head({})).toEqual({ cover: null, title: null, author: null, date: null, categories: [], tags: [] })
  })
})
