import { createHash, randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { FileSystem } from './file-system.ts'
import { codeOf } from './file-system.ts'

const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
const NAME = /^\.galley-([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.tmp$/

/** A name for a temporary file that says which process of which machine it belongs to. */
export function temporaryName(): string {
  return `.galley-${HOST}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`
}

/** True while a process of this machine has this id. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Removes what saves that were cut off have left in a folder; never a temporary of a running process or another machine. */
export async function sweepTemporaries(fs: FileSystem, folder: string): Promise<number> {
  let removed = 0
  for (const name of await fs.list(folder)) {
    const [, host, pid] = NAME.exec(name) ?? []
    if (host !== HOST || pid === undefined || isRunning(Number(pid))) continue
    try {
      await fs.remove(join(folder, name))
      removed++
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error
    }
  }
  return removed
}
