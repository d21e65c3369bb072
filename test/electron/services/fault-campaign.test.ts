import { link, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SaveRequest } from '../../../core/contract.ts'
import { nodeFileSystem } from '../../../electron/services/files/file-system.ts'
import { recoverInPlace } from '../../../electron/services/files/in-place.ts'
import { createSerial } from '../../../electron/services/files/serial.ts'
import { faulty, type Fault, type Place } from './fault-file-system.ts'
import { backupsIn, newFile, requestFor, saverIn } from './saving.ts'
import { tempFolder } from './temp-folder.ts'

const FAULTS: readonly Fault[] = [
  'ENOSPC',
  'EIO',
  'EACCES',
  'EBUSY',
  'EPERM',
  'EXDEV',
  'short',
  'crash',
  'full',
]

interface Situation {
  readonly name: string
  /** Null: there is no file yet. */
  readonly former: string | null
  readonly next: string
  /** True: the file has a second name, so it is written in place. */
  readonly linked?: boolean
  /** The kinds of steps such a save is made of. */
  readonly kinds: readonly string[]
}

const REPLACING = [
  ...['realpath', 'lstat', 'open update', 'open create', 'open read', 'open folder', 'stat', 'fstat', 'read'],
  ...['write', 'fsync', 'close', 'rename', 'fsync folder', 'close folder'],
]
const CREATING = [
  ...[
    'realpath',
    'lstat',
    'open create',
    'open read',
    'open folder',
    'stat',
    'fstat',
    'read',
    'write',
    'fsync',
  ],
  ...['close', 'link', 'unlink', 'fsync folder', 'close folder'],
]
const IN_PLACE = [
  ...['realpath', 'lstat', 'open update', 'open create', 'open read', 'open folder', 'stat', 'fstat', 'read'],
  ...['write', 'fsync', 'close', 'mkdir', 'unlink', 'fsync folder', 'close folder'],
]

const line = '一行文字 with some words.\n'
const SITUATIONS: readonly Situation[] = [
  {
    name: 'a longer text over a file',
    former: line.repeat(40),
    next: 'new ' + line.repeat(90),
    kinds: REPLACING,
  },
  {
    name: 'a shorter text over a file',
    former: line.repeat(90),
    next: 'new ' + line.repeat(40),
    kinds: REPLACING,
  },
  { name: 'a new file', former: null, next: line.repeat(60), kinds: CREATING },
  {
    name: 'a longer text into a linked file',
    former: line.repeat(40),
    next: 'new ' + line.repeat(90),
    linked: true,
    kinds: IN_PLACE,
  },
  {
    name: 'a shorter text into a linked file',
    former: line.repeat(90),
    next: 'new ' + line.repeat(40),
    linked: true,
    kinds: [...IN_PLACE, 'truncate'],
  },
]

interface Outcome {
  readonly hit: boolean
  readonly steps: readonly string[]
  readonly said: 'Saved' | 'Not saved'
  readonly content: string | null
  readonly leftovers: readonly string[]
}

async function trySave(situation: Situation, fault: Fault, place: Place): Promise<Outcome> {
  const folder = await tempFolder()
  const articles = join(folder, 'articles')
  const path = join(articles, 'article.md')
  await mkdir(articles)
  let request: SaveRequest = newFile(path, situation.next)
  if (situation.former !== null) {
    await writeFile(path, situation.former)
    if (situation.linked === true) await link(path, join(folder, 'second-name.md'))
    request = await requestFor(path, situation.next)
  }
  const disk = faulty(fault, place)
  const serial = createSerial()
  const said = await saverIn(folder, { fs: disk.fs, serial })
    .save(request)
    .then(
      () => 'Saved' as const,
      () => 'Not saved' as const,
    )
  await serial.settled()
  // The next start: it brings home what a cut-off write has left.
  await recoverInPlace(nodeFileSystem, backupsIn(folder), () => Promise.resolve(false))
  const content = await readFile(path, 'utf8').catch(() => null)
  if (situation.linked === true) expect(await readFile(join(folder, 'second-name.md'), 'utf8')).toBe(content)
  const leftovers = (await readdir(articles)).filter((name) => name !== 'article.md')
  expect(await readdir(backupsIn(folder))).toEqual([])
  return { hit: disk.hit(), steps: disk.steps, said, content, leftovers }
}

/** Every step of a save without a fault, by its kind and its place among those of its kind. */
async function placesOf(situation: Situation): Promise<readonly Exclude<Place, null>[]> {
  const { steps, said } = await trySave(situation, 'EIO', null)
  expect(said).toBe('Saved')
  return steps.map((kind, at) => ({ kind, nth: steps.slice(0, at + 1).filter((one) => one === kind).length }))
}

describe.each(SITUATIONS)('saving $name', (situation) => {
  it.each(FAULTS)('leaves it whole, old or new, whichever step meets %s', async (fault) => {
    const places = await placesOf(situation)
    expect(new Set(places.map(({ kind }) => kind))).toEqual(new Set(situation.kinds))
    let refused = 0
    for (const place of fault === 'full' ? places.filter(({ kind }) => kind === 'write') : places) {
      const { hit, said, content, leftovers } = await trySave(situation, fault, place)
      const where = `${place.kind} ${place.nth}`
      // A file that is old enough, on a slow machine, is not read a second time before it is replaced.
      if (place.kind !== 'read') expect(hit, where).toBe(true)
      expect([situation.former, situation.next], where).toContain(content)
      if (said === 'Saved') expect(content, where).toBe(situation.next)
      else refused++
      // A process that ended cannot clean up, and one whose unlink failed has not; both are swept later.
      if (fault !== 'crash' && leftovers.length > 0) expect(leftovers.length, where).toBe(1)
    }
    if (fault !== 'short') expect(refused).toBeGreaterThan(0)
  })
})
