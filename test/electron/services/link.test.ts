import { describe, expect, test } from 'vitest'
import { checkLink } from '../../../electron/services/link.ts'

describe('a link of an article', () => {
  test.each([
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['HTTP://EXAMPLE.org', 'http://example.org/'],
    ['mailto:ann@example.org', 'mailto:ann@example.org'],
    [
      'mailto:ann@example.org?subject=The%20quay&body=%E7%A0%81%E5%A4%B4%0D%0AHi&CC=b@example.org',
      'mailto:ann@example.org?subject=The%20quay&body=%E7%A0%81%E5%A4%B4%0D%0AHi&CC=b@example.org',
    ],
  ])('leads to the web or to a mail program: %s', (url, opened) => {
    expect(checkLink(url)).toBe(opened)
  })

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ms-settings:',
    'data:text/html,x',
    'other.md',
    '//h/x',
  ])('is not opened when it leads elsewhere: %s', (url) => {
    expect(() => checkLink(url)).toThrow()
  })

  test.each([
    'mailto:ann@example.org?attach=/etc/passwd&subject=x',
    'mailto:ann@example.org?subject=x&ATTACH=file:///etc/passwd',
    'mailto:ann@example.org?%61ttachment=/etc/passwd&subject=x',
    'mailto:ann@example.org?subject=x&attach%65=1&attach=~/.ssh/id_rsa&',
    'mailto:ann@example.org?subject=x&from=boss@example.org',
  ])('puts no file and no sender into a message: %s', (url) => {
    expect(checkLink(url).replace(/&$/, '')).toBe('mailto:ann@example.org?subject=x')
  })
})
