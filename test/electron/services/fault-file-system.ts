import {
  nodeFileSystem,
  type FileSystem,
  type OpenFile,
} from '../../../electron/services/files/file-system.ts'

/** What goes wrong: an error code, a write of half the bytes, the end of the process, or a disk full from then on. */
export type Fault = 'ENOSPC' | 'EIO' | 'EACCES' | 'EBUSY' | 'EPERM' | 'EXDEV' | 'short' | 'crash' | 'full'

/** Stands for the end of the process: nothing after it has any effect. */
export class Crash extends Error {}

export interface FaultyFileSystem {
  readonly fs: FileSystem
  /** The calls made so far, in order. */
  readonly steps: readonly string[]
  /** True when the fault was met. */
  hit(): boolean
}

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: injected`), { code })
}

/** Which call fails: the n-th (from 1) of a kind; null: none. Kinds are as in `steps`. */
export type Place = { readonly kind: string; readonly nth: number } | null

/** The real file system with one fault; `full` fails that write and all after it. */
export function faulty(fault: Fault, place: Place): FaultyFileSystem {
  const steps: string[] = []
  let dead = false
  let hit = false

  async function step<T>(name: string, real: () => Promise<T>, half?: () => Promise<T>): Promise<T> {
    if (dead) throw new Crash()
    steps.push(name)
    if (place?.kind !== name) return real()
    const nth = steps.filter((one) => one === name).length
    if (nth !== place.nth && !(fault === 'full' && nth > place.nth)) return real()
    hit = true
    if (fault === 'full') throw systemError('ENOSPC')
    if (fault === 'short') return half === undefined ? real() : half()
    if (fault === 'crash') {
      dead = true
      await half?.()
      throw new Crash()
    }
    throw systemError(fault)
  }

  const wrap = (file: OpenFile): OpenFile => ({
    info: () => step('fstat', () => file.info()),
    read: (...args) => step('read', () => file.read(...args)),
    write: (buffer, offset, length, position) =>
      step(
        'write',
        () => file.write(buffer, offset, length, position),
        () => file.write(buffer, offset, Math.max(1, length >> 1), position),
      ),
    truncate: (length) => step('truncate', () => file.truncate(length)),
    chmod: (mode) => step('fchmod', () => file.chmod(mode)),
    chown: (uid, gid) => step('fchown', () => file.chown(uid, gid)),
    sync: () => step('fsync', () => file.sync()),
    async close() {
      await file.close() // The system closes the files of a dead process too.
      await step('close', () => Promise.resolve())
    },
  })

  const real = nodeFileSystem
  const fs: FileSystem = {
    open: (path, how, mode) => step(`open ${how}`, async () => wrap(await real.open(path, how, mode))),
    info: (path) => step('stat', () => real.info(path)),
    linkInfo: (path) => step('lstat', () => real.linkInfo(path)),
    realPath: (path) => step('realpath', () => real.realPath(path)),
    readLink: (path) => step('readlink', () => real.readLink(path)),
    rename: (from, to) => step('rename', () => real.rename(from, to)),
    link: (from, to) => step('link', () => real.link(from, to)),
    remove: (path) => step('unlink', () => real.remove(path)),
    list: (path) => step('readdir', () => real.list(path)),
    makeFolder: (path) => step('mkdir', () => real.makeFolder(path)),
    copy: (from, to) => step('copy', () => real.copy(from, to)),
    openFolder: (path) =>
      step('open folder', async () => {
        const folder = await real.openFolder(path)
        return {
          sync: () => step('fsync folder', () => folder.sync()),
          async close() {
            await folder.close()
            await step('close folder', () => Promise.resolve())
          },
        }
      }),
  }
  return { fs, steps, hit: () => hit }
}
