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

/** The real file system with one fault at the n-th call (from 1); `at: 0` never fails. */
export function faulty(fault: Fault, at: number): FaultyFileSystem {
  const steps: string[] = []
  let dead = false
  let hit = false

  async function step<T>(name: string, real: () => Promise<T>, half?: () => Promise<T>): Promise<T> {
    if (dead) throw new Crash()
    steps.push(name)
    const writes = name === 'write'
    if (fault === 'full' && at > 0 && steps.length >= at && writes) {
      hit = true
      throw systemError('ENOSPC')
    }
    if (steps.length !== at || fault === 'full') return real()
    hit = true
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
    syncFolder: (path) => step('fsync folder', () => real.syncFolder(path)),
  }
  return { fs, steps, hit: () => hit }
}
