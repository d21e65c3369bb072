import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkTarget, shownAddress } from '../../../renderer/state/link-target.ts'

const whole = (href: string, path: string | null = '/site/posts/a.md'): string | null => {
  const shown = shownAddress(href, path)
  return shown && `${shown.host}|${shown.rest}`
}

test('an address is shown as it is asked for, its host apart', () => {
  expect(whole('HTTPS://Bücher.example:8443/a b')).toBe('https://xn--bcher-kva.example:8443|/a%20b')
  expect(whole('https://paypal.com@evil.example/?q')).toBe('https://paypal.com@evil.example|/?q')
  expect(whole('https://sea.example?')).toBe('https://sea.example|/?')
  expect(whole('https://sea.example/a#')).toBe('https://sea.example|/a#')
  expect(whole('https://a/b@evil.example/')).toBe('https://a|/b@evil.example/')
  expect(whole('mailto:pilot@example.com')).toBe('|mailto:pilot@example.com')
})

test('what is shown of any address is what is asked for, to the last sign', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.boolean(), (href, open) => {
      const address = open ? `${href}#` : href
      const shown = shownAddress(address, null)
      expect(`${shown?.host ?? ''}${shown?.rest ?? ''}`).toBe(new URL(address).href)
    }),
  )
})

test('what is not seen in an address does not turn it round', () => {
  expect(whole('\u202edm.aes/\u200bsea.md')).toBe('|dm.aes/sea.md')
  expect(whole('#\u202eend')).toBe('|#end')
})

test('an address without a scheme, as a site’s page has it, is asked for as the page would be', () => {
  expect(whole('//Sea.example/a.md')).toBe('https://sea.example|/a.md')
  expect(linkTarget('//sea.example/a.md', null)?.kind).toBe('outside')
})

test('an address that leads nowhere is none', () => {
  for (const href of ['https://a b/', 'javascript:alert(1)', '//', '/etc/hosts', 'a.pdf'])
    expect([href, linkTarget(href, '/site/a.md'), whole(href)]).toEqual([href, null, null])
  expect(linkTarget('sea.md', null)).toBeNull()
})

test('an article is found from the folder of the one that links to it', () => {
  expect(linkTarget('../%E6%B8%AF.md?a#b', '/site/posts/a.md')).toEqual({
    kind: 'article',
    path: '/site/港.md',
  })
})
