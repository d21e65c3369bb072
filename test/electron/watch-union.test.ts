import { describe, expect, it } from 'vitest'
import { createWatchUnion } from '../../electron/watch-union.ts'

describe('the files several pages watch', () => {
  it('are watched together, each once, until a page leaves', async () => {
    const watched: (readonly string[])[] = []
    const union = createWatchUnion(
      (paths) => {
        watched.push(paths)
        return Promise.resolve(null)
      },
      () => undefined,
    )
    const first = union.join()
    const second = union.join()
    await first.watch(['/a.md', '/b.md'])
    await second.watch(['/b.md', '/c.md'])
    await first.watch(['/a.md'])
    second.left()
    expect(watched).toEqual([
      ['/a.md', '/b.md'],
      ['/a.md', '/b.md', '/c.md'],
      ['/a.md', '/b.md', '/c.md'],
      ['/a.md'],
    ])
  })

  it('are left as they are when a page that watched nothing leaves', () => {
    const union = createWatchUnion(
      () => Promise.reject(new Error('not expected to be called')),
      () => undefined,
    )
    expect(() => union.join().left()).not.toThrow()
  })

  it('tell the log when they cannot be changed for a page that left', async () => {
    const logged: unknown[] = []
    let broken = false
    const failure = new Error('no more watches')
    const union = createWatchUnion(
      () => (broken ? Promise.reject(failure) : Promise.resolve(null)),
      (error) => logged.push(error),
    )
    const page = union.join()
    await page.watch(['/a.md'])
    broken = true
    page.left()
    await expect.poll(() => logged).toEqual([failure])
  })
})
