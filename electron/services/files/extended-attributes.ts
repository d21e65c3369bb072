import { spawn } from 'node:child_process'
import { basename, dirname } from 'node:path'
import type { FileInfo, FileSystem } from './file-system.ts'

/**
 * Tells which files have what a new file in their place would lack: attributes a program has given them (tags,
 * comments) or an access list. Node has no call for these; they stay where a file is written in place.
 */
export interface AttributeProbe {
  /** Of the file that is this; found out once, until its attributes change. False where it cannot be found out. */
  has(path: string, info: FileInfo): Promise<boolean>
  /** Finds it out of the file of this name, so that no save has to wait for it. */
  look(fs: FileSystem, path: string): Promise<void>
  /** Remembers it of a file that Galley itself has written. */
  note(info: FileInfo, has: boolean): void
}

/** Milliseconds after which a file system that does not answer is not waited for. */
const LIMIT = 1_000
const BLOCK = 512
/** Bytes of the records before the first file; more than this is not read. */
const MOST_RECORDS = 1024 * 1024
const MOST_REMEMBERED = 1_000
/** Attributes of the user's and access lists, not the labels systems put on every file (GNU tar, `--xattrs --acls`). */
const RECORD = /SCHILY\.(?:xattr\.user\.|acl\.)/

/** The extended header an archive begins with (POSIX pax, typeflag `x`), or null while more of it is to come. */
function recordsOf(archive: Buffer): string | null {
  if (archive.length < BLOCK) return null
  if (archive.toString('latin1', 156, 157) !== 'x') return ''
  const size = Math.min(parseInt(archive.toString('latin1', 124, 136), 8) || 0, MOST_RECORDS)
  return archive.length < BLOCK + size ? null : archive.toString('latin1', BLOCK, BLOCK + size)
}

/** Asks `tar`, which nearly every Linux has and which knows both kinds, for the beginning of an archive of the file. */
export function askTar(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const options = ['--create', '--file=-', '--format=posix', '--xattrs', '--acls', '--no-recursion']
    const tar = spawn('tar', [...options, `--directory=${dirname(path)}`, `./${basename(path)}`], {
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: LIMIT,
      killSignal: 'SIGKILL',
    })
    let archive = Buffer.alloc(0)
    const end = (has: boolean): void => {
      resolve(has)
      tar.kill('SIGKILL')
    }
    tar.stdout.on('data', (chunk: Buffer) => {
      archive = Buffer.concat([archive, chunk])
      const records = recordsOf(archive)
      if (records !== null) end(RECORD.test(records))
    })
    // No tar, another kind of it, or a file it may not read: as on systems without such attributes.
    tar.on('error', () => end(false))
    tar.on('close', () => end(false))
  })
}

/** `ask` finds it out of one file. */
export function createAttributeProbe(ask: (path: string) => Promise<boolean> = askTar): AttributeProbe {
  const known = new Map<string, Promise<boolean>>()
  // Whoever gives a file an attribute changes its change time.
  const keyOf = ({ device, inode, ctimeNs }: FileInfo): string => `${device}:${inode}:${ctimeNs}`
  const remember = (info: FileInfo, has: Promise<boolean>): Promise<boolean> => {
    if (known.size >= MOST_REMEMBERED) known.clear()
    known.set(keyOf(info), has)
    return has
  }
  const has = (path: string, info: FileInfo): Promise<boolean> =>
    known.get(keyOf(info)) ?? remember(info, ask(path))
  return {
    has,
    async look(fs, path) {
      const info = await fs.info(path).catch(() => null) // Gone again.
      if (info?.kind === 'file') await has(path, info)
    },
    note: (info, has) => void remember(info, Promise.resolve(has)),
  }
}
