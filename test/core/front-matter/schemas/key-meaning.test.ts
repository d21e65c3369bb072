import { expect, test } from 'vitest'
import {
  isDateKey,
  isImageKey,
  isListKey,
  isLongTextKey,
} from '../../../../core/front-matter/schemas/key-meaning.ts'

test.each(['date', 'pubDate', 'updated_at', 'updatedOn', 'publish-date', 'created_time', 'DATE', '日期'])(
  '%s names a date',
  (key) => {
    expect(isDateKey(key)).toBe(true)
  },
)

test.each(['title', 'dateline', 'mandate', 'update', 'at', ''])('%s names no date', (key) => {
  expect(isDateKey(key)).toBe(false)
})

test.each(['cover', 'heroImage', 'og_image_url', 'headimg', 'Thumbnail', '头图'])(
  '%s names an image',
  (key) => {
    expect(isImageKey(key)).toBe(true)
  },
)

test.each(['discover', 'imagery', 'image_width', 'url', ''])('%s names no image', (key) => {
  expect(isImageKey(key)).toBe(false)
})

test('summaries and lists are known by their names', () => {
  expect([isLongTextKey('seo_description'), isLongTextKey('title')]).toEqual([true, false])
  expect([isListKey('tags'), isListKey('tag')]).toEqual([true, false])
})
