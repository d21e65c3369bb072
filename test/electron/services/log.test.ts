import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createLog, withoutText } from '../../../electron/services/log.ts'
import { tempFolder } from './temp-folder.ts'

const NOON = (): Date => new Date('2026-05-04T12:00:00Z')

describe('the log', () => {
  it('holds failures of the shell and of pages, each with its time and its stack', async () => {
    const log = createLog(join(await tempFolder(), 'data'), NOON)
    log.error(Object.assign(new Error('lost'), { stack: 'Error: lost\n  at somewhere' }))
    log.report({ message: 'TypeError: x is null', stack: 'at page' })
    expect(log.tail()).toBe(
      '2026-05-04T12:00:00.000Z shell Error: lost\n      at somewhere\n' +
        '2026-05-04T12:00:00.000Z page TypeError: x is null\n    at page\n',
    )
    expect(readFileSync(log.path, 'utf8')).toBe(log.tail())
  })

  it('is readable by its owner only', async () => {
    const log = createLog(await tempFolder())
    log.error('x')
    expect(statSync(log.path).mode & 0o077).toBe(0)
  })

  it('notes a failure that repeats itself once', async () => {
    const log = createLog(await tempFolder(), NOON)
    for (let n = 0; n < 100; n += 1) log.error('the same')
    log.error('another')
    expect(log.tail().split('\n')).toHaveLength(3)
  })

  it('begins a new file when one is full, and keeps the one before', async () => {
    const folder = await tempFolder()
    const log = createLog(folder)
    for (let n = 0; n < 400; n += 1) log.error(`${n} ${'x'.repeat(3_900)}`)
    const sizes = ['galley.log', 'galley.1.log'].map((name) => statSync(join(folder, name)).size)
    expect(Math.max(...sizes)).toBeLessThan(600 * 1024)
    expect(existsSync(join(folder, 'galley.2.log'))).toBe(false)
    expect(log.tail()).toContain('399 ')
  })

  it('fails nothing when it cannot be written', async () => {
    const folder = await tempFolder()
    mkdirSync(join(folder, 'galley.log'))
    const log = createLog(folder)
    expect(() => log.error('x')).not.toThrow()
    expect(log.tail()).toBe('')
  })

  it('has a file to be shown, even before anything failed', async () => {
    const log = createLog(join(await tempFolder(), 'data'))
    log.touch()
    expect(existsSync(log.path)).toBe(true)
    expect(log.tail()).toBe('')
  })

  it.each([
    [
      'Unexpected token in "the secret chapter of my unpublished novel about harbours"',
      'Unexpected token in "…"',
    ],
    ['bad address data:image/png;base64,iVBORw0KGgoAAAANSUhEUg', 'bad address data:…'],
    ["Cannot read 'title' of null", "Cannot read 'title' of null"],
    ['ENOENT, open "/home/me/a.md"', 'ENOENT, open "/home/me/a.md"'],
  ])('keeps the text of articles out: %s', (message, kept) => {
    expect(withoutText(message)).toBe(kept)
  })

  it('cuts off what is endless', () => {
    expect(withoutText('x'.repeat(1_000_000))).toHaveLength(4_000)
  })
})
