import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { constants, deflateRaw, inflateRaw } from 'node:zlib'
import type { HistoryUsage, HistoryVersion } from '../../../core/contract.ts'
import { ENCODINGS, type Encoding } from '../../../core/encodings.ts'
import { decode } from '../encodings/codec.ts'
import { fileProblem } from '../files/file-error.ts'
import { codeOf, nodeFileSystem } from '../files/file-system.ts'
import { sha256 } from '../files/read-file.ts'
import { createSerial } from '../files/serial.ts'
import { sweepTemporaries } from '../files/temporary.ts'
import { writePrivate } from '../store/json-file.ts'
import { thin } from './thin.ts'

const compress = promisify(deflateRaw)
const expand = promisify(inflateRaw)

/** Earlier saved versions of articles, kept compressed in the user data folder and never the only copy of anything. */
export interface History {
  /** Keeps these bytes as what the article was at `savedAt`; a version that is the newest already is kept once. */
  keep(realPath: string, bytes: Buffer, encoding: Encoding, savedAt: number): Promise<void>
  /** Newest first. */
  list(realPath: string): Promise<readonly HistoryVersion[]>
  /** The text of a version. Throws `notFound` and, for a damaged one, `ioError`. */
  read(realPath: string, id: string): Promise<string>
  /** How much room all versions of all articles take. */
  usage(): Promise<HistoryUsage>
  /** Removes all versions of all articles. */
  clear(): Promise<void>
  settled(): Promise<void>
}

interface Version extends HistoryVersion {
  readonly encoding: Encoding
  readonly sha256: string
}

/** `<milliseconds>.<bytes>.<encoding>.<sha256>`: the name says all, so there is no index to damage. */
const NAME = /^(\d{1,16})\.(\d{1,12})\.([a-z0-9_-]+)\.([0-9a-f]{64})$/
const MAX_VERSION_BYTES = 64 * 1024 * 1024
const SETTLED = 60_000
const CAP_EVERY = 20

function parseName(name: string): Version | null {
  const [, savedAt, size, label, hash] = NAME.exec(name) ?? []
  const encoding = ENCODINGS.find((it) => it === label)
  if (encoding === undefined || hash === undefined) return null
  return { id: name, savedAt: Number(savedAt), size: Number(size), encoding, sha256: hash }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

/** The folders of all articles; a file manager may have put a file of its own among them. */
async function foldersIn(root: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(root, { withFileTypes: true })
    return entries.filter((it) => it.isDirectory()).map((it) => join(root, it.name))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

/** In bytes; 0 when it is not there. */
async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    (it) => it.size,
    () => 0,
  )
}

