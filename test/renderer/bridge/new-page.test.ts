import { describe, expect, it } from 'vitest'
import { newPageAddress, pathsOfNewPage } from '../../../renderer/bridge/new-page.ts'

const PAGE = 'http://127.0.0.1:4000/#token=abc'
const hashOf = (address: string): string => new URL(address).hash

describe('the address of a further page', () => {
  it('has the token of the page it is opened from', () => {
    const fragment = new URLSearchParams(hashOf(newPageAddress(PAGE, [])).slice(1))
    expect(fragment.get('token')).toBe('abc')
  })

  it('names what is to be opened, whatever the paths hold', () => {
    const paths = ['/a & b#c/文章.md', 'C:\\articles\\x+y.md']
    expect(pathsOfNewPage(hashOf(newPageAddress(PAGE, paths)))).toEqual(paths)
  })

  it('does not carry on what the page before was opened with', () => {
    const second = newPageAddress(PAGE, ['/a.md'])
    expect(pathsOfNewPage(hashOf(newPageAddress(second, [])))).toEqual([])
  })

  it('says nothing of a page that the shell itself opened', () => {
    expect(pathsOfNewPage('#token=abc')).toBeNull()
  })
})
