import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { JournalEntry } from '../../../core/contract.ts'
import { createJournal, type Journal } from '../../../electron/services/recovery/journal.ts'
import { enterOwner, type Owners } from '../../../electron/services/files/owners.ts'
import { tempFolder } from './temp-folder.ts'

const entry = (id: string, text = '写到一半的文字'): JournalEntry => ({
  id,
  path: '/posts/article.md',
  name: 'article.md',
  text,
  encoding: 'gbk',
  base: { mtimeNs: '1', size: 2, inode: '3', sha256: 'abc' },
  caret: 3,
  top: 120,
  position: 0,
  shownAt: 0,
  writtenAt: 0,
})

const GONE = 'feedfeedfeedfeed'
const team = (self: string, alive: readonly string[] = []): Owners => ({
  self,
  isAlive: (id) => Promise.resolve(id === self || alive.includes(id)),
  dispose: () => Promise.resolve(),
})

const journalOf = (folder: string, owners: Owners, damaged: string[] = []): Journal =>
  createJournal(
    join(folder, 'recovery'),
    () => Promise.resolve(owners),
    (path) => damaged.push(path),
  )

describe('the recovery journal', () => {
  it('gives back what was written by a Galley that no longer runs', async () => {
    const folder = await tempFolder()
    await journalOf(folder, team(GONE)).write(entry('tab-1'))
    const before = Date.now()
    const [found] = await journalOf(folder, team('0000000000000001')).list()
    expect(found).toEqual({ ...entry('tab-1'), writtenAt: expect.any(Number) as number })
    expect(found!.writtenAt).toBeLessThanOrEqual(before)
  })

  it('is readable by its owner only', async () => {
    const folder = await tempFolder()
    await journalOf(folder, team(GONE)).write(entry('tab-1'))
    const name = join(folder, 'recovery', `tab-1.${GONE}.json`)
    expect((await stat(name)).mode & 0o777).toBe(0o600)
    expect((await stat(join(folder, 'recovery'))).mode & 0o777).toBe(0o700)
  })

  it('leaves alone what a running Galley keeps', async () => {
    const folder = await tempFolder()
    const other = journalOf(folder, team('00000000000000aa'))
    await other.write(entry('tab-1', 'theirs'))
    const mine = journalOf(folder, team('00000000000000bb', ['00000000000000aa']))
    expect(await mine.list()).toEqual([])
    await mine.write(entry('tab-1', 'mine'))
    await mine.remove('tab-1')
    expect((await other.list())[0]).toMatchObject({ text: 'theirs' })
  })

  it('is taken over once: a second start does not get it too', async () => {
    const folder = await tempFolder()
    await journalOf(folder, team(GONE)).write(entry('tab-1'))
    const running = ['000000000000000a', '000000000000000b']
    const lists = await Promise.all(running.map((id) => journalOf(folder, team(id, running)).list()))
    expect(lists.flat()).toHaveLength(1)
  })

  it('survives a second loss after being taken over', async () => {
    const folder = await tempFolder()
    await journalOf(folder, team(GONE)).write(entry('tab-1'))
    await journalOf(folder, team('000000000000000a')).list()
    expect(await journalOf(folder, team('000000000000000b')).list()).toMatchObject([{ id: 'tab-1' }])
  })

  it('is offered again to a page that was reloaded', async () => {
    const journal = journalOf(await tempFolder(), team(GONE))
    await journal.write(entry('tab-1', 'first'))
    await journal.write(entry('tab-1', 'second'))
    expect(await journal.list()).toMatchObject([{ id: 'tab-1', text: 'second' }])
  })

  it('sets aside what is damaged or cut off and says where, and skips what is of another kind', async () => {
    const folder = await tempFolder()
    const journal = journalOf(folder, team(GONE))
    await journal.write(entry('good'))
    await journal.write(entry('cut'))
    const inside = (name: string): string => join(folder, 'recovery', name)
    const whole = await readFile(inside(`cut.${GONE}.json`))
    await writeFile(inside(`cut.${GONE}.json`), whole.subarray(0, whole.length - 20))
    await writeFile(inside(`zeros.${GONE}.json`), Buffer.alloc(500))
    await writeFile(inside(`changed.${GONE}.json`), whole.toString().replace('120', '121'))
    await writeFile(inside('note.txt'), 'x')
    await mkdir(inside(`folder.${GONE}.json`))
    const damaged: string[] = []
    const next = journalOf(folder, team('000000000000000a'), damaged)
    expect((await next.list()).map((it) => it.id)).toEqual(['good'])
    const aside = ['changed', 'cut', 'zeros'].map((id) => inside(`${id}.${GONE}.json.damaged`))
    expect(damaged.sort()).toEqual(aside)
    expect(await readFile(aside[1]!)).toEqual(whole.subarray(0, whole.length - 20))
    expect((await next.list()).map((it) => it.id)).toEqual(['good'])
    expect(damaged).toHaveLength(3)
  })

  it('forgets an article that was saved and closed, also while a write is under way', async () => {
    const folder = await tempFolder()
    const journal = journalOf(folder, team(GONE))
    await Promise.all([journal.write(entry('tab-1')), journal.remove('tab-1')])
    await journal.remove('never-written')
    expect(await readdir(join(folder, 'recovery'))).toEqual([])
  })

  it('keeps the last of many quick writes', async () => {
    const journal = journalOf(await tempFolder(), team(GONE))
    await Promise.all(Array.from({ length: 20 }, (_, n) => journal.write(entry('tab-1', `text ${n}`))))
    expect(await journal.list()).toMatchObject([{ text: 'text 19' }])
  })

  it('takes no id that could lead out of its folder', async () => {
    const journal = journalOf(await tempFolder(), team(GONE))
    await expect(journal.write(entry('../../evil'))).rejects.toMatchObject({ code: 'badRequest' })
    await expect(journal.remove('a.b')).rejects.toMatchObject({ code: 'badRequest' })
  })

  it('is empty where nothing was ever written', async () => {
    expect(await journalOf(await tempFolder(), team(GONE)).list()).toEqual([])
  })
})