async function remove(path: string): Promise<void> {
  try {
    await unlink(path)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

const versionsOf = (names: readonly string[]): readonly Version[] =>
  names
    .map(parseName)
    .filter((it) => it !== null)
    .sort((a, b) => b.savedAt - a.savedAt)

/** Removes contents no version names; the newest are left, as another Galley may be about to name them. */
async function sweepContents(folder: string): Promise<void> {
  const names = await namesIn(folder)
  const used = new Set(versionsOf(names).map((it) => `${it.sha256}.z`))
  for (const name of names) {
    if (!name.endsWith('.z') || used.has(name)) continue
    const path = join(folder, name)
    const info = await stat(path).catch(() => null)
    if (info !== null && Date.now() - info.mtimeMs > SETTLED) await remove(path)
  }
}

/** Bytes of all contents, and how many versions name them. */
async function usageOf(root: string): Promise<HistoryUsage> {
  let bytes = 0
  let versions = 0
  for (const folder of await foldersIn(root)) {
    const names = await namesIn(folder)
    versions += versionsOf(names).length
    for (const content of names.filter((it) => it.endsWith('.z')))
      bytes += await sizeOf(join(folder, content))
  }
  return { bytes, versions }
}

/**
 * Removes the oldest versions of all articles until the contents take at most `maxBytes`. One that takes more alone
 * goes alone: it is no reason to give up all the others.
 */
async function cap(root: string, maxBytes: number): Promise<void> {
  const folders = await foldersIn(root)
  const all: { readonly folder: string; readonly version: Version }[] = []
  for (const folder of folders) {
    for (const version of versionsOf(await namesIn(folder))) all.push({ folder, version })
  }
  all.sort((a, b) => b.version.savedAt - a.version.savedAt)
  const counted = new Set<string>()
  let total = 0
  for (const { folder, version } of all) {
    const content = join(folder, `${version.sha256}.z`)
    const bytes = counted.has(content) ? 0 : await sizeOf(content)
    if (bytes <= maxBytes) total += bytes
    if (bytes > maxBytes || total > maxBytes) await remove(join(folder, version.id))
    else counted.add(content)
  }
  for (const folder of folders) {
    await sweepContents(folder)
    await sweepTemporaries(nodeFileSystem, folder)
  }
}

/** `maxBytes`: most compressed bytes of versions kept for all articles together; asked for when it is time to look. */
export function createHistory(root: string, maxBytes: () => Promise<number>): History {
  const serial = createSerial()
  const folderOf = (realPath: string): string =>
    join(root, createHash('sha256').update(realPath).digest('hex').slice(0, 32))
  let kept = 0

  async function keepNow(
    realPath: string,
    bytes: Buffer,
    encoding: Encoding,
    savedAt: number,
  ): Promise<void> {
    const folder = folderOf(realPath)
    const hash = sha256(bytes)
    const content = join(folder, `${hash}.z`)
    const versions = versionsOf(await namesIn(folder))
    const [newest] = versions
    const isNewest = newest?.sha256 === hash && newest.encoding === encoding
    if (isNewest && (await sizeOf(content)) > 0) return
    await mkdir(folder, { recursive: true, mode: 0o700 })
    if (versions.length === 0) await writePrivate(join(folder, 'path.txt'), realPath)
    // Anew also where a version has this content already: what is on the disk may be damaged, or about to be swept.
    await writePrivate(content, await compress(bytes, { level: constants.Z_BEST_SPEED }))
    if (isNewest) return
    // Two versions saved within one millisecond keep their order, and a file may be dated in the future.
    const after = Math.max(Math.min(Math.floor(savedAt), Date.now()), (newest?.savedAt ?? 0) + 1)
    await writeFile(join(folder, `${after}.${bytes.length}.${encoding}.${hash}`), '', { mode: 0o600 })
    for (const version of thin(versionsOf(await namesIn(folder)), Date.now())) {
      await remove(join(folder, version.id))
    }
    await sweepContents(folder)
    if (kept++ % CAP_EVERY === 0) await cap(root, await maxBytes())
  }

  async function readNow(realPath: string, id: string): Promise<string> {
    const folder = folderOf(realPath)
    const version = (await namesIn(folder)).includes(id) ? parseName(id) : null
    if (version === null) throw fileProblem('notFound', realPath, 'has no such version')
    try {
      const bytes = await expand(await readFile(join(folder, `${version.sha256}.z`)))
      if (sha256(bytes) === version.sha256) return decode(bytes, version.encoding)
    } catch (error) {
      if (codeOf(error) === '') throw error
    }
    throw fileProblem('ioError', realPath, 'has a damaged version in its history', { reason: 'history' })
  }

  return {
    async keep(realPath, bytes, encoding, savedAt) {
      if (bytes.length > MAX_VERSION_BYTES || bytes.length === 0) return
      await serial.run(root, () => keepNow(realPath, bytes, encoding, savedAt))
    },
    list: (realPath) =>
      serial.run(root, async () =>
        versionsOf(await namesIn(folderOf(realPath))).map(
          ({ id, savedAt, size, sha256: hash, encoding }) => ({
            id,
            savedAt,
            size,
            sha256: hash,
            encoding,
          }),
        ),
      ),
    read: (realPath, id) => serial.run(root, () => readNow(realPath, id)),
    usage: () => serial.run(root, () => usageOf(root)),
    clear: () => serial.run(root, () => rm(root, { recursive: true, force: true })),
    settled: () => serial.settled(),
  }
}
