import * as fs from 'node:fs/promises'

/** What a file or folder is; times in nanoseconds since the epoch, sizes in bytes. */
export interface FileInfo {
  readonly kind: 'file' | 'folder' | 'link' | 'other'
  readonly mtimeNs: bigint
  readonly ctimeNs: bigint
  readonly size: number
  readonly inode: bigint
  readonly device: bigint
  /** Permission bits, set-id and sticky bits. */
  readonly mode: number
  readonly uid: number
  readonly gid: number
  /** Number of hard links. */
  readonly links: number
}

export interface OpenFile {
  info(): Promise<FileInfo>
  /** Bytes read, 0 at the end. */
  read(buffer: Buffer, offset: number, length: number, position: number): Promise<number>
  /** Bytes written, which may be fewer than asked for. */
  write(buffer: Buffer, offset: number, length: number, position: number): Promise<number>
  truncate(length: number): Promise<void>
  chmod(mode: number): Promise<void>
  chown(uid: number, gid: number): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}

/** How a file is opened: `create` fails when the name is taken, `update` when it is not. */
export type OpenMode = 'read' | 'create' | 'update'

export interface OpenFolder {
  /** Makes the folder's entries durable where the file system can. */
  sync(): Promise<void>
  close(): Promise<void>
}

/** The file-system calls saving is made of, so that a test can fail any one of them. Errors are Node's. */
export interface FileSystem {
  open(path: string, how: OpenMode, mode?: number): Promise<OpenFile>
  /** Follows links. */
  info(path: string): Promise<FileInfo>
  /** Does not follow a link at the end of the path. */
  linkInfo(path: string): Promise<FileInfo>
  realPath(path: string): Promise<string>
  readLink(path: string): Promise<string>
  rename(from: string, to: string): Promise<void>
  /** A second name for a file; fails with EEXIST when the name is taken. */
  link(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  list(path: string): Promise<readonly string[]>
  makeFolder(path: string): Promise<void>
  /** A copy with permissions and, where the system's copy keeps them, extended attributes; fails when `to` is taken. */
  copy(from: string, to: string): Promise<void>
  /** Opens a folder to make its entries durable; one that does nothing where folders cannot be opened (Windows). */
  openFolder(path: string): Promise<OpenFolder>
}

type BigStats = Awaited<ReturnType<typeof statBig>>
const statBig = (path: string) => fs.stat(path, { bigint: true })

function toInfo(stats: BigStats): FileInfo {
  const kind = stats.isFile()
    ? 'file'
    : stats.isDirectory()
      ? 'folder'
      : stats.isSymbolicLink()
        ? 'link'
        : 'other'
  return {
    kind,
    mtimeNs: stats.mtimeNs,
    ctimeNs: stats.ctimeNs,
    size: Number(stats.size),
    inode: stats.ino,
    device: stats.dev,
    mode: Number(stats.mode) & 0o7777,
    uid: Number(stats.uid),
    gid: Number(stats.gid),
    links: Number(stats.nlink),
  }
}

function flags(how: OpenMode): number {
  const { O_RDONLY, O_RDWR, O_CREAT, O_EXCL, O_NONBLOCK } = fs.constants
  // O_NONBLOCK is missing on Windows; elsewhere it keeps a named pipe from blocking a thread for good.
  const calm = (O_NONBLOCK as number | undefined) ?? 0
  if (how === 'read') return O_RDONLY | calm
  return how === 'create' ? O_RDWR | O_CREAT | O_EXCL : O_RDWR | calm
}

function wrap(handle: fs.FileHandle): OpenFile {
  return {
    info: async () => toInfo(await handle.stat({ bigint: true })),
    read: async (buffer, offset, length, position) =>
      (await handle.read(buffer, offset, length, position)).bytesRead,
    write: async (buffer, offset, length, position) =>
      (await handle.write(buffer, offset, length, position)).bytesWritten,
    truncate: (length) => handle.truncate(length),
    chmod: (mode) => handle.chmod(mode),
    chown: (uid, gid) => handle.chown(uid, gid),
    sync: () => handle.sync(),
    close: () => handle.close(),
  }
}

/** Error codes of file systems that cannot open or sync a folder, which is not a failure of the disk. */
const CANNOT_SYNC_FOLDERS = new Set([
  'EINVAL',
  'ENOTSUP',
  'EOPNOTSUPP',
  'EPERM',
  'EACCES',
  'EISDIR',
  'ENOSYS',
])

const NO_FOLDER: OpenFolder = { sync: () => Promise.resolve(), close: () => Promise.resolve() }

async function openFolder(path: string): Promise<OpenFolder> {
  if (process.platform === 'win32') return NO_FOLDER
  try {
    const handle = await fs.open(path, fs.constants.O_RDONLY)
    return {
      sync: () =>
        handle.sync().catch((error: unknown) => {
          if (!CANNOT_SYNC_FOLDERS.has(codeOf(error))) throw error
        }),
      close: () => handle.close(),
    }
  } catch (error) {
    if (CANNOT_SYNC_FOLDERS.has(codeOf(error))) return NO_FOLDER
    throw error
  }
}

/** The real file system. */
export const nodeFileSystem: FileSystem = {
  open: async (path, how, mode = 0o666) => wrap(await fs.open(path, flags(how), mode)),
  info: async (path) => toInfo(await statBig(path)),
  linkInfo: async (path) => toInfo(await fs.lstat(path, { bigint: true })),
  realPath: (path) => fs.realpath(path),
  readLink: (path) => fs.readlink(path),
  rename: (from, to) => fs.rename(from, to),
  link: (from, to) => fs.link(from, to),
  remove: (path) => fs.unlink(path),
  list: (path) => fs.readdir(path),
  makeFolder: async (path) => {
    await fs.mkdir(path, { recursive: true })
  },
  copy: (from, to) => fs.copyFile(from, to, fs.constants.COPYFILE_EXCL | fs.constants.COPYFILE_FICLONE),
  openFolder,
}

/** Makes the entries of a folder durable. */
export async function syncFolder(fs: FileSystem, path: string): Promise<void> {
  const folder = await fs.openFolder(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** The code of a file-system error (`ENOENT` …), or an empty text for any other error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
