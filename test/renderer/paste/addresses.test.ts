import { expect, test } from 'vitest'
import { altOf } from '../../../renderer/paste/image-reference.ts'
import { cleanAddress } from '../../../renderer/paste/clean/addresses.ts'

test.each([
  ['https://a.example/?utm_source=x&id=7&fbclid=y#part', 'https://a.example/?id=7#part'],
  ['https://a.example/p?spm=1.2&gclid=3', 'https://a.example/p'],
  ['https://a.example/?q=a%20b&x=%E6%BD%AE', 'https://a.example/?q=a%20b&x=%E6%BD%AE'],
  ['https://a.example/?scene=harbour', 'https://a.example/?scene=harbour'],
  ['https://mp.weixin.qq.com/s?__biz=M&scene=21#wechat_redirect', 'https://mp.weixin.qq.com/s?__biz=M'],
  ['https://a.example/#:~:text=tide', 'https://a.example/'],
  ['https://www.google.com/url?q=https://b.example/?utm_id%3D1%26p%3D2&sa=D', 'https://b.example/?p=2'],
  ['https://link.zhihu.com/?target=https%3A//b.example/', 'https://b.example/'],
  ['mailto:a@b.example?subject=utm_source=x', 'mailto:a@b.example?subject=utm_source=x'],
])('%s leads to %s', (address, clean) => {
  expect(cleanAddress(address)).toBe(clean)
})

test.each([
  ['Low_tide-at dawn.png', 'Low tide at dawn'],
  ['IMG_1234.JPG', ''],
  ['image.png', ''],
  ['微信图片_20240101.jpg', ''],
  ['Screenshot 2024-01-01 at 10.00.00.png', ''],
  ['潮汐表.png', '潮汐表'],
  ['0f3a9c0f3a9c0f3a9c.webp', ''],
])('%s describes %j', (name, alt) => {
  expect(altOf(name)).toBe(alt)
})
