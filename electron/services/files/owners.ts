import { randomBytes } from 'node:crypto'
import { readFile, readdir, unlink, utimes, writeFile, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from './file-system.ts'
import { isRunning } from './temporary.ts'

/** Who works on a user data folder: each running set of services has an id of its own there. */
export interface Owners {
  /** This one: 16 hex digits. */
  readonly self: string
  /** True while the owner of this id runs; false for this one's predecessors. */
  isAlive(id: string): Promise<boolean>
  dispose(): Promise<void>
}

/** Milliseconds between signs of life, and after how many without one an owner is taken for dead. */
const BEAT = 5_000
const SILENCE = 60_000
const HELD_HERE = new Set<string>()

/**
 * Enters this process among the owners in `folder`. A process id alone would not do: after a restart of the
 * machine another program may have it, so each owner also touches its file every few seconds.
 * One whose sign is of the future was written by a clock that has been set back: it tells nothing.
 */
export async function enterOwner(folder: string): Promise<Owners> {
  const self = randomBytes(8).toString('hex')
  const fileOf = (id: string): string => join(folder, `${id}.json`)
  const enter = async (): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(fileOf(self), JSON.stringify({ pid: process.pid }), { flag: 'wx', mode: 0o600 })
  }
  await enter()
  HELD_HERE.add(self)

  async function giveSign(): Promise<void> {
    const now = new Date()
    try {
      await utimes(fileOf(self), now, now)
    } catch (error) {
      // Another Galley may have taken this one for dead while the machine slept, or somebody have removed the folder.
      if (codeOf(error) === 'ENOENT' && HELD_HERE.has(self)) await enter()
    }
  }
  // A missed sign is made up by the next one.
  const beat = setInterval(() => void giveSign().catch(() => undefined), BEAT)
  beat.unref()

  async function isAlive(id: string): Promise<boolean> {
    if (HELD_HERE.has(id)) return true
    try {
      const parsed: unknown = JSON.parse(await readFile(fileOf(id), 'utf8'))
      const pid = typeof parsed === 'object' && parsed !== null && 'pid' in parsed ? Number(parsed.pid) : 0
      const { mtimeMs } = await stat(fileOf(id))
      return pid > 0 && pid !== process.pid && isRunning(pid) && Math.abs(Date.now() - mtimeMs) < SILENCE
    } catch {
      return false // No readable entry: nobody of that id is running.
    }
  }

  async function sweep(): Promise<void> {
    for (const name of await readdir(folder)) {
      const id = name.replace(/\.json$/, '')
      if (await isAlive(id)) continue
      await unlink(join(folder, name)).catch((error: unknown) => {
        if (codeOf(error) !== 'ENOENT') throw error
      })
    }
  }

  await sweep()
  return {
    self,
    isAlive,
    async dispose() {
      clearInterval(beat)
      HELD_HERE.delete(self)
      await unlink(fileOf(self)).catch((error: unknown) => {
        if (codeOf(error) !== 'ENOENT') throw error
      })
    },
  }
}