describe('an owner of a user data folder', () => {
  it('is alive while it runs, for others of this process too', async () => {
    const folder = await tempFolder()
    const first = await enterOwner(folder)
    const second = await enterOwner(folder)
    expect(await second.isAlive(first.self)).toBe(true)
    await first.dispose()
    expect(await second.isAlive(first.self)).toBe(false)
    await second.dispose()
    expect(await readdir(folder)).toEqual([])
  })

  it('of another running process is alive as long as it shows signs of life', async () => {
    const folder = await tempFolder()
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, 'aaaaaaaaaaaaaaaa.json'), JSON.stringify({ pid: process.ppid }))
    const mine = await enterOwner(folder)
    expect(await mine.isAlive('aaaaaaaaaaaaaaaa')).toBe(true)
    await mine.dispose()
  })

  it('enters itself again when the folder was taken away under it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const folder = join(await tempFolder(), 'owners')
    const mine = await enterOwner(folder)
    await rm(folder, { recursive: true })
    vi.advanceTimersByTime(5_000)
    await vi.waitFor(async () => expect(await readdir(folder)).toEqual([`${mine.self}.json`]))
    await mine.dispose()
  })

  it('of a process that ended is dead and swept', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'bbbbbbbbbbbbbbbb.json'), JSON.stringify({ pid: 2 ** 22 + 1 }))
    await writeFile(join(folder, 'cccccccccccccccc.json'), 'not json')
    const mine = await enterOwner(folder)
    expect(await mine.isAlive('bbbbbbbbbbbbbbbb')).toBe(false)
    expect(await readdir(folder)).toEqual([`${mine.self}.json`])
    await mine.dispose()
  })
})
